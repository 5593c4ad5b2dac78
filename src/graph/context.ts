import type { Viewing } from '../model/language.js';
import type { Loading } from './loading/loading.js';

/** What every resolver gets: how the caller wants to see things, and what the request loads. */
export interface GraphContext extends Viewing {
  readonly loading: Loading;
}
