import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../graph/context.js';
import { CrossReference } from '../../model/cross-reference.js';
import { payloadType } from '../request/payload-type.js';
import { write } from '../request/write.js';
import { writeAsSteward } from '../request/write-as-steward.js';
import { authorizeForCommitment } from './authorize-commitment.js';
import { confirmation, decideReference, dismissal, unlinking } from './decide-reference.js';
import { findReference } from './find-reference.js';
import { linkCommitments, originOf } from './link-commitments.js';
import {
  ConfirmReferenceInput,
  DismissReferenceInput,
  LinkCommitmentsInput,
  UnlinkCommitmentsInput,
} from './reference-input.js';

const payload = (mutation: string, what: string) =>
  payloadType(mutation, 'reference', () => CrossReference, what);

const LinkCommitmentsPayload = payload('linkCommitments', 'The reference, which is CONFIRMED');
const UnlinkCommitmentsPayload = payload('unlinkCommitments', 'The reference, which is UNLINKED');
const ConfirmReferencePayload = payload('confirmReference', 'The reference, which is CONFIRMED');
const DismissReferencePayload = payload('dismissReference', 'The reference, which is DISMISSED');

@Resolver()
export class ReferenceMutations {
  @Mutation(() => LinkCommitmentsPayload, {
    description:
      'Links a commitment to another one. One that was suggested, dismissed or unlinked holds again. Needs the role ' +
      'reporter for a department that leads or supports the commitment that refers, or the role steward.',
  })
  async linkCommitments(
    @Arg('input', () => LinkCommitmentsInput, { description: 'Which commitment refers to which, and how.' })
    input: LinkCommitmentsInput,
    @Ctx() context: GraphContext,
  ) {
    const action = 'linkCommitments';
    // Who may not at all learns nothing of what there is, not even how long it takes to find it.
    await authorizeForCommitment(context, action, null);
    const origin = await originOf(context, input.from);
    const departmentKey = await authorizeForCommitment(context, action, origin?.key ?? null);
    return new LinkCommitmentsPayload(
      await write(context, { mutation: action, input }, (writing) =>
        linkCommitments(writing, input, departmentKey),
      ),
    );
  }

  @Mutation(() => UnlinkCommitmentsPayload, {
    description:
      'Takes a confirmed reference back; it stays readable as UNLINKED. Needs the role reporter for a department that ' +
      'leads or supports the commitment that refers, or the role steward.',
  })
  async unlinkCommitments(
    @Arg('input', () => UnlinkCommitmentsInput, { description: 'Which reference, and why.' })
    input: UnlinkCommitmentsInput,
    @Ctx() context: GraphContext,
  ) {
    const action = 'unlinkCommitments';
    await authorizeForCommitment(context, action, null);
    const reference = await findReference(context.loading, input);
    const origin = reference === null && input.from != null ? await originOf(context, input.from) : null;
    const departmentKey = await authorizeForCommitment(
      context,
      action,
      reference?.fromKey ?? origin?.key ?? null,
    );
    return new UnlinkCommitmentsPayload(
      await write(context, { mutation: action, input }, (writing) =>
        decideReference(writing, input, unlinking, departmentKey),
      ),
    );
  }

  @Mutation(() => ConfirmReferencePayload, {
    description: 'Confirms a suggested reference. Needs the role steward.',
  })
  async confirmReference(
    @Arg('input', () => ConfirmReferenceInput, { description: 'Which reference.' })
    input: ConfirmReferenceInput,
    @Ctx() context: GraphContext,
  ) {
    return new ConfirmReferencePayload(
      await writeAsSteward(context, 'confirmReference', input, (writing) =>
        decideReference(writing, input, confirmation),
      ),
    );
  }

  @Mutation(() => DismissReferencePayload, {
    description:
      'Turns a suggested reference down; it stays readable as DISMISSED, and is not suggested again. Needs the role ' +
      'steward.',
  })
  async dismissReference(
    @Arg('input', () => DismissReferenceInput, { description: 'Which reference, and why.' })
    input: DismissReferenceInput,
    @Ctx() context: GraphContext,
  ) {
    return new DismissReferencePayload(
      await writeAsSteward(context, 'dismissReference', input, (writing) =>
        decideReference(writing, input, dismissal),
      ),
    );
  }
}
