/** One text in the languages it exists in. A language that is absent or null has no text; it is never an empty string. */
export interface Text {
  readonly en?: string | null | undefined;
  readonly fr?: string | null | undefined;
}
