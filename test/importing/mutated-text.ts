import fc from 'fast-check';

/** What people and programs break files with. */
const fragments = [
  '',
  ' ',
  '\n',
  '\r\n\r\n',
  '\t',
  ',',
  '"',
  '""',
  '{',
  '}',
  '[',
  ']',
  ':',
  'null',
  '-1',
  '0',
  '99999999999999999999',
  '1e400',
  '0000-01-01',
  '9999-12-31',
  '2017-02-30',
  '\u0000',
  '\\u0000',
  '\\ud800',
  '\ufeff',
  '\ufffd',
  '\u202e',
  'É',
  '🍁',
  'e\u0301',
  'ᓄᓇᕗᑦ'.repeat(60),
  'x'.repeat(3_000),
  'word '.repeat(4_500),
  'Commitment 20',
  'Commitments 1 to 99, 100 and 0',
  'ca-2016-2018/19',
  'CA0060',
  'Treasury Board of Canada Secretariat, Finance and ODX',
  "'; drop table commitment; --",
  '%s {0} $1 \\',
  '__proto__',
];

interface Edit {
  /** Where in the text, as a part of its length. */
  readonly at: number;
  /** Characters taken away. */
  readonly removed: number;
  readonly put: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
  put: fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 5 })),
});

/** The text with a few pieces of it taken away, replaced or put in. */
export function mutatedText(text: string): fc.Arbitrary<string> {
  return fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) =>
    edits.reduce((before, { at, removed, put }) => {
      const start = Math.floor(at * before.length);
      return before.slice(0, start) + put + before.slice(start + removed);
    }, text),
  );
}
