import { printSchema } from 'graphql';
import { createSchema } from './schema.js';

/** The schema as it is published in `schema/hub.graphql`. */
export function printHubSchema(): string {
  return `${printSchema(createSchema())}\n`;
}
