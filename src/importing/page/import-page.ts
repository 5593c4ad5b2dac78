import { ActionPlan } from '../../model/action-plan.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { error } from '../../reporting/problem.js';
import { resolveDepartment, resolveOrganization } from '../../reporting/resolve-organization.js';
import { saveDossier } from '../../reporting/save-dossier.js';
import type { Writing } from '../../reporting/writing.js';
import type { ImportSettings } from '../import-outcome.js';
import { pageDossier } from './page-dossier.js';
import { usualHeadings } from './page-heading.js';
import type { CommitmentPage, PageLead } from './page-reading.js';
import { leadingNames, ogpCodesOf } from './page-references.js';
import { readPage } from './read-page.js';
import { splitLeads } from './split-leads.js';

/** Reads a published commitment page and saves what it says. */
export async function importPage(
  writing: Writing,
  text: string,
  settings: Pick<ImportSettings, 'plan'>,
): Promise<void> {
  const { page, problems } = readPage(text);
  for (const problem of problems) writing.outcome.note(problem);
  if (page === null) return;
  const period = await findPeriod(writing, page, settings.plan);
  const leads = (await Promise.all(page.leads.map((lead) => findLeads(writing, lead)))).flat();
  const department = await firstDepartment(writing, leads);
  if (department === null && leads.length > 0) {
    writing.outcome.note(
      error('One of the leads must be a department, since only departments report.', {
        line: page.leads[0]?.line ?? page.lines.title,
        column: usualHeadings.leads,
        value: leads.join(', '),
      }),
    );
  }
  if (period === null || department === null) return;
  const { plan, key } = period;
  const names = {
    ogpCodes: await ogpCodesOf(writing, plan),
    leads: await leadingNames(writing, `${plan}/${page.number}`, leads),
  };
  const facts = pageDossier(page, { plan, period: key, leads, department, names });
  for (const problem of facts.problems) writing.outcome.note(problem);
  if (facts.dossier === null) return;
  writing.outcome.locate(
    (path) => facts.placeOf(path).line,
    (path) => facts.placeOf(path).heading,
  );
  await saveDossier(writing, facts.dossier);
}

/** The plan's period with the page's dates. A page does not say which plan it belongs to. */
async function findPeriod(
  { database, outcome }: Writing,
  { period, lines }: CommitmentPage,
  plan: string | null,
): Promise<{ plan: string; key: string } | null> {
  if (plan !== null && !(await database.existsBy(ActionPlan, { code: plan }))) {
    outcome.note(error(`There is no plan "${plan}"; import it first, or name another one with --plan.`));
    return null;
  }
  const known = await database.find(ReportingPeriod, {
    where: plan === null ? {} : { plan: { code: plan } },
    relations: { plan: true },
    order: { end: 'ASC', start: 'ASC', code: 'ASC' },
  });
  const candidates = known.filter(({ start, end }) => start === period.start && end === period.end);
  const [found] = candidates;
  if (candidates.length === 1 && found?.plan) return { plan: found.plan.code, key: found.periodKey };
  const whose = plan === null ? 'No plan' : `The plan ${plan}`;
  outcome.note(
    error(
      candidates.length === 0
        ? `${whose} has ${plan === null ? 'a' : 'no'} reporting period with these dates; expected one of ${described(known)}.`
        : `Several reporting periods have these dates: ${described(candidates)}; name the plan with --plan.`,
      { line: lines.period, column: usualHeadings.period, value: `${period.start} to ${period.end}` },
    ),
  );
  return null;
}

function described(periods: readonly ReportingPeriod[]): string {
  const each = periods.map(({ code, start, end }) => `${code} (${start} to ${end})`);
  return each.join(', ') || 'those of a plan that is imported first';
}

async function findLeads(writing: Writing, lead: PageLead): Promise<readonly string[]> {
  const known = new Set<string>();
  const unknownYet = new Set<string>();
  // The splitter asks about every reading of the line at once, so names are looked up before they are weighed.
  splitLeads(lead.text, (name) => {
    unknownYet.add(name);
    return false;
  });
  await Promise.all(
    [...unknownYet].map(async (name) => {
      if ((await resolveOrganization(writing, name)) !== null) known.add(name);
    }),
  );
  const { names, unknown } = splitLeads(lead.text, (name) => known.has(name));
  for (const name of unknown) {
    writing.outcome.note(
      error('No department or partner organization is known by this name; import it, or its alias, first.', {
        line: lead.line,
        column: usualHeadings.leads,
        value: name,
      }),
    );
  }
  return names;
}

async function firstDepartment(writing: Writing, leads: readonly string[]): Promise<string | null> {
  for (const lead of leads) {
    const department = await resolveDepartment(writing, lead);
    if (department !== null) return department.code;
  }
  return null;
}
