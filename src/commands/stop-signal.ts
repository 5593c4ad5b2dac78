/** How a command learns that it is to stop. */
export interface StopSignal {
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly asked: AbortSignal;
  /** Aborted by one that comes a while later: somebody is tired of waiting. */
  readonly urged: AbortSignal;
}

/** Signals so close to the first, in ms, are the same: Ctrl-C reaches the hub from the terminal and again from npm. */
const sameMoment = 1_000;

/** How often to look whether npm still runs, in ms. */
const watchInterval = 250;

/** Listens for whatever asks this process to stop. */
export function listenForStop(): StopSignal {
  const [asked, urged] = [new AbortController(), new AbortController()];
  let since = Number.POSITIVE_INFINITY;
  const stop = () => {
    if (!asked.signal.aborted) {
      since = Date.now();
      asked.abort();
    } else if (Date.now() - since > sameMoment) {
      urged.abort();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  if (isBelowNpm()) stopAfterParent(stop);
  return { asked: asked.signal, urged: urged.signal };
}

/** `npm start` and `npx hub` run the hub below a shell, which ends at SIGTERM without a word to the hub. */
function isBelowNpm(): boolean {
  return ['start', 'npx'].includes(process.env['npm_lifecycle_event'] ?? '');
}

function stopAfterParent(stop: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, watchInterval);
  watch.unref();
}
