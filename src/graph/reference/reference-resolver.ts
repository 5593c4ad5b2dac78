import sql, { type Sql } from 'sql-template-tag';
import { Arg, Args, Ctx, Field, FieldResolver, InputType, Int, Query, Resolver, Root } from 'type-graphql';
import { quoted, RequestError } from '../../errors.js';
import { Commitment } from '../../model/commitment.js';
import { CrossReference, ReferenceKind, ReferenceState } from '../../model/cross-reference.js';
import { Deliverable } from '../../model/deliverable.js';
import { ReportingPeriod } from '../../model/reporting-period.js';
import { knownCommitment } from '../commitment/known-commitment.js';
import { takePage } from '../connection/page.js';
import { PageArgs } from '../connection/page-args.js';
import { CrossReferenceConnection } from '../connections.js';
import type { GraphContext } from '../context.js';
import type { Loading } from '../loading/loading.js';
import { optional, required } from '../loading/required.js';
import { knownPlan } from '../plan/known-plan.js';
import { goes, ReferenceDirection } from './reference-direction.js';
import { referencesOfCommitment } from './references.js';
import { deepest, findRelated, RelatedCommitment } from './related.js';

@InputType({ description: 'Which references. All that is given must hold; what is null is not looked at.' })
export class CrossReferenceFilter {
  @Field(() => String, { nullable: true, description: 'From a commitment of the plan with this code.' })
  readonly plan?: string | null;

  @Field(() => String, { nullable: true, description: 'From the commitment with this code.' })
  readonly from?: string | null;

  @Field(() => String, { nullable: true, description: 'To the commitment with this code.' })
  readonly to?: string | null;

  @Field(() => [ReferenceKind], { nullable: true, description: 'Of one of these kinds.' })
  readonly kinds?: ReferenceKind[] | null;

  @Field(() => [ReferenceState], {
    nullable: true,
    description: 'In one of these states; default: confirmed ones.',
  })
  readonly states?: ReferenceState[] | null;
}

@Resolver(() => CrossReference)
export class ReferenceResolver {
  @Query(() => CrossReferenceConnection, { description: 'References between commitments, oldest first.' })
  async crossReferences(
    @Arg('filter', () => CrossReferenceFilter, { nullable: true, description: 'Which of them.' })
    filter: CrossReferenceFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loading }: GraphContext,
  ) {
    const listing = {
      entity: CrossReference,
      from: sql`cross_reference r`,
      alias: 'r',
      where: await conditions(loading, filter ?? {}),
      orderName: 'id',
      order: [{ sql: sql`r.id`, type: 'int' as const, of: (row: CrossReference) => row.key }],
    };
    return new CrossReferenceConnection(await takePage(loading, listing, args));
  }

  @FieldResolver(() => Commitment, { description: 'The commitment that refers.' })
  from(@Root() reference: CrossReference, @Ctx() { loading }: GraphContext): Promise<Commitment> {
    return required(loading, Commitment, reference.fromKey);
  }

  @FieldResolver(() => Commitment, { description: 'The commitment referred to.' })
  to(@Root() reference: CrossReference, @Ctx() { loading }: GraphContext): Promise<Commitment> {
    return required(loading, Commitment, reference.toKey);
  }

  @FieldResolver(() => Deliverable, {
    nullable: true,
    description: 'The deliverable in whose text it stands, if in one’s.',
  })
  deliverable(
    @Root() reference: CrossReference,
    @Ctx() { loading }: GraphContext,
  ): Promise<Deliverable | null> {
    return optional(loading, Deliverable, reference.deliverableKey);
  }

  @FieldResolver(() => ReportingPeriod, {
    nullable: true,
    description: 'The period whose report says so, if one does.',
  })
  period(
    @Root() reference: CrossReference,
    @Ctx() { loading }: GraphContext,
  ): Promise<ReportingPeriod | null> {
    return optional(loading, ReportingPeriod, reference.periodKey);
  }
}

@Resolver(() => Commitment)
export class CommitmentReferencesResolver {
  @FieldResolver(() => [CrossReference], {
    description:
      'References to and from other commitments, oldest first; without `states`, confirmed ones only.',
  })
  async references(
    @Root() commitment: Commitment,
    @Arg('direction', () => ReferenceDirection, {
      nullable: true,
      defaultValue: ReferenceDirection.OUT,
      description: 'Those it makes, those made to it, or both.',
    })
    direction: ReferenceDirection | null,
    @Arg('kinds', () => [ReferenceKind], {
      nullable: true,
      description: 'Of these kinds only; null: of all.',
    })
    kinds: ReferenceKind[] | null,
    @Arg('states', () => [ReferenceState], {
      nullable: true,
      defaultValue: [ReferenceState.CONFIRMED],
      description: 'In these states only.',
    })
    states: ReferenceState[] | null,
    @Ctx() { loading }: GraphContext,
  ): Promise<CrossReference[]> {
    const references = await loading.one(referencesOfCommitment, commitment.key);
    return references.filter(
      (reference) =>
        goes(reference, direction ?? ReferenceDirection.OUT, commitment.key) &&
        (states ?? [ReferenceState.CONFIRMED]).includes(reference.state) &&
        (kinds == null || kinds.includes(reference.kind)),
    );
  }

  @FieldResolver(() => [RelatedCommitment], {
    description:
      'Commitments that confirmed references lead to, nearest first, each once with the shortest way there.',
  })
  related(
    @Root() commitment: Commitment,
    @Arg('depth', () => Int, {
      nullable: true,
      defaultValue: 1,
      description: `References to follow one after the other, 1 to ${deepest}.`,
    })
    depth: number | null,
    @Arg('direction', () => ReferenceDirection, {
      nullable: true,
      defaultValue: ReferenceDirection.BOTH,
      description: 'Which way to follow references.',
    })
    direction: ReferenceDirection | null,
    @Ctx() { loading }: GraphContext,
  ): Promise<RelatedCommitment[]> {
    const steps = depth ?? 1;
    if (steps < 1 || steps > deepest) {
      throw new RequestError('BAD_USER_INPUT', `"depth" must be from 1 to ${deepest}, not ${quoted(steps)}.`);
    }
    return findRelated(loading, commitment.key, steps, direction ?? ReferenceDirection.BOTH);
  }
}

async function conditions(loading: Loading, filter: CrossReferenceFilter): Promise<Sql[]> {
  const { plan, from, to, kinds } = filter;
  const states = filter.states ?? [ReferenceState.CONFIRMED];
  const holds = [sql`r.state = any (${states}::text[])`];
  if (plan != null) {
    const { key } = await knownPlan(loading, plan);
    holds.push(sql`r.from_id in (select id from commitment where plan_id = ${key})`);
  }
  if (from != null) holds.push(sql`r.from_id = ${(await knownCommitment(loading, from)).key}`);
  if (to != null) holds.push(sql`r.to_id = ${(await knownCommitment(loading, to)).key}`);
  if (kinds != null) holds.push(sql`r.kind = any (${kinds}::text[])`);
  return holds;
}
