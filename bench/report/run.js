// Reports per second through the hub's mutations, beside the rate of the bare INSERTs of the same rows.
import { insertBare } from './bare-inserts.js';
import { startBenchHub } from './bench-hub.js';
import { aReport, commitments, periods } from './facts.js';

/** Rounds of each measurement, interleaved; the median counts. */
const rounds = 5;
/** Reports of a round, sent one by one or together. */
const reportsOfRound = 200;
const clients = 8;
const together = 100;

const submitReport = `mutation ($input: SubmitReportInput!) {
  payload: submitReport(input: $input) { report { code } cursor userErrors { code field message } }
}`;
const submitReports = `mutation ($input: SubmitReportsInput!) {
  payload: submitReports(input: $input) { results { report { code } } cursor userErrors { code field message } }
}`;

const hub = await startBenchHub();
let next = 0;
let bare = 0;
/** The next reports; no two of a run are on the same commitment and period. */
const take = (count) => {
  const from = next;
  next += count;
  if (next > commitments * periods) throw new Error('the run has more reports than there are');
  return Array.from({ length: count }, (_, at) => from + at);
};
const takeBare = (count) => {
  const from = bare;
  bare += count;
  return Array.from({ length: count }, (_, at) => from + at);
};

/** Does something with each piece of work, with so many at once. */
async function inParallel(count, work, run) {
  const left = [...work];
  await Promise.all(
    Array.from({ length: count }, async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await run(one);
    }),
  );
}

const inPieces = (places, size) =>
  Array.from({ length: Math.ceil(places.length / size) }, (_, at) =>
    places.slice(at * size, (at + 1) * size),
  );
const sendOne = (place) => hub.send(submitReport, { ...aReport(place), idempotencyKey: `report-${place}` });
const sendMany = (places) =>
  hub.send(submitReports, { reports: places.map(aReport), mode: 'ALL_OR_NOTHING' });

const measurements = {
  'bare INSERTs, one by one': () =>
    inParallel(1, inPieces(takeBare(reportsOfRound), 1), (places) => insertBare(hub.pool, places)),
  'submitReport, one by one': () => inParallel(1, take(reportsOfRound), sendOne),
  [`bare INSERTs, ${clients} at once`]: () =>
    inParallel(clients, inPieces(takeBare(reportsOfRound), 1), (places) => insertBare(hub.pool, places)),
  [`submitReport, ${clients} at once`]: () => inParallel(clients, take(reportsOfRound), sendOne),
  [`bare INSERTs, ${together} together`]: () =>
    inParallel(1, inPieces(takeBare(reportsOfRound), together), (places) => insertBare(hub.pool, places)),
  [`submitReports, ${together} together`]: () =>
    inParallel(1, inPieces(take(reportsOfRound), together), sendMany),
};

const rates = new Map(Object.keys(measurements).map((name) => [name, []]));
try {
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, run] of Object.entries(measurements)) {
      const start = performance.now();
      await run();
      // The first round only warms up.
      if (round > 0) rates.get(name).push((reportsOfRound * 1_000) / (performance.now() - start));
    }
  }
} finally {
  await hub.stop();
}

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
const names = Object.keys(measurements);
console.log('\nreports per second (median of %d rounds), and the part of the bare INSERTs’ rate\n', rounds);
for (let at = 0; at < names.length; at += 2) {
  const [limit, own] = [median(rates.get(names[at])), median(rates.get(names[at + 1]))];
  console.log(`${names[at].padEnd(32)} ${limit.toFixed(0).padStart(7)}`);
  console.log(`${names[at + 1].padEnd(32)} ${own.toFixed(0).padStart(7)}   ${(own / limit).toFixed(2)}`);
}
