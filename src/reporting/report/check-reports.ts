import { operator } from '../../access/caller.js';
import type { Loading } from '../../graph/loading/loading.js';
import { byKey } from '../../graph/loading/rows.js';
import { Deliverable } from '../../model/deliverable.js';
import type { Text } from '../../model/text.js';
import { error, type Problem, type Wording } from '../problem.js';
import type { Writing } from '../writing.js';
import { checkDeliverables } from './check-deliverables.js';
import type { WholeEntry } from './entry-content.js';
import { type BrokenRule, brokenRules, type RuledEntry } from './entry-rules.js';
import { isBelow } from './levels.js';
import { type LevelsBefore, levelsBefore } from './levels-before.js';
import { isDrafted, type PreparedReport } from './prepare-reports.js';
import type { ReportAim } from './resolved-report.js';

/**
 * All that the rules of its plan have against each report, in the order of the reports. A draft may be incomplete; the
 * rules of its content wait until it is submitted. The operator may write into closed periods, and for departments
 * without a part in the commitment: a tracker names who reported, which need not be who leads.
 */
export async function checkReports(
  { database, caller, loading, usualReason }: Writing,
  prepared: readonly PreparedReport[],
  aim: ReportAim,
): Promise<Problem[][]> {
  const isOperator = caller === operator;
  const drafted = aim === 'DRAFT' ? new Map<number, string>() : await namesOfDrafted(loading, prepared);
  const misplaced = isOperator ? [] : await checkDeliverables(loading, prepared, drafted);
  const before =
    aim === 'DRAFT' || usualReason !== null ? new Map() : await levelsBeforeEach(database, prepared);
  return prepared.map((one, at) => [
    ...(one.isClosed && !isOperator ? [closed(one)] : []),
    ...(misplaced[at] ?? []),
    ...(aim === 'DRAFT'
      ? []
      : [
          ...withoutEntries(one),
          ...contentProblems(one, drafted),
          ...lowered(one, before.get(one) ?? new Map()),
        ]),
  ]);
}

function closed({ report }: PreparedReport): Problem {
  const key = report.period.periodKey;
  return error(
    {
      en: `The reporting period "${key}" is closed; a steward can open it again.`,
      fr: `La période de rapport « ${key} » est close; un intendant peut la rouvrir.`,
    },
    { code: 'PERIOD_CLOSED', ...report.places.of('period') },
  );
}

function withoutEntries({ report, entries }: PreparedReport): Problem[] {
  if (entries.size > 0 || !report.saysNothing) return [];
  return [
    error(
      {
        en: 'A report needs at least one entry; none was drafted before.',
        fr: 'Un rapport doit compter au moins une entrée; aucune n’a été ébauchée.',
      },
      { code: 'REQUIRED', ...report.places.of('entries') },
    ),
  ];
}

/** The codes of deliverables that stand in a draft and not in the input, by number. */
async function namesOfDrafted(
  loading: Loading,
  prepared: readonly PreparedReport[],
): Promise<ReadonlyMap<number, string>> {
  const keys = prepared.flatMap((one) => [...one.entries.keys()].filter((key) => isDrafted(one, key)));
  const deliverables = await loading.many(byKey(Deliverable), keys);
  return new Map(deliverables.flatMap((one) => (one === null ? [] : [[one.key, one.code] as const])));
}

/** What is carried over from the published version was checked then, by the rules of then. */
function contentProblems(one: PreparedReport, drafted: ReadonlyMap<number, string>): Problem[] {
  const { report, entries } = one;
  return [...entries].flatMap(([key, entry]) => {
    if (!report.entries.has(key) && !isDrafted(one, key)) return [];
    const name = report.entries.has(key) ? undefined : drafted.get(key);
    return brokenRules(report.plan.rules, ruled(entry)).map((rule) => {
      const { part, language, message, french } = rule;
      return name === undefined
        ? error(
            { en: message, fr: french },
            { code: 'REQUIRED', ...report.places.ofEntry(key, part, language) },
          )
        : error(inDraft(name, rule), { code: 'REQUIRED', ...report.places.of('entries') });
    });
  });
}

/** Names what the path cannot, since it is not in the input. */
function inDraft(code: string, { part, language, message, french }: BrokenRule): Wording {
  const place = language === null ? part : `${part}.${language}`;
  return {
    en: `As drafted, ${code} has a fault in ${place}: ${message}`,
    fr: `Dans l’ébauche, ${code} est en faute à ${place} : ${french}`,
  };
}

function ruled({ completion, results, challenges, evidence }: WholeEntry): RuledEntry {
  return { completion, results, challenges, evidence: evidenceText(evidence) };
}

/** A language counts as there when all pieces of evidence have it; one without any text needs none. */
function evidenceText(evidence: WholeEntry['evidence']): Text | null {
  const texts = evidence.flatMap(({ text }) => text ?? []);
  if (texts.length === 0) return null;
  const has = (language: 'en' | 'fr') => texts.every((text) => text[language] != null);
  // Texts that have neither language throughout are halves each: say so for French.
  return { en: has('en') || !has('fr') ? 'yes' : null, fr: has('fr') ? 'yes' : null };
}

async function levelsBeforeEach(
  database: Writing['database'],
  prepared: readonly PreparedReport[],
): Promise<Map<PreparedReport, Map<number, LevelsBefore>>> {
  const asked = prepared.flatMap((one) =>
    changedLevels(one).map((deliverableKey) => ({
      one,
      deliverableKey,
      periodKey: one.report.period.key,
      departmentKey: one.report.departmentKey,
    })),
  );
  const found = await levelsBefore(database, asked);
  const levels = new Map<PreparedReport, Map<number, LevelsBefore>>();
  for (const [at, { one, deliverableKey }] of asked.entries()) {
    const own = levels.get(one) ?? new Map<number, LevelsBefore>();
    levels.set(one, own.set(deliverableKey, found[at] ?? { own: null, shown: null }));
  }
  return levels;
}

function changedLevels({ entries, publishedEntries }: PreparedReport): number[] {
  return [...entries]
    .filter(([key, { completion }]) => completion !== (publishedEntries.get(key)?.completion ?? null))
    .map(([key]) => key);
}

function lowered(
  { report, reason, entries, publishedEntries }: PreparedReport,
  levels: ReadonlyMap<number, LevelsBefore>,
): Problem[] {
  if (reason !== null) return [];
  return [...levels].flatMap(([key, { own, shown }]) => {
    const completion = entries.get(key)?.completion ?? null;
    const published = publishedEntries.get(key)?.completion ?? null;
    const former =
      completion === null ? published : [own, shown].find((one) => one !== null && isBelow(completion, one));
    if (former == null) return [];
    const [en, fr] =
      completion === null
        ? [`The level ${former} is taken away`, `Le niveau ${former} est retiré`]
        : [
            `The level goes down from ${former} to ${completion}`,
            `Le niveau passe de ${former} à ${completion}`,
          ];
    return [
      error(
        { en: `${en}; give the reason.`, fr: `${fr}; donnez-en la raison.` },
        { code: 'REASON_REQUIRED', ...report.places.ofEntry(key, 'completion', null) },
      ),
    ];
  });
}
