import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';

/** A calendar day without a time or time zone, as `YYYY-MM-DD`. */
export const CalendarDate = new GraphQLScalarType<string, string>({
  ...GraphQLLocalDate.toConfig(),
  name: 'Date',
  description: 'A calendar day without a time or time zone, written `YYYY-MM-DD`, such as `2017-06-30`.',
  parseValue: (value) => withYear(GraphQLLocalDate.parseValue(value)),
  parseLiteral: (node) =>
    withYear(GraphQLLocalDate.parseValue(node.kind === Kind.STRING ? node.value : undefined)),
});

/** A moment in UTC. */
export const Moment = new GraphQLScalarType<Date, string>({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'A moment in UTC by RFC 3339, such as `2026-11-23T14:05:00.000Z`.',
});

/** PostgreSQL's calendar has no year 0. */
function withYear(day: string): string {
  if (day.startsWith('0000')) throw new GraphQLError(`"${day}" has no year; accepted: 0001-01-01 and later.`);
  return day;
}
