import { type Action, authorize } from '../../access/policy.js';
import type { GraphContext } from '../../graph/context.js';
import type { Writing } from '../writing.js';
import { type WriteRequest, type Written, write } from './write.js';

/**
 * Runs a mutation of reference data, which belongs to no department: it takes a role that is good for any.
 * @throws RequestError UNAUTHENTICATED or FORBIDDEN
 */
export async function writeAsSteward<Input extends WriteRequest['input'], Result>(
  context: GraphContext,
  mutation: Action,
  input: Input,
  run: (writing: Writing, input: Input) => Promise<Result>,
): Promise<Written<Result>> {
  authorize(context.caller, mutation, []);
  return write(context, { mutation, input }, (writing) => run(writing, input));
}
