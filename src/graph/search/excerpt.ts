import { Field, ObjectType } from 'type-graphql';

/**
 * Control characters taken out of a text before its excerpt is made, so only the search puts them there: around what
 * matched, and for "<", since PostgreSQL takes everything like a tag out of an excerpt.
 */
export const marks = { start: '\u0002', end: '\u0003', lessThan: '\u0004' } as const;

@ObjectType({ description: 'A piece of an excerpt.' })
export class ExcerptPart {
  @Field(() => String, { description: 'The text, as it is: not HTML.' })
  readonly text!: string;

  @Field(() => Boolean, { description: 'Whether this is what was searched for.' })
  readonly matched!: boolean;
}

/** Takes an excerpt with {@link marks} apart. */
export function partsOf(marked: string): ExcerptPart[] {
  return marked
    .replaceAll(marks.lessThan, '<')
    .split(/(\u0002[^\u0003]*\u0003)/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.startsWith(marks.start)
        ? { text: piece.slice(1, -1), matched: true }
        : { text: piece, matched: false },
    );
}

/** Writes an excerpt as HTML: all of it escaped, what was searched for inside `<mark>`. */
export function asHtml(parts: readonly ExcerptPart[]): string {
  return parts
    .map(({ text, matched }) => (matched ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text)))
    .join('');
}

const entityOf: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entityOf[character] ?? character);
}
