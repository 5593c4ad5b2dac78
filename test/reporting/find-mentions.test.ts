import fc from 'fast-check';
import { findMentions } from '../../src/reporting/find-mentions.js';
import { findNames } from '../../src/reporting/find-names.js';
import { collapseWhiteSpace } from '../../src/reporting/quote.js';

const numbersIn = (text: string) => findMentions(text).map(({ number }) => number);
const quotesIn = (text: string) => findMentions(text).map(({ quote }) => quote);

describe('commitments mentioned by number', () => {
  it.each([
    ['Commitment 20', [20]],
    ['commitment\u00a0 \t20.', [20]],
    ['COMMITMENT 7, then 8', [7]],
    ['Commitment 20.Next sentence', [20]],
    ['Commitment 20’s update and (commitment 21)', [20, 21]],
    ['Commitment #20, commitment no. 21, Commitment number 22', [20, 21, 22]],
    ['Commitments 20 and 22', [20, 22]],
    ['commitments 3, 5 and 7', [3, 5, 7]],
    ['Commitments 3,5, and 7 & 9 or 11', [3, 5, 7, 9, 11]],
    ['Commitment(s) 3/4', [3, 4]],
    ['Commitments 3 to 6 and 9–11', [3, 4, 5, 6, 9, 10, 11]],
    ['commitments 20, 22 and 2018', [20, 22]],
    ['l’engagement 20', [20]],
    ['Engagements 20 et 22', [20, 22]],
    ['les engagements nos 3, 5 ou 7 à 9', [3, 5, 7, 8, 9]],
    ['Commitment 20 and Commitment 22', [20, 22]],
    ['Commitment 007', [7]],
  ])('%j names %j', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });

  it.each([
    ['Commitment 2018'],
    ['Commitment 0'],
    ['recommitment 20'],
    ['sub-commitment 20'],
    ['Commitmental 20'],
    ['Commitment20'],
    ['Commitment\n20'],
    ['a commitment, 20 of them'],
    ['Commitment 20.5 million'],
    ['a commitment 20,000 strong'],
    ['un engagement 20,5 fois tenu'],
    ['Commitment 20 000'],
    ['commitment 20 million'],
    ['commitments 20 per cent'],
    ['commitment 20 %'],
    ['Commitment 20th'],
    ['Commitment 18-20'],
    ['Commitment twenty'],
  ])('%j names none', (text) => {
    expect(findMentions(text)).toEqual([]);
  });

  it('does not read an endless list to its end', () => {
    expect(findMentions(`Commitments ${'1, '.repeat(10_000)}`).length).toBeLessThan(100);
  });

  it('tells where each mention begins', () => {
    expect(findMentions('See CA0061 and commitments 20 and 22.')).toEqual([
      { number: null, code: null, ogpCode: 'CA0061', quote: 'See CA0061 and commitments', index: 4 },
      { number: 20, code: null, ogpCode: null, quote: 'See CA0061 and commitments 20 and 22', index: 15 },
      { number: 22, code: null, ogpCode: null, quote: 'See CA0061 and commitments 20 and 22', index: 34 },
    ]);
  });
});

describe('commitments mentioned by code', () => {
  it.each([
    ['see ca-2016-2018/20.', 'ca-2016-2018/20'],
    ['CA-2016-2018/20', 'ca-2016-2018/20'],
    ['https://hub.example/commitments/ca-2016-2018/20', 'ca-2016-2018/20'],
    ['deliverable ca-2016-2018/19.2 is late', 'ca-2016-2018/19'],
    ['(ca-on-2019-2021/3)', 'ca-on-2019-2021/3'],
  ])('%j holds %s', (text, code) => {
    expect(findMentions(text)).toMatchObject([{ number: null, code, ogpCode: null }]);
  });

  it.each([
    ['24/7'],
    ['mid-term/2'],
    ['ca-2016-2018/2016-06'],
    ['ca-2016-2018/0'],
    ['xca_ca-2016/x'],
    ['2016-2018/20'],
  ])('%j holds none', (text) => {
    expect(findMentions(text)).toEqual([]);
  });

  it.each([
    ['CA0061', ['CA0061']],
    ['ca0061', ['CA0061']],
    ['https://www.opengovpartnership.org/members/canada/commitments/CA0061/', ['CA0061']],
    ['XCA0061', []],
    ['CA00611', []],
    ['CA006', []],
  ])('%j holds the OGP codes %j', (text, codes) => {
    expect(findMentions(text).map(({ ogpCode }) => ogpCode)).toEqual(codes);
  });
});

