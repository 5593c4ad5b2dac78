import sql from 'sql-template-tag';
import { Field, InputType, registerEnumType } from 'type-graphql';
import type { Commitment } from '../../model/commitment.js';
import { Language } from '../../model/language.js';
import { inLanguage } from '../../model/text.js';
import { alphabetical } from '../connection/alphabetical.js';
import type { Listing, OrderColumn } from '../connection/listing.js';
import { SortDirection } from '../connection/sort-direction.js';

/** What a list of commitments can be ordered by. */
export enum CommitmentOrderField {
  NUMBER = 'NUMBER',
  TITLE = 'TITLE',
}

registerEnumType(CommitmentOrderField, {
  name: 'CommitmentOrderField',
  description: 'What a list of commitments can be ordered by.',
  valuesConfig: {
    NUMBER: { description: 'The plan’s code, then the number.' },
    TITLE: { description: 'The title in the reader’s language, by the rules of the alphabet.' },
  },
});

@InputType({ description: 'The order of a list of commitments.' })
export class CommitmentOrder {
  @Field(() => CommitmentOrderField, { description: 'What to order by.' })
  readonly field!: CommitmentOrderField;

  @Field(() => SortDirection, { nullable: true, defaultValue: SortDirection.ASC, description: 'Up or down.' })
  readonly direction?: SortDirection | null;
}

type Order = Pick<Listing<Commitment>, 'orderName' | 'order' | 'descending'>;

const id: OrderColumn<Commitment> = { sql: sql`c.id`, type: 'int', of: (row) => row.key };

/** The order of a statement whose commitments have the alias `c`. */
export function orderCommitments(by: CommitmentOrder | null | undefined, language: Language): Order {
  const descending = by?.direction === SortDirection.DESC;
  if (by?.field !== CommitmentOrderField.TITLE) {
    return { orderName: `number${descending ? '-' : ''}`, descending, order: byNumber };
  }
  const title =
    language === Language.FR ? sql`coalesce(c.title_fr, c.title_en)` : sql`coalesce(c.title_en, c.title_fr)`;
  return {
    orderName: `title-${language}${descending ? '-' : ''}`,
    descending,
    order: [alphabetical(title, (row) => inLanguage(row.title, language)), id],
  };
}

/** The code begins with the plan's and is compared without its number, which sorts as a number. */
const byNumber: readonly OrderColumn<Commitment>[] = [
  { sql: sql`split_part(c.code, '/', 1)`, type: 'text', of: (row) => row.code.split('/')[0] ?? '' },
  { sql: sql`c.number`, type: 'int', of: (row) => row.number },
  id,
];
