import { describeRefusals } from './describe-refusals.js';
import { aPlan, commitment, deliverable, period } from './single-facts.js';

describeRefusals('what it says of plans and commitments', [
  [
    'a plan given twice',
    { plans: [aPlan(), aPlan()] },
    {
      column: 'plans[1].code',
      value: 'xx-2016-2018',
      message: 'Each plan may stand once; plans[0].code has the same.',
    },
  ],
  [
    'a plan that ends before it begins',
    { plans: [aPlan({ end: '2016-06-30' })] },
    { column: 'plans[0].end', value: '2016-06-30', message: '"end" must not be before "start".' },
  ],
  [
    'a reporting period given twice',
    { plans: [aPlan({ periods: [period, period] })] },
    {
      column: 'plans[0].periods[1].key',
      value: 'only',
      message: 'Each reporting period may stand once; plans[0].periods[0].key has the same.',
      on: '"key": "only"',
    },
  ],
  [
    'a reporting period that ends before it begins',
    { plans: [aPlan({ periods: [{ ...period, end: '2016-06-30' }] })] },
    { column: 'plans[0].periods[0].end', value: '2016-06-30', message: '"end" must not be before "start".' },
  ],
  [
    'a date in the year 0',
    { plans: [aPlan({ start: '0000-12-31' })] },
    {
      column: 'plans[0].start',
      value: '0000-12-31',
      message: '"start" must be a date that exists, written YYYY-MM-DD.',
    },
  ],
  [
    'a commitment of an unknown plan',
    { commitments: [commitment(1, { plan: 'zz-1999-2000' })] },
    {
      column: 'commitments[0].plan',
      value: 'zz-1999-2000',
      message: 'There is no such plan; import it first.',
    },
  ],
  [
    'a commitment given twice',
    { commitments: [commitment(30), commitment(31), commitment(30)] },
    {
      column: 'commitments[2].number',
      value: '30',
      message: 'Each commitment may stand once.',
      on: '"number": 30',
    },
  ],
  [
    'a commitment with the OGP code of one in the hub',
    { commitments: [commitment(30, { ogpCode: 'CA0060' })] },
    {
      column: 'commitments[0].ogpCode',
      value: 'CA0060',
      message: 'This OGP code is that of ca-2016-2018/19; each commitment has its own.',
    },
  ],
  [
    'a commitment with the OGP code of one above it',
    { commitments: [commitment(30, { ogpCode: 'CA0900' }), commitment(31, { ogpCode: 'CA0900' })] },
    {
      column: 'commitments[1].ogpCode',
      value: 'CA0900',
      message: 'This OGP code is that of ca-2016-2018/30; each commitment has its own.',
    },
  ],
  [
    'a commitment with too long a title',
    { commitments: [commitment(30, { title: { en: 'x'.repeat(501) } })] },
    {
      column: 'commitments[0].title.en',
      value: `${'x'.repeat(200)}…`,
      message: '"en" must have at most 500 characters.',
      on: 'xxx',
    },
  ],
  [
    'a commitment led by an unknown organization',
    {
      commitments: [
        commitment(30, {
          actors: [
            { organization: 'tbs', role: 'LEAD' },
            { organization: 'Moon Office', role: 'LEAD' },
          ],
        }),
      ],
    },
    {
      column: 'commitments[0].actors[1].organization',
      value: 'Moon Office',
      message: 'No department or partner organization is known by this name; import it first.',
    },
  ],
  [
    'a position given twice',
    {
      commitments: [
        commitment(30, {
          deliverables: [deliverable, { ...deliverable, position: 2, children: [deliverable, deliverable] }],
        }),
      ],
    },
    {
      column: 'commitments[0].deliverables[1].children[1].position',
      value: '1',
      message:
        'Each position may stand once; commitments[0].deliverables[1].children[0].position has the same.',
      on: '"position": 1',
    },
  ],
  [
    'a source code that holds a null byte',
    { commitments: [commitment(30, { sourceCode: 'C\u0000' })] },
    {
      column: 'commitments[0].sourceCode',
      value: 'C\u0000',
      message: '"sourceCode" must not hold null bytes or lone surrogates.',
      on: 'sourceCode',
    },
  ],
  [
    'an address that holds half a character',
    { commitments: [commitment(30, { pages: ['https://a.example/\ud800'] })] },
    {
      column: 'commitments[0].pages[0]',
      value: 'https://a.example/\ud800',
      message: '"pages[0]" must not hold null bytes or lone surrogates.',
      on: 'a.example',
    },
  ],
]);
