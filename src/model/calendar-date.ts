import { GraphQLScalarType } from 'graphql';
import { GraphQLLocalDate } from 'graphql-scalars';

/** A calendar day without a time or time zone, as `YYYY-MM-DD`. */
export const CalendarDate = new GraphQLScalarType<string, string>({
  ...GraphQLLocalDate.toConfig(),
  name: 'Date',
  description: 'A calendar day without a time or time zone, written `YYYY-MM-DD`, such as `2017-06-30`.',
});
