import { Arg, Ctx, FieldResolver, Resolver, Root, registerEnumType } from 'type-graphql';
import { quoted, RequestError } from '../../errors.js';
import { ActionPlan } from '../../model/action-plan.js';
import { CalendarDate } from '../../model/calendar-date.js';
import { Commitment } from '../../model/commitment.js';
import { ActorRole, ActorSource, type CommitmentActor } from '../../model/commitment-actor.js';
import { Language } from '../../model/language.js';
import { ReportState, type StatusReport } from '../../model/status-report.js';
import { inLanguage } from '../../model/text.js';
import { actorsOfCommitment } from '../commitment/actors.js';
import type { GraphContext } from '../context.js';
import { InLanguage } from '../in-language.js';
import { required } from '../loading/required.js';
import { organizationOf } from '../organization/organization-of.js';
import { reportsOnCommitment } from '../report/reports.js';
import { CitationStyle, cite } from './cite.js';

registerEnumType(CitationStyle, {
  name: 'CitationStyle',
  description: 'A style of citing.',
  valuesConfig: {
    APA: {
      description: 'Publication Manual of the American Psychological Association, 7th edition; plain text.',
    },
    BIBTEX: { description: 'A BibTeX entry.' },
    RIS: { description: 'A record for reference managers; lines end with CR LF.' },
    CSL_JSON: { description: 'Citation Style Language data: a JSON array with one item.' },
  },
});

@Resolver(() => Commitment)
export class CitationResolver {
  @FieldResolver(() => String, {
    description:
      'How to cite a version of it: the commitment, the reporting period, and the date it was retrieved.',
  })
  async citation(
    @Root() commitment: Commitment,
    @Arg('style', () => CitationStyle, { description: 'The style.' }) style: CitationStyle,
    @InLanguage() asked: Language | null,
    @Arg('period', () => String, {
      nullable: true,
      description: 'Key of the period to cite, such as `mid-term`; null: the latest one reported on.',
    })
    period: string | null,
    @Arg('retrieved', () => CalendarDate, {
      nullable: true,
      description: 'The day you looked at it; null: today, in UTC.',
    })
    retrieved: string | null,
    @Ctx() { loading, language: usual }: GraphContext,
  ): Promise<string> {
    const language = asked ?? usual;
    const [plan, actors, all] = await Promise.all([
      required(loading, ActionPlan, commitment.planKey),
      loading.one(actorsOfCommitment, commitment.key),
      loading.one(reportsOnCommitment, commitment.key),
    ]);
    const leads = actors.filter(
      (actor) =>
        actor.role === ActorRole.LEAD && actor.statedBy === ActorSource.PLAN && actor.deliverableKey === null,
    );
    const reports = all.filter(
      ({ state, period: of }) =>
        state === ReportState.PUBLISHED && (period == null || of?.periodKey === period),
    );
    const report = reportOf(leads, reports);
    if (period != null && report === undefined) {
      throw new RequestError(
        'BAD_USER_INPUT',
        `Commitment ${quoted(commitment.code)} has no published report for the period ${quoted(period)}.`,
      );
    }
    const authors = await Promise.all(leads.map((lead) => organizationOf(loading, lead)));
    return cite(style, {
      code: commitment.code,
      number: commitment.number,
      title: inLanguage(commitment.title, language) ?? '',
      planTitle: inLanguage(plan.title, language) ?? '',
      authors: authors.map(({ name }) => inLanguage(name, language) ?? ''),
      publisher: language === Language.FR ? 'Gouvernement du Canada' : 'Government of Canada',
      period: report?.period
        ? { label: inLanguage(report.period.label, language) ?? '', end: report.period.end }
        : null,
      issued: report?.publishedOn ?? null,
      version: report?.version ?? null,
      retrieved: retrieved ?? new Date().toISOString().slice(0, 10),
      url: commitment.pages[0] ?? null,
      language: `${language}`,
    });
  }
}

/** The report that stands for a commitment: of the latest period, of several departments the first lead's. */
function reportOf(
  leads: readonly CommitmentActor[],
  reports: readonly StatusReport[],
): StatusReport | undefined {
  const latest = reports.filter(({ periodKey }) => periodKey === reports.at(-1)?.periodKey);
  const ofLeads = leads.map((lead) => latest.find((report) => report.departmentKey === lead.departmentKey));
  return ofLeads.find((report) => report !== undefined) ?? latest[0];
}
