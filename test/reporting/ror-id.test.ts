import fc from 'fast-check';
import { isRorId } from '../../src/reporting/ror-id.js';

const characters = [...'0123456789abcdefghijklmnopqrstuvwxyz'];
/** Identifiers that the registry gave: University of Waterloo, University of Toronto, CERN. */
const real = ['01aff2v68', '03dbr7087', '01ggx4157'];

describe('an identifier of the Research Organization Registry', () => {
  it.each(real)('is known as one: %s', (identifier) => {
    expect(isRorId(identifier)).toBe(true);
  });

  it.each(real)('is refused with any one character changed: %s', (identifier) => {
    const changed = [...identifier].flatMap((right, at) =>
      characters
        .filter((character) => character !== right)
        .map((wrong) => identifier.slice(0, at) + wrong + identifier.slice(at + 1)),
    );
    expect(changed).toHaveLength(9 * 35);
    expect(changed.filter(isRorId)).toEqual([]);
  });

  it('has one pair of check digits for whatever stands before them', () => {
    const six = fc.string({
      unit: fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz'),
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(six, (digits) => {
        const pairs = Array.from({ length: 100 }, (_, pair) => `0${digits}${String(pair).padStart(2, '0')}`);
        expect(pairs.filter(isRorId)).toHaveLength(1);
      }),
    );
  });

  it.each([
    '',
    '1aff2v68',
    '001aff2v68',
    '01aff2v6',
    '01AFF2V68',
    ' 01aff2v68',
    '01aff2v68\n',
    'https://ror.org/01aff2v68',
  ])('is nothing else: %j', (text) => {
    expect(isRorId(text)).toBe(false);
  });
});
