import { Field, ID, InterfaceType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn } from 'typeorm';

/** Everything in the graph that can be fetched again by its id. */
@InterfaceType({
  description: 'Anything with a global id. Fetch it again with `node(id:)`; client caches can key on `id`.',
})
export abstract class Node {
  /** The row's own number. Clients meet it only inside cursors, and inside ids of things that have no code. */
  abstract readonly key: number;

  @Field(() => ID, {
    description:
      'Global id: the type, a colon, and the code, such as `Commitment:ca-2016-2018/19`. Stable over time.',
  })
  get id(): string {
    return `${this.constructor.name}:${this.handle}`;
  }

  /** What follows the colon in the id. */
  protected get handle(): string {
    return String(this.key);
  }
}

/** A node that is numbered by its table. */
export abstract class NumberedNode extends Node {
  @PrimaryGeneratedColumn('identity', { name: 'id', type: 'int', generatedIdentity: 'ALWAYS' })
  readonly key!: number;
}

/** A node that people know by a code. */
export abstract class CodedNode extends NumberedNode {
  @Column('text', { unique: true })
  readonly code!: string;

  protected override get handle(): string {
    return this.code;
  }
}
