import { registerEnumType } from 'type-graphql';

/** The hub's two languages, of equal standing. As BCP 47: `en-CA` and `fr-CA`. */
export enum Language {
  EN = 'EN',
  FR = 'FR',
}

registerEnumType(Language, {
  name: 'Language',
  description:
    'A language the hub publishes in. Both are of equal standing. Without a `language` argument the ' +
    '`Accept-Language` header of the request decides, then English.',
  valuesConfig: {
    EN: { description: 'English (en-CA).' },
    FR: { description: 'French (fr-CA).' },
  },
});

/** What a reader's request says about how to show things. */
export interface Viewing {
  /** The language of texts whose field names none. */
  readonly language: Language;
}
