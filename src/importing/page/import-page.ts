import { ReportingPeriod } from '../../model/reporting-period.js';
import { error } from '../../reporting/problem.js';
import { resolveDepartment, resolveOrganization } from '../../reporting/resolve-organization.js';
import { saveDossier } from '../../reporting/save-dossier.js';
import type { Writing } from '../../reporting/writing.js';
import type { ImportSettings } from '../import-outcome.js';
import { pageDossier } from './page-dossier.js';
import type { CommitmentPage, PageLead } from './page-reading.js';
import { leadingNames } from './page-references.js';
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
      error('One of the leads must be a department, since only departments report', {
        line: page.leads[0]?.line ?? page.lines.title,
        column: 'Lead implementing department(s)',
        value: leads.join(', '),
      }),
    );
  }
  if (period === null || department === null) return;
  const { plan, key } = period;
  const names = await leadingNames(writing, `${plan}/${page.number}`, leads);
  await saveDossier(writing, pageDossier(page, { plan, period: key, leads, department, names }));
}

/** The plan's period with the page's dates. A page does not say which plan it belongs to. */
async function findPeriod(
  { database, outcome }: Writing,
  { period, lines }: CommitmentPage,
  plan: string | null,
): Promise<{ plan: string; key: string } | null> {
  const candidates = await database.find(ReportingPeriod, {
    where: { start: period.start, end: period.end, ...(plan !== null && { plan: { code: plan } }) },
    relations: { plan: true },
  });
  const [found] = candidates;
  if (candidates.length === 1 && found?.plan) return { plan: found.plan.code, key: found.periodKey };
  const known = await database.find(ReportingPeriod, { relations: { plan: true }, order: { end: 'ASC' } });
  outcome.note(
    error(
      candidates.length === 0
        ? `No plan of the hub has a reporting period with these dates; it knows ${known.map(describe).join('; ') || 'no plan at all'}`
        : `Several plans have this period (${candidates.map(describe).join('; ')}); name the plan with --plan`,
      { line: lines.period, column: 'Reporting period', value: `${period.start} to ${period.end}` },
    ),
  );
  return null;
}

function describe({ code, start, end }: ReportingPeriod): string {
  return `${code} (${start} to ${end})`;
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
      error('No department or partner organization is known by this name; import it, or its alias, first', {
        line: lead.line,
        column: 'Lead implementing department(s)',
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
