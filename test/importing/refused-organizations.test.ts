import { describeRefusals } from './describe-refusals.js';
import { department, partner, ror } from './single-facts.js';

describeRefusals('what it says of departments and partner organizations', [
  [
    'a department with the GC OrgID of one in the hub',
    { departments: [department('moon', { gcOrgId: 2242 })] },
    {
      column: 'departments[0].gcOrgId',
      value: '2242',
      message: 'This GC OrgID is that of the department "tbs"; each department has its own.',
    },
  ],
  [
    'a department with the GC OrgID of one above it',
    { departments: [department('moon', { gcOrgId: 4001 }), department('sun', { gcOrgId: 4001 })] },
    {
      column: 'departments[1].gcOrgId',
      value: '4001',
      message: 'This GC OrgID is that of the department "moon"; each department has its own.',
    },
  ],
  [
    'a department given twice',
    { departments: [department('moon'), department('moon', { name: { en: 'Other' } })] },
    {
      column: 'departments[1].code',
      value: 'moon',
      message: 'Each department may stand once; departments[0].code has the same.',
    },
  ],
  [
    'an alias that ends before it begins',
    {
      departments: [
        department('moon', { aliases: [{ name: 'Luna', from: '2020-01-01', to: '2019-01-01' }] }),
      ],
    },
    {
      column: 'departments[0].aliases[0].to',
      value: '2019-01-01',
      message: '"to" must not be before "from".',
    },
  ],
  [
    'a partner organization with the identifier of one in the hub',
    { partners: [partner('moon', { identifiers: [ror] })] },
    {
      column: 'partners[0].identifiers[0].value',
      value: ror.value,
      message:
        'This identifier is that of the partner organization "uwaterloo"; each organization has its own.',
    },
  ],
  [
    'a partner organization with the identifier of one above it',
    {
      partners: [
        partner('moon', { identifiers: [{ scheme: 'X', value: '7' }] }),
        partner('sun', { identifiers: [{ scheme: 'X', value: '7' }] }),
      ],
    },
    {
      column: 'partners[1].identifiers[0].value',
      value: '7',
      message: 'This identifier is that of the partner organization "moon"; each organization has its own.',
    },
  ],
  [
    'a ROR identifier whose check digits are wrong',
    { partners: [partner('moon', { identifiers: [{ scheme: 'ror', value: '01aff2v69' }] })] },
    {
      column: 'partners[0].identifiers[0].value',
      value: '01aff2v69',
      message:
        'A ROR identifier has nine characters, such as "01aff2v68", the last two a check of the others.',
    },
  ],
  [
    'a partner organization given twice',
    { partners: [partner('moon'), partner('moon')] },
    {
      column: 'partners[1].code',
      value: 'moon',
      message: 'Each partner organization may stand once; partners[0].code has the same.',
      on: '"code": "moon"',
    },
  ],
]);
