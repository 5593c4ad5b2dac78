import pg from 'pg';

type Send = (...statement: readonly unknown[]) => unknown;

/**
 * A connection that is given the next statement when the last one is answered. Loaders of one transaction ask for
 * several things at once and share its connection; pg queues them too, but warns of it and will stop to in its
 * version 9.
 */
export class SequentialClient extends pg.Client {
  constructor(settings?: string | pg.ClientConfig) {
    super(settings);
    const send = this.query.bind(this) as Send;
    let previous: Promise<unknown> = Promise.resolve();
    const sendInTurn: Send = (...statement) => {
      // With a callback, or an object that submits itself, pg gives no promise to wait for; the hub uses neither.
      if (!statement.every(isPlain)) return send(...statement);
      const answer = previous.then(() => send(...statement));
      previous = answer.catch(() => undefined);
      return answer;
    };
    Object.assign(this, { query: sendInTurn });
  }
}

function isPlain(part: unknown): boolean {
  return typeof part !== 'function' && !(typeof part === 'object' && part !== null && 'submit' in part);
}
