import { error, type Problem, warning } from '../../reporting/problem.js';
import { checkStorable } from './check-storable.js';
import { joinByPosition } from './join-by-position.js';
import { plainText } from './page-block.js';
import { type SectionKey, usualHeadings } from './page-heading.js';
import { readLines } from './page-line.js';
import type { PageReading } from './page-reading.js';
import { cutSections, type PageSections } from './page-sections.js';
import { readCompletion } from './read-completion.js';
import { readDeliverables } from './read-deliverables.js';
import { readLeads } from './read-leads.js';
import { readOgpValues } from './read-ogp-values.js';
import { readPeriod } from './read-period.js';
import type { Positioned } from './read-positions.js';
import { readOtherActors, readProse } from './read-prose.js';
import { readTitle } from './read-title.js';
import { toMarkdown } from './to-markdown.js';

/** Every page ends with these; where one is missing, the text may have been cut short. */
const expectedHeadings: readonly SectionKey[] = ['expectedResult', 'results', 'nextSteps', 'completion'];

/**
 * Reads the text of one commitment's published page in English, as copied from a browser: results, next steps
 * and completion levels join the deliverables by their position in numbered lists. Never throws; all problems
 * are told together. Takes time in proportion to the text.
 */
export function readPage(text: string): PageReading {
  const lines = readLines(text);
  if (lines.every((line) => line.text === '')) {
    return { page: null, problems: [error('The page is empty.', { line: 1 })] };
  }
  const sections = cutSections(lines);
  const { head, below } = sections;
  const title = readTitle(head);
  const leads = readLeads(below.get('leads'));
  const period = readPeriod(below.get('period'));
  const otherActors = readOtherActors(below.get('otherActors'));
  const problem = readProse(below.get('problem'));
  const description = readProse(below.get('description'));
  const contribution = readProse(below.get('contribution'));
  const ogpValues = readOgpValues(below.get('ogpValues'));
  const expectedResult = readProse(below.get('expectedResult'));
  const deliverables = readDeliverables(below.get('deliverables'));
  const positions = deliverables.items.map((item) => item.position);
  const results = joinByPosition(below.get('results'), positions);
  const nextSteps = joinByPosition(below.get('nextSteps'), positions);
  const completion = readCompletion(below.get('completion'), positions);

  const problems = [
    ...checkStorable(lines),
    ...sections.problems,
    ...[title, leads, period, deliverables, results, nextSteps, completion].flatMap(
      (piece) => piece.problems,
    ),
    ...checkHeadings(sections),
  ];
  const refused = problems.some(({ severity }) => severity === 'error');
  if (refused || title.value === null || leads.value === null || period.value === null) {
    return { page: null, problems };
  }

  const resultsWritten = results.items.filter(hasText);
  const nextStepsWritten = nextSteps.items.filter(hasText);
  const page = {
    language: 'en',
    ...title.value,
    leads: leads.value,
    period: period.value,
    otherActors: otherActors.value,
    problem: problem.value,
    description: description.value,
    contribution: contribution.value,
    ogpValues: ogpValues.value,
    deliverables: deliverables.items.map(({ position, blocks }) => ({ position, text: toMarkdown(blocks) })),
    expectedResult: expectedResult.value,
    results: textsOf(resultsWritten),
    nextSteps: textsOf(nextStepsWritten),
    completion: completion.levels,
    lines: {
      title: title.line ?? 1,
      period: period.line ?? 1,
      otherActors: otherActors.line,
      problem: problem.line,
      description: description.line,
      contribution: contribution.line,
      ogpValues: ogpValues.line,
      expectedResult: expectedResult.line,
      deliverables: linesOf(deliverables.items),
      results: linesOf(resultsWritten),
      nextSteps: linesOf(nextStepsWritten),
      completion: completion.lines,
    },
  } as const;
  return { page, problems };
}

function hasText({ blocks }: Positioned): boolean {
  return plainText(blocks) !== '';
}

function textsOf(items: readonly Positioned[]): ReadonlyMap<number, string> {
  return new Map(items.map(({ position, blocks }) => [position, toMarkdown(blocks)]));
}

function linesOf(items: readonly Positioned[]): ReadonlyMap<number, number> {
  return new Map(items.map(({ position, line }) => [position, line]));
}

function* checkHeadings({ below }: PageSections): Generator<Problem> {
  for (const key of ['about', 'status'] as const) {
    const section = below.get(key);
    const stray = section?.lines.find((line) => line.text !== '');
    if (section === undefined || stray === undefined) continue;
    const message = `Text right below "${section.heading}", before the next heading, is not read.`;
    yield warning(message, { line: stray.number, column: section.heading, value: stray.text });
  }
  for (const key of expectedHeadings) {
    if (below.has(key)) continue;
    const heading = usualHeadings[key];
    // Levels come last: without them whatever came before may be half of what was published.
    if (key === 'completion') {
      yield error(`The page must have the heading "${heading}"; it seems to be cut short.`, {
        column: heading,
      });
    } else {
      yield warning(`The page has no heading "${heading}"; it may be cut short.`, { column: heading });
    }
  }
}
