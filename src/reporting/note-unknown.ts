import { ActionPlan } from '../model/action-plan.js';
import { Assessment } from '../model/assessment.js';
import { Commitment } from '../model/commitment.js';
import { CommitmentActor } from '../model/commitment-actor.js';
import { CrossReference } from '../model/cross-reference.js';
import { Deliverable } from '../model/deliverable.js';
import { Department } from '../model/department.js';
import { EngagementActivity } from '../model/engagement-activity.js';
import { PartnerOrganization } from '../model/partner-organization.js';
import { ReportingPeriod } from '../model/reporting-period.js';
import type { Outcome } from './outcome.js';
import { error, type Wording } from './problem.js';

/** What to say where there is no such thing. */
const wordings = new Map<unknown, Wording>([
  [
    ActionPlan,
    {
      en: 'There is no such plan; accepted: its code, such as "ca-2016-2018".',
      fr: 'Ce plan n’existe pas; donnez son code, comme « ca-2016-2018 ».',
    },
  ],
  [
    ReportingPeriod,
    {
      en: 'There is no such reporting period; accepted: its code, such as "ca-2016-2018/mid-term".',
      fr: 'Cette période de rapport n’existe pas; donnez son code, comme « ca-2016-2018/mid-term ».',
    },
  ],
  [
    Commitment,
    {
      en: 'There is no such commitment; accepted: its code, such as "ca-2016-2018/19".',
      fr: 'Cet engagement n’existe pas; donnez son code, comme « ca-2016-2018/19 ».',
    },
  ],
  [
    Deliverable,
    {
      en: 'There is no such deliverable; accepted: its code, such as "ca-2016-2018/19.2".',
      fr: 'Ce livrable n’existe pas; donnez son code, comme « ca-2016-2018/19.2 ».',
    },
  ],
  [
    Department,
    {
      en: 'There is no such department; accepted: its code, such as "tbs", or its GC OrgID.',
      fr: 'Ce ministère n’existe pas; donnez son code, comme « tbs », ou son identifiant GC OrgID.',
    },
  ],
  [
    PartnerOrganization,
    {
      en: 'There is no such partner organization; accepted: its code, such as "odx".',
      fr: 'Cet organisme partenaire n’existe pas; donnez son code, comme « odx ».',
    },
  ],
  [
    EngagementActivity,
    {
      en: 'There is no such activity; accepted: its code, such as "serving-you-better-2016".',
      fr: 'Cette activité n’existe pas; donnez son code, comme « serving-you-better-2016 ».',
    },
  ],
  [
    CommitmentActor,
    {
      en: 'There is no such part in a commitment; accepted: its id, such as "CommitmentActor:12", or who has which role.',
      fr: 'Ce rôle dans un engagement n’existe pas; donnez son identifiant, comme « CommitmentActor:12 », ou qui a quel rôle.',
    },
  ],
  [
    CrossReference,
    {
      en: 'There is no such reference; accepted: its id, such as "CrossReference:12", or its ends and kind.',
      fr: 'Cette référence n’existe pas; donnez son identifiant, comme « CrossReference:12 », ou ses extrémités et son type.',
    },
  ],
  [
    Assessment,
    {
      en: 'There is no such assessment; accepted: its id, such as "Assessment:12", or what identifies it.',
      fr: 'Cette évaluation n’existe pas; donnez son identifiant, comme « Assessment:12 », ou ce qui la désigne.',
    },
  ],
]);

/** Notes that what an input names does not exist. */
export function noteUnknown(outcome: Outcome, entity: unknown, column: string, value: string): void {
  const wording = wordings.get(entity) ?? { en: 'There is no such thing.', fr: 'Cela n’existe pas.' };
  outcome.note(error(wording, { code: 'UNKNOWN', column, value }));
}
