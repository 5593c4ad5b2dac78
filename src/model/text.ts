import { Column } from 'typeorm';
import { Language } from './language.js';

/** One text in the languages it exists in. A language that is absent or null has no text; it is never an empty string. */
export interface Text {
  readonly en?: string | null | undefined;
  readonly fr?: string | null | undefined;
}

/** The columns of one text: `title` becomes `title_en` and `title_fr`. */
export class TextColumns implements Text {
  @Column('text', { nullable: true })
  readonly en!: string | null;

  @Column('text', { nullable: true })
  readonly fr!: string | null;
}

/** The text in the language asked for, or in the other one where that is missing. */
export function inLanguage(text: Text | null | undefined, language: Language): string | null {
  if (!text) return null;
  const [first, second] = language === Language.FR ? [text.fr, text.en] : [text.en, text.fr];
  return first ?? second ?? null;
}

/** Whether any language has the text. */
export function isPresent(text: Text | null | undefined): text is Text {
  return text != null && (text.en != null || text.fr != null);
}