describe('the quote', () => {
  it.each([
    ['  1. As noted in the Commitment 20 update, civic tech', 'As noted in the Commitment 20 update'],
    ['so. The Commitment 22 update describes online and', 'The Commitment 22 update describes'],
    ['Targeted activities include:\n  - the Commitment  3 forum\nand more', 'the Commitment 3 forum'],
    ['first; second (see Commitment 3) third', 'see Commitment 3'],
    ['It ended.As Commitment 3 says.Then', 'As Commitment 3 says'],
    [
      'In 3.5 of 10,000 cases Commitment 4 applies at 10:30',
      'In 3.5 of 10,000 cases Commitment 4 applies at',
    ],
    ['the “Commitment 20” update', 'Commitment 20'],
    ['• ‘joint – Commitment 20 – work', 'Commitment 20'],
    ['*Commitment 20* update', 'Commitment 20'],
    ['Commitment 20-related open.canada.ca and/or', 'Commitment 20-related open.canada.ca and/or'],
    ['Comme l’indique l’engagement 20, tout va', 'Comme l’indique l’engagement 20'],
    ['Commitment 20\nupdate', 'Commitment 20'],
    ['about 💡 ideas in Commitment 20 💡', 'about 💡 ideas in Commitment 20'],
  ])('of %j is %j', (text, quote) => {
    expect(quotesIn(text)).toEqual([quote]);
  });

  it('goes back at most twelve words', () => {
    const words = Array.from({ length: 30 }, (_, index) => `w${index}`).join(' ');
    expect(quotesIn(`${words} Commitment 20`)).toEqual([
      'w18 w19 w20 w21 w22 w23 w24 w25 w26 w27 w28 w29 Commitment 20',
    ]);
  });

  it('leaves out a word too long to be one', () => {
    const long = 'x'.repeat(1000);
    expect(quotesIn(`see ${long} the Commitment 20 ${long} update`)).toEqual(['the Commitment 20']);
  });
});

describe('names of organizations', () => {
  const names = ['Open Data Exchange', 'Société Québec', 'Exchange', 'Data Ex', ' '];

  it('are found as whole words, each once, with a quote', () => {
    const text =
      'First, the Open  Data\u00a0Exchange launched a tour. The Open Data Exchange went on; Société\nQuébec too';
    expect(findNames(text, names)).toEqual([
      { name: 'Open Data Exchange', quote: 'the Open Data Exchange launched a' },
      { name: 'Société Québec', quote: 'Société Québec too' },
      { name: 'Exchange', quote: 'the Open Data Exchange launched a' },
    ]);
  });

  it('are not found inside other words or without their accents', () => {
    expect(findNames('ReExchange Exchanges Éxchange Societe Quebec exchange', names)).toEqual([]);
  });

  it('are found after an occurrence inside a longer word', () => {
    expect(findNames('Exchanges by Exchange', ['Exchange'])).toEqual([
      { name: 'Exchange', quote: 'Exchanges by Exchange' },
    ]);
  });

  it('end their quote at a line’s end', () => {
    expect(findNames('Led by\nExchange\nalone', ['Exchange'])).toEqual([
      { name: 'Exchange', quote: 'Exchange' },
    ]);
  });
});

describe('whatever text comes in', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Commitment ',
      'commitments ',
      'engagement ',
      '20',
      ', ',
      ' and ',
      '\u00a0',
      '\n',
      '. ',
      '1. ',
    ),
    fc.constantFrom('ca-2016-2018/', 'CA0061', '/', '-', '’', '“', 'é', '💡', '\ud83d', '\ude00', '\u0000'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('every quote stands in the text, and every mention has one name', () => {
    fc.assert(
      fc.property(text, (written) => {
        const collapsed = collapseWhiteSpace(written);
        for (const { number, code, ogpCode, quote, index } of findMentions(written)) {
          expect(collapsed).toContain(quote);
          expect(quote).not.toBe('');
          expect([number, code, ogpCode].filter((one) => one !== null)).toHaveLength(1);
          expect(index).toBeLessThan(written.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('every name’s quote stands in the text and holds the name', () => {
    fc.assert(
      fc.property(text, fc.array(piece, { maxLength: 5 }), (written, names) => {
        const collapsed = collapseWhiteSpace(written);
        for (const { name, quote } of findNames(written, names)) {
          expect(collapsed).toContain(quote);
          expect(quote).toContain(collapseWhiteSpace(name));
        }
      }),
      { numRuns: 1000, examples: [['💡', ['\udca1']]] },
    );
  });

  it.each([
    ['commitment 1 '],
    ['commitments 1, '],
    ['1, '],
    ['CA0061/'],
    ['CA0061-'],
    ['commitment '],
    ['a-1111-'],
    ['ca-2016-2018/'],
    ['\u00a0'],
    ['x'],
    ['.'],
    [',1'],
  ])('takes little time over 100 KB of %j', (unit) => {
    const hostile = unit.repeat(100_000 / unit.length);
    const began = performance.now();
    findMentions(hostile);
    findMentions(`commitments ${hostile}`);
    findNames(hostile, ['x', '1', 'commitment 1', 'CA0061']);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
