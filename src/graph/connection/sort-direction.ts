import { registerEnumType } from 'type-graphql';

/** Which way a list is sorted. */
export enum SortDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}

registerEnumType(SortDirection, {
  name: 'SortDirection',
  description: 'Which way a list is sorted.',
  valuesConfig: {
    ASC: { description: 'From the smallest or first to the largest or last.' },
    DESC: { description: 'The other way round.' },
  },
});
