/**
 * Something wrong with what was handed in. Problems are collected, never thrown one by one, so that whoever
 * handed it in can mend everything at once.
 */
export interface Problem {
  /** An error refuses the whole file or input; a warning is only told. */
  readonly severity: 'error' | 'warning';
  /** What is wrong and what is accepted instead, as one English sentence. */
  readonly message: string;
  /** Line in the file, counted from 1, where there is one. */
  readonly line?: number;
  /** Column or field name as the file has it, such as `status` or `commitments[3].title`. */
  readonly column?: string;
  /** The offending value as given, cut to 200 characters. */
  readonly value?: string;
}

const longestValue = 200;

/** An error about one value. */
export function error(message: string, place: Omit<Problem, 'severity' | 'message'> = {}): Problem {
  return { severity: 'error', message, ...cut(place) };
}

/** A warning about one value. */
export function warning(message: string, place: Omit<Problem, 'severity' | 'message'> = {}): Problem {
  return { severity: 'warning', message, ...cut(place) };
}

function cut(place: Omit<Problem, 'severity' | 'message'>): Omit<Problem, 'severity' | 'message'> {
  return place.value !== undefined && place.value.length > longestValue
    ? { ...place, value: `${place.value.slice(0, longestValue)}…` }
    : place;
}
