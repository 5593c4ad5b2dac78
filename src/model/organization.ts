import { Field, InterfaceType } from 'type-graphql';
import { Localized } from './localized.js';
import { CodedNode, Node } from './node.js';
import type { TextColumns } from './text.js';

@InterfaceType({
  implements: Node,
  description: 'A department or a partner organization: whoever can lead, support or take part.',
})
export abstract class Organization extends CodedNode {
  @Field(() => String, { description: 'Code in lower case, such as `tbs` or `odx`. Stable.' })
  declare readonly code: string;

  @Localized({ description: 'The name to show.' })
  readonly name!: TextColumns;
}
