import { ArgsType, Field, Int } from 'type-graphql';
import { RequestError } from '../../errors.js';

/** Rows of a page when neither `first` nor `last` is given. */
export const usualPageSize = 20;
/** Rows of a page at the most. */
export const largestPageSize = 100;

/** The arguments of a list that goes forward only. */
@ArgsType()
export class ForwardPageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many at the most, from the start or after \`after\`; 0 to ${largestPageSize}, default ${usualPageSize}.`,
  })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes after this cursor.' })
  readonly after?: string | null;
}

/** The arguments of a list that goes both ways. */
@ArgsType()
export class PageArgs extends ForwardPageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many at the most, from the end or before \`before\`; 0 to ${largestPageSize}. Not with \`first\`.`,
  })
  readonly last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes before this cursor.' })
  readonly before?: string | null;
}

/**
 * How many rows, and from which end.
 * @throws RequestError PAGE_SIZE_OUT_OF_RANGE
 */
export function pageSize(args: PageArgs): { readonly size: number; readonly backward: boolean } {
  const { first, last } = args;
  if (first != null && last != null) {
    throw new RequestError('PAGE_SIZE_OUT_OF_RANGE', 'Give "first" or "last", not both.');
  }
  const backward = last != null;
  const size = last ?? first ?? usualPageSize;
  if (size < 0 || size > largestPageSize) {
    const [name, onward] = backward
      ? ['last', '"before" and the startCursor']
      : ['first', '"after" and the endCursor'];
    throw new RequestError(
      'PAGE_SIZE_OUT_OF_RANGE',
      `"${name}" must be from 0 to ${largestPageSize}, not ${size}; go on with ${onward}.`,
    );
  }
  return { size, backward };
}
