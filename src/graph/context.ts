import type { Caller } from '../access/caller.js';
import type { Viewing } from '../model/language.js';
import type { Loading } from './loading/loading.js';

/** What every resolver gets: who is asking, how they want to see things, and what the request loads. */
export interface GraphContext extends Viewing {
  readonly caller: Caller;
  readonly loading: Loading;
}
