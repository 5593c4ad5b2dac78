import type { InputErrorCode } from '../../errors.js';
import { isPresent, type Text } from '../../model/text.js';
import { error, type Wording } from '../problem.js';
import { longestText, TextCheck } from './check-text.js';

/** Characters of a title at the most: commitments are sorted by theirs, and PostgreSQL sorts by 2,700 bytes at most. */
export const longestTitle = 500;

/** Characters of a name or a label at the most. */
export const longestName = 300;

/** Characters of a reason at the most. */
const longestReason = 2_000;

/** Items of a list at the most, where nothing else is said. */
const usualMost = 50;

const codePattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const longestCode = 80;

/** All that the input of a mutation may have wrong with it by itself. What it answers fits the columns of a table. */
export class InputCheck extends TextCheck {
  /** A text that may be left out, or taken away with null. */
  text(given: Text | null | undefined, column: string, longest = longestText): Text | undefined {
    return given === null ? nothing : this.both(given, column, longest);
  }

  /**
   * A text that the thing must have in one language at least.
   * @param stored what it has so far; null: it is new.
   */
  requiredText(
    given: Text | null | undefined,
    column: string,
    longest: number,
    stored: Text | null = null,
  ): Text | undefined {
    const text = this.text(given, column, longest);
    if (!isPresent({ ...stored, ...text })) this.#require(column);
    return text;
  }

  /** Texts, of which each must be there in one language at least; null is an empty list. */
  texts(given: readonly Text[] | null | undefined, column: string, longest: number) {
    return this.list(given, column)?.map((one, at) => this.requiredText(one, `${column}[${at}]`, longest));
  }

  /** Names or other short texts in one language; null is an empty list. */
  words(given: readonly string[] | null | undefined, column: string, longest = longestName) {
    const words = this.list(given, column)?.map((one, at) => this.one(one, `${column}[${at}]`, longest));
    return (
      words &&
      this.once(
        words,
        (word) => word,
        (at) => `${column}[${at}]`,
      )
    );
  }

  /** Addresses of pages; null is an empty list. */
  addresses(given: readonly string[] | null | undefined, column: string) {
    const urls = this.list(given, column)?.map((one, at) => this.address(one, `${column}[${at}]`));
    return (
      urls &&
      this.once(
        urls,
        (url) => url,
        (at) => `${column}[${at}]`,
      )
    );
  }

  /** Why something is done. */
  reason(given: string | null | undefined): string | null {
    return this.one(given, 'reason', longestReason) ?? null;
  }

  /** A value that may be left out, but not taken away. */
  kept<Value>(given: Value | null | undefined, column: string): Value | undefined {
    if (given === null) this.#require(column);
    return given ?? undefined;
  }

  /** A list, null being an empty one, cut to as many items as are accepted. */
  list<Item>(given: readonly Item[] | null | undefined, column: string, most = usualMost) {
    if (given === undefined) return undefined;
    const items = given ?? [];
    if (items.length > most) {
      this.#note('TOO_MANY', column, {
        en: `There are ${items.length} of them; accepted: ${most} at the most.`,
        fr: `Il y en a ${items.length}; maximum accepté : ${most}.`,
      });
    }
    return items.slice(0, most);
  }

  /** The items of which no earlier one is the same; the others are noted. */
  once<Item>(
    items: readonly Item[],
    nameOf: (item: Item) => string,
    columnOf: (at: number) => string,
  ): Item[] {
    const seen = new Set<string>();
    return items.filter((item, at) => {
      const name = nameOf(item);
      const isFirst = !seen.has(name);
      seen.add(name);
      if (!isFirst) this.#note('DUPLICATE', columnOf(at), repeated, name);
      return isFirst;
    });
  }

  /** A code of the hub's own. */
  code(given: string, column: string): string {
    if (!codePattern.test(given) || given.length > longestCode) {
      this.invalid(column, given, {
        en: `A code has lower-case letters a to z, digits and single hyphens, such as "tbs", up to ${longestCode} characters.`,
        fr: `Un code compte des minuscules de a à z, des chiffres et des traits d’union isolés, comme « tbs », et au plus ${longestCode} caractères.`,
      });
    }
    return given;
  }

  /** A code of a department: all digits are a GC OrgID, wherever a department is named. */
  departmentCode(given: string, column: string): string {
    if (/^\d+$/.test(given)) {
      this.invalid(column, given, {
        en: 'A department’s code must not be digits alone, as a GC OrgID is.',
        fr: 'Le code d’un ministère ne peut pas être fait de chiffres seulement, comme l’est un ID org du GC.',
      });
      return given;
    }
    return this.code(given, column);
  }

  /** A whole number between bounds. */
  number<Given extends number | null | undefined>(given: Given, column: string, least: number, most: number) {
    if (given != null && (given < least || given > most)) {
      this.invalid(column, String(given), {
        en: `This number must be from ${least} to ${most}.`,
        fr: `Ce nombre doit être compris entre ${least} et ${most}.`,
      });
    }
    return given;
  }

  /** That a span ends no earlier than it begins; one that is open at either end does. */
  order(start: string | null | undefined, end: string | null | undefined, column: string): void {
    if (start == null || end == null || start <= end) return;
    this.invalid(column, end, {
      en: `It ends before it begins, on ${start}.`,
      fr: `La fin précède le début, le ${start}.`,
    });
  }

  /** Takes down that a value has not the form that is accepted. */
  invalid(column: string, value: string, wording: Wording): void {
    this.#note('INVALID', column, wording, value);
  }

  #require(column: string): void {
    this.#note('REQUIRED', column, {
      en: 'This field is required: it needs a value, and a text one in English or in French.',
      fr: 'Ce champ est obligatoire : il lui faut une valeur, et à un texte une version anglaise ou française.',
    });
  }

  #note(code: InputErrorCode, column: string, wording: Wording, value?: string): void {
    this.note(error(wording, { code, column, ...(value !== undefined && { value }) }));
  }
}

const repeated: Wording = {
  en: 'An earlier one of the list is the same; each may stand once.',
  fr: 'Un élément précédent de la liste est le même; chacun ne figure qu’une fois.',
};

/** A text that is taken away. */
const nothing: Text = { en: null, fr: null };
