import { Field, InputType } from 'type-graphql';
import type { Text } from '../../model/text.js';

@InputType({
  description:
    'A text in English and French. A language that is left out stays as it is; one that is null is taken away.',
})
export class TextInput implements Text {
  @Field(() => String, { nullable: true, description: 'In English.' })
  readonly en?: string | null;

  @Field(() => String, { nullable: true, description: 'In French.' })
  readonly fr?: string | null;
}
