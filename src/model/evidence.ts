import { Field, ObjectType } from 'type-graphql';
import { Localized } from './localized.js';
import type { Text } from './text.js';

@ObjectType({ description: 'Something that shows what was done: an address, a text, or both.' })
export class Evidence {
  @Field(() => String, { nullable: true, description: 'Address of the evidence.' })
  readonly url!: string | null;

  @Localized({ nullable: true, description: 'What it is or says.' })
  readonly text!: Text | null;
}
