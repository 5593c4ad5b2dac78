import { ChangeKind } from '../model/change-kind.js';

/** How the feed says that a thing is new, or was amended. */
export interface AlteredKinds {
  readonly added: ChangeKind;
  readonly amended: ChangeKind;
}

/** How it says so of each sort of things. */
export const alteredKinds = {
  plan: { added: ChangeKind.PLAN_ADDED, amended: ChangeKind.PLAN_AMENDED },
  period: { added: ChangeKind.PERIOD_ADDED, amended: ChangeKind.PERIOD_AMENDED },
  commitment: { added: ChangeKind.COMMITMENT_ADDED, amended: ChangeKind.COMMITMENT_AMENDED },
  deliverable: { added: ChangeKind.DELIVERABLE_ADDED, amended: ChangeKind.DELIVERABLE_AMENDED },
  department: { added: ChangeKind.DEPARTMENT_ADDED, amended: ChangeKind.DEPARTMENT_AMENDED },
  partner: { added: ChangeKind.PARTNER_ADDED, amended: ChangeKind.PARTNER_AMENDED },
  activity: { added: ChangeKind.ACTIVITY_RECORDED, amended: ChangeKind.ACTIVITY_AMENDED },
  assessment: { added: ChangeKind.ASSESSMENT_ADDED, amended: ChangeKind.ASSESSMENT_AMENDED },
} as const satisfies Readonly<Record<string, AlteredKinds>>;
