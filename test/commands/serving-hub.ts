import type { Answer } from '../setup/hub.js';
import { type Ended, HubProcess, type HubSettings } from './hub-process.js';

/** A hub that serves, started by its own command. */
export class ServingHub {
  private constructor(
    readonly process: HubProcess,
    /** Such as `http://127.0.0.1:40123`. */
    readonly address: string,
    /** Where its data lies, as it says. */
    readonly place: string,
  ) {}

  /** Starts one and waits until it says that it is ready. */
  static async start(settings: HubSettings): Promise<ServingHub> {
    const hub = new HubProcess('serve', settings);
    const [, address = '', place = ''] = await hub.written(
      /ready at (http:\S+)\/graphql.*?\nData: ([^\n]*)\n/s,
    );
    return new ServingHub(hub, address, place);
  }

  /** Sends a query and expects it to succeed. */
  // biome-ignore lint/suspicious/noExplicitAny: a query's shape is the test's own business
  async query(query: string): Promise<any> {
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as Answer;
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Tells it to stop and waits until it has. */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    this.process.signal(signal);
    return this.process.ended;
  }
}
