import { registerEnumType } from 'type-graphql';

/** How exactly a date was stated. */
export enum DatePrecision {
  DAY = 'DAY',
  MONTH = 'MONTH',
  YEAR = 'YEAR',
}

registerEnumType(DatePrecision, {
  name: 'DatePrecision',
  description: 'How exactly a date was stated; show no more of it than this.',
  valuesConfig: {
    DAY: { description: 'The day is known.' },
    MONTH: { description: 'Only month and year are known; the day is the first or last of that month.' },
    YEAR: { description: 'Only the year is known.' },
  },
});
