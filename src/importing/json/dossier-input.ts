import type { DossierInput } from '../../reporting/dossier.js';

type Items<Section extends keyof DossierInput> = NonNullable<DossierInput[Section]>[number];

// The parts of a dossier before its defaults are filled in.
export type DepartmentInput = Items<'departments'>;
export type PartnerInput = Items<'partners'>;
export type PlanInput = Items<'plans'>;
export type PeriodInput = PlanInput['periods'][number];
export type CommitmentInput = Items<'commitments'>;
export type ActorInput = NonNullable<CommitmentInput['actors']>[number];
export type DeliverableInput = NonNullable<CommitmentInput['deliverables']>[number];
export type IndicatorInput = NonNullable<DeliverableInput['children']>[number];
export type ReportInput = Items<'reports'>;
export type ReferenceInput = Items<'references'>;
export type AssessmentInput = Items<'assessments'>;
