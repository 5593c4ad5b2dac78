import { createUnionType, Field, Float, ObjectType } from 'type-graphql';
import { asHtml, ExcerptPart } from './excerpt.js';
import { classOf, SearchKind } from './search-kind.js';

export const SearchSubjectUnion = createUnionType({
  name: 'SearchSubject',
  description: 'What a search can find.',
  types: () => Object.values(classOf),
});

@ObjectType({ description: 'Something that was found.' })
export class SearchHit {
  /** Number of the row found. */
  readonly subjectKey: number;
  readonly #score: number;

  constructor(kind: SearchKind, subjectKey: number, score: number, excerptParts: readonly ExcerptPart[]) {
    this.kind = kind;
    this.subjectKey = subjectKey;
    this.#score = score;
    this.excerptParts = excerptParts;
  }

  @Field(() => SearchKind, { description: 'What sort of thing was found.' })
  readonly kind: SearchKind;

  @Field(() => Float, {
    description: 'How well it fits: higher is better. Comparable within one search only.',
  })
  get score(): number {
    return this.#score / 1_000_000;
  }

  @Field(() => String, {
    description: 'Where it was found, as HTML: everything escaped, what was searched for inside `<mark>`.',
  })
  get excerpt(): string {
    return asHtml(this.excerptParts);
  }

  @Field(() => [ExcerptPart], { description: 'The same excerpt in pieces, for those who set no HTML.' })
  readonly excerptParts: readonly ExcerptPart[];
}
