import fc from 'fast-check';

/** Values that are sound somewhere, and contradict something elsewhere. */
const values: readonly unknown[] = [
  0,
  1,
  2,
  19,
  30,
  2242,
  4001,
  true,
  false,
  'tbs',
  'odx',
  'moon',
  'stars',
  'uwaterloo',
  'Treasury Board Secretariat',
  'Open Data Exchange',
  'University of Waterloo',
  'ca-2016-2018',
  'xx-2016-2018',
  'ca-2016-2018/19',
  'ca-2016-2018/30',
  'ca-2016-2018/31',
  'xx-2016-2018/30',
  'ca-2016-2018/19.1',
  'ca-2016-2018/30.1',
  'mid-term',
  'end-of-term',
  'only',
  'CA0060',
  'CA0900',
  '01aff2v68',
  '03dbr7087',
  'ROR',
  '0001-01-01',
  '2016-07-01',
  '2018-06-30',
  '9999-12-31',
  'SUGGESTED',
  'CONTINUES',
  'SUPPORT',
  'IRM',
  'SCHEDULE',
  'COMPLETED',
  'HIGH',
  'NIL',
  'ᓄᓇᕗᑦ'.repeat(100),
];

interface Edit {
  /** Which of the single values is replaced, as a part of their number. */
  readonly which: number;
  /** By which of the values that may stand there, as a part of their number. */
  readonly by: number;
  /** Whether by any value, also of quite another kind. */
  readonly byAny: boolean;
  /** Which of the items of lists is given twice, as a part of their number; null: none. */
  readonly twice: number | null;
}

const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const edit: fc.Arbitrary<Edit> = fc.record({
  which: part,
  by: part,
  byAny: fc.integer({ min: 1, max: 10 }).map((throws) => throws === 1),
  twice: fc.integer({ min: 1, max: 6 }).chain((throws) => (throws === 1 ? part : fc.constant(null))),
});

/** The facts with a few values replaced by other plausible ones, and some things given twice. */
export function mutatedFacts(facts: object): fc.Arbitrary<object> {
  return fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) => {
    const mutated = structuredClone(facts);
    for (const { which, by, byAny, twice } of edits) {
      const place = pick(
        placesIn(mutated).filter(({ holder, name }) => !isHolder(holder[name])),
        which,
      );
      if (place) {
        const kind = kindOf(place.holder[place.name]);
        place.holder[place.name] = pick(
          values.filter((value) => byAny || kindOf(value) === kind),
          by,
        );
      }
      const item = twice === null ? undefined : pick(placesIn(mutated).filter(isItem), twice);
      if (item && Array.isArray(item.holder)) item.holder.push(structuredClone(item.holder[item.name]));
    }
    return mutated;
  });
}

function pick<Thing>(things: readonly Thing[], part: number): Thing | undefined {
  return things[Math.floor(part * things.length)];
}

/** What a value looks like: a date, a commitment's code, a level or a kind, a name or code, or no text. */
function kindOf(value: unknown): string {
  if (typeof value !== 'string') return typeof value;
  if (/^\d{4}-/.test(value)) return 'date';
  if (value.includes('/')) return 'path';
  return /^[A-Z_]{3,}$/.test(value) ? 'level' : 'words';
}

/** An object or a list, with its values by name or place. */
type Holder = Record<string | number, unknown>;

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

interface Place {
  readonly holder: Holder;
  readonly name: string | number;
}

function isItem({ holder }: Place): boolean {
  return Array.isArray(holder);
}

/** Every place of a value in this one, however deep. */
function placesIn(value: object): Place[] {
  return Object.keys(value).flatMap((key) => {
    const holder = value as Holder;
    const name = Array.isArray(value) ? Number(key) : key;
    const inner = holder[name];
    return [{ holder, name }, ...(isHolder(inner) ? placesIn(inner) : [])];
  });
}
