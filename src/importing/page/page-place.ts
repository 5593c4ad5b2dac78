import type { JsonPath } from '../json/document/json-path.js';
import { usualHeadings } from './page-heading.js';
import type { CommitmentPage } from './page-reading.js';
import type { PageReference } from './page-references.js';

/** Where on a page something stands. */
export interface PagePlace {
  readonly heading: string;
  readonly line: number | null;
}

const proses = ['problem', 'description', 'contribution', 'expectedResult', 'otherActors'] as const;
const entryParts = ['results', 'nextSteps', 'completion'] as const;

/** Where on its page stands what a path in the page's dossier names, such as `reports[0].entries[1].results`. */
export function placeOnPage(
  page: CommitmentPage,
  references: readonly PageReference[],
  [list, at, name, spot, part]: JsonPath,
): PagePlace {
  const { lines } = page;
  const title = { heading: 'title', line: lines.title };
  if (list === 'references') return references[Number(at)] ?? title;
  const position = page.deliverables[Number(spot)]?.position;
  if (position !== undefined && (name === 'deliverables' || name === 'entries')) {
    const section = entryParts.find((one) => one === part) ?? 'deliverables';
    return { heading: usualHeadings[section], line: lines[section].get(position) ?? null };
  }
  if (name === 'actors') return { heading: usualHeadings.leads, line: page.leads[0]?.line ?? null };
  const prose = proses.find((one) => one === name);
  return prose === undefined ? title : { heading: usualHeadings[prose], line: lines[prose] };
}
