import Negotiator from 'negotiator';
import { Language } from '../model/language.js';

/** The language an `Accept-Language` header asks for; English where it names neither of the two. */
export function negotiateLanguage(acceptLanguage: string | undefined): Language {
  const headers = { 'accept-language': acceptLanguage };
  return new Negotiator({ headers }).language(['en', 'fr']) === 'fr' ? Language.FR : Language.EN;
}
