import { error } from '../../reporting/problem.js';
import { withoutMarker } from './list-marker.js';
import { usualHeadings } from './page-heading.js';
import type { PageLead, Piece } from './page-reading.js';
import type { Section } from './page-sections.js';
import { isNothing } from './read-prose.js';

/** Reads who leads: one lead a line, or several on a line between semicolons. */
export function readLeads(section: Section | undefined): Piece<readonly PageLead[]> {
  const leads = (section?.lines ?? []).flatMap(({ text, number }) =>
    withoutMarker(text)
      .split(';')
      .map((part) => part.trim().replace(/ ?,$/, ''))
      .filter((part) => part !== '' && !isNothing(part))
      .map((part): PageLead => ({ text: part, line: number })),
  );
  if (leads.length > 0) return { value: leads, line: leads[0]?.line ?? null, problems: [] };
  const message = 'The page must name at least one lead department, such as "Treasury Board Secretariat".';
  const place = { column: section?.heading ?? usualHeadings.leads, ...(section && { line: section.line }) };
  return { value: null, line: section?.line ?? null, problems: [error(message, place)] };
}
