import { isIntrospectionType, isSpecifiedScalarType, printType } from 'graphql';
import { createSchema } from './schema.js';

/** The schema as it is published in `schema/hub.graphql`: types by name, fields in their own order. */
export function printHubSchema(): string {
  const types = Object.values(createSchema().getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return `${types.map(printType).join('\n\n')}\n`;
}
