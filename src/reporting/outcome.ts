import type { Problem } from './problem.js';

/** How many things of one sort were made, changed, and found to be so already. */
export interface Tally {
  created: number;
  amended: number;
  unchanged: number;
}

/** Problems kept at the most; further ones are only counted. */
const mostProblems = 1_000;

/** What saving came to: what changed, and what was wrong. */
export class Outcome {
  readonly #tallies = new Map<string, Tally>();
  readonly #problems: Problem[] = [];
  #placeOf: (column: string) => Pick<Problem, 'line' | 'column'> = () => ({});
  #errors = 0;
  #omitted = 0;

  /** Counts what happened to things of one sort, such as `commitments`. */
  count(things: string, { created = 0, amended = 0, unchanged = 0 }: Partial<Tally>): void {
    const tally = this.#tallies.get(things) ?? { created: 0, amended: 0, unchanged: 0 };
    tally.created += created;
    tally.amended += amended;
    tally.unchanged += unchanged;
    this.#tallies.set(things, tally);
  }

  /**
   * From now on, problems that name a column but no line get the line that this finds, and the file's own name for
   * the column where it has another one.
   */
  locate(
    lineOf: (column: string) => number | null,
    nameOf: (column: string) => string = (column) => column,
  ): void {
    this.#placeOf = (column) => {
      const line = lineOf(column);
      return { column: nameOf(column), ...(line !== null && { line }) };
    };
  }

  /** Takes down a problem. */
  note(problem: Problem): void {
    if (problem.severity === 'error') this.#errors += 1;
    if (this.#problems.length >= mostProblems) {
      this.#omitted += 1;
    } else if (problem.line === undefined && problem.column !== undefined) {
      this.#problems.push({ ...problem, ...this.#placeOf(problem.column) });
    } else {
      this.#problems.push(problem);
    }
  }

  /** Takes down several problems. */
  noteAll(problems: Iterable<Problem>): void {
    for (const problem of problems) this.note(problem);
  }

  /** Takes down that there are so many errors more, which are not told one by one. */
  noteMore(errors: number): void {
    this.#errors += errors;
    this.#omitted += errors;
  }

  get tallies(): ReadonlyMap<string, Readonly<Tally>> {
    return this.#tallies;
  }

  /** The problems in the order they were found, the first thousand of them. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** How many problems more there were than are kept. */
  get omitted(): number {
    return this.#omitted;
  }

  /** Whether there was an error, so that nothing may be saved. */
  get refused(): boolean {
    return this.#errors > 0;
  }
}
