import type { InputErrorCode } from '../errors.js';

/**
 * Something wrong with what was handed in. Problems are collected, never thrown one by one, so that whoever
 * handed it in can mend everything at once.
 */
export interface Problem {
  /** An error refuses the whole file or input; a warning is only told. */
  readonly severity: 'error' | 'warning';
  /** What kind of problem it is, for programs; absent: INVALID. */
  readonly code?: InputErrorCode;
  /** What is wrong and what is accepted instead, as one English sentence. */
  readonly message: string;
  /** The same in French; absent: it only ever comes up when files are imported, which is told in English. */
  readonly french?: string;
  /** Line in the file, counted from 1, where there is one. */
  readonly line?: number;
  /** Column or field name as the file has it, such as `status` or `commitments[3].title`. */
  readonly column?: string;
  /** The offending value as given, cut to 200 characters. */
  readonly value?: string;
  /** Of a CONFLICT: the version that is current. */
  readonly currentVersion?: number;
}

/** A sentence in both languages. */
export interface Wording {
  readonly en: string;
  readonly fr: string;
}

/** Where a problem lies, and which value is at fault. */
export type Place = Pick<Problem, 'line' | 'column' | 'value'>;

/** A place, with what else programs want to know. */
export type ProblemDetails = Place & Pick<Problem, 'code' | 'currentVersion'>;

const longestValue = 200;

/** An error about one value. */
export function error(message: string | Wording, details: ProblemDetails = {}): Problem {
  return problem('error', message, details);
}

/** A warning about one value. */
export function warning(message: string | Wording, details: ProblemDetails = {}): Problem {
  return problem('warning', message, details);
}

function problem(
  severity: Problem['severity'],
  message: string | Wording,
  { value, ...details }: ProblemDetails,
): Problem {
  const shown =
    value !== undefined && value.length > longestValue
      ? `${value.slice(0, longestValue).toWellFormed()}…`
      : value;
  return {
    severity,
    ...(typeof message === 'string' ? { message } : { message: message.en, french: message.fr }),
    ...details,
    ...(shown !== undefined && { value: shown }),
  };
}
