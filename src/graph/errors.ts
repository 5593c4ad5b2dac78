import { GraphQLError } from 'graphql';

/** Every `extensions.code` that the hub itself gives to an error, and what it means. The one table of them. */
export const errorCodes = {
  BAD_USER_INPUT: 'An argument has a value that is not accepted; the message names it and what is.',
  INVALID_CURSOR: 'A cursor is malformed, or belongs to another list or order.',
  PAGE_SIZE_OUT_OF_RANGE: '`first` or `last` is not from 0 to 100, or both were given.',
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** A fault of the request, told to the caller with a stable code. */
export class RequestError extends GraphQLError {
  constructor(code: ErrorCode, message: string) {
    super(message, { extensions: { code } });
  }
}

/** A value as messages repeat it: quoted, and cut to 80 characters. */
export function quoted(value: unknown): string {
  const text = String(value);
  return `"${text.length > 80 ? `${text.slice(0, 80).toWellFormed()}…` : text}"`;
}
