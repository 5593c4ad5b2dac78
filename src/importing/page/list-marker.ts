/** What a list item begins with. */
export interface Marker {
  readonly kind: 'number' | 'letter' | 'bullet';
  /** Of a `number` marker; null of the others. */
  readonly number: number | null;
}

// Up to three digits: a wrapped line may well begin with "2016. ".
const numbered = /^(?:([0-9]{1,3})[.)](?= |$|\p{L})|\(([0-9]{1,3})\)(?= |$)) ?/u;
const lettered = /^(?:[a-z]|[ivx]{2,5})[.)](?: |$)/;
const bulleted = /^(?:[•●○◦▪■‣·∙] ?|[*–—-](?: |$))/;

/** The list marker at the beginning of a tidied line and the text after it; null where there is none. */
export function readMarker(text: string): { readonly marker: Marker; readonly rest: string } | null {
  const number = numbered.exec(text);
  if (number !== null) {
    const marker = { kind: 'number', number: Number(number[1] ?? number[2]) } as const;
    return { marker, rest: text.slice(number[0].length) };
  }
  const letter = lettered.exec(text);
  if (letter !== null)
    return { marker: { kind: 'letter', number: null }, rest: text.slice(letter[0].length) };
  const bullet = bulleted.exec(text);
  if (bullet !== null)
    return { marker: { kind: 'bullet', number: null }, rest: text.slice(bullet[0].length) };
  return null;
}

/** A tidied line's text without its list marker, if it has one. */
export function withoutMarker(text: string): string {
  return readMarker(text)?.rest ?? text;
}
