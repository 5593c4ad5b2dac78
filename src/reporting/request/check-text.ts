import type { Text } from '../../model/text.js';
import { error, type Problem } from '../problem.js';

/** Characters of a text at the most, where nothing else is said. */
export const longestText = 20_000;

/**
 * The beginning of a tag, a comment or a declaration of HTML, also of one that is not closed: pages that show a text
 * must never come upon one. Markdown's addresses in angle brackets are none, but to a parser of HTML they look so.
 */
const html = /<[a-z/!?]/i;

/** Problems of one input that are told; beyond them nobody reads on, and looking for more costs everybody time. */
const mostProblems = 100;

/** All that a text of a mutation may have wrong with it. */
export class TextCheck {
  readonly #problems: Problem[] = [];

  /** What was wrong, the first hundred of it. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Whether so much is wrong already that there is no use in looking on. */
  get isFull(): boolean {
    return this.#problems.length >= mostProblems;
  }

  /** Takes down a problem, unless there are enough. */
  note(problem: Problem): void {
    if (!this.isFull) this.#problems.push(problem);
  }

  /**
   * One text in both languages, trimmed. What is left out stays left out, and null stays null.
   * @param column where it stands in the input.
   */
  both<Given extends Text | null | undefined>(
    given: Given,
    column: string,
    longest = longestText,
  ): Given | Text {
    if (given == null) return given;
    const { en, fr } = given;
    return {
      ...(en !== undefined && { en: this.one(en, `${column}.en`, longest) }),
      ...(fr !== undefined && { fr: this.one(fr, `${column}.fr`, longest) }),
    };
  }

  /** One text in one language, trimmed. */
  one<Given extends string | null | undefined>(
    given: Given,
    column: string,
    longest = longestText,
  ): Given | string {
    if (given == null) return given;
    const text = given.trim();
    const problem = problemOf(text, column, longest);
    if (problem !== null) this.note(problem);
    return text;
  }

  /** An address of a page, which must be http or https. */
  address<Given extends string | null | undefined>(given: Given, column: string): Given | string {
    if (given == null) return given;
    const url = given.trim();
    if (!isWebAddress(url)) {
      this.note(
        error(
          {
            en: 'An address starts with http:// or https:// and has at most 2,000 characters.',
            fr: 'Une adresse commence par http:// ou https:// et compte au plus 2 000 caractères.',
          },
          { column, value: given },
        ),
      );
    }
    return url;
  }
}

function problemOf(text: string, column: string, longest: number): Problem | null {
  if (text === '') {
    return error(
      {
        en: 'This field must not be empty; leave it out to keep what there is, or give null to take it away.',
        fr: 'Ce champ ne doit pas être vide; omettez-le pour garder ce qui existe, ou donnez null pour l’effacer.',
      },
      { code: 'REQUIRED', column },
    );
  }
  if (text.length > longest) {
    return error(
      {
        en: `This text has ${text.length} characters; accepted: ${longest} at the most.`,
        fr: `Ce texte compte ${text.length} caractères; maximum accepté : ${longest}.`,
      },
      { code: 'TOO_LONG', column },
    );
  }
  const tag = html.exec(text);
  if (tag === null) return null;
  return error(
    {
      en: 'HTML is not accepted; write Markdown, addresses without angle brackets, and a "<" with a blank after it.',
      fr: 'Le HTML n’est pas accepté; écrivez en Markdown, les adresses sans chevrons, et une espace après un « < ».',
    },
    { column, value: text.slice(tag.index, tag.index + 40).toWellFormed() },
  );
}

function isWebAddress(url: string): boolean {
  if (url.length > 2_000 || /[\s<>"\p{Cc}]/u.test(url)) return false;
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}
