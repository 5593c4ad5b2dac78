import { AbstractLogger } from 'typeorm';

/** Counts the statements that reach the database. */
export class StatementCounter extends AbstractLogger {
  #statements: string[] = [];

  override logQuery(statement: string): void {
    this.#statements.push(statement);
  }

  /** The statements since the last call. */
  take(): readonly string[] {
    const taken = this.#statements;
    this.#statements = [];
    return taken;
  }

  protected override writeLog(): void {
    // Only statements count.
  }
}
