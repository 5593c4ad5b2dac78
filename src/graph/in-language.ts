import { Arg } from 'type-graphql';
import { Language } from '../model/language.js';

/** The `language` argument of a text field. */
export function InLanguage(): ReturnType<typeof Arg> {
  return Arg('language', () => Language, {
    nullable: true,
    description: 'The language wanted; where the text is missing in it, the other one is served.',
  });
}
