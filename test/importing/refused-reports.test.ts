import { describeRefusals } from './describe-refusals.js';
import { activity, assessment, leg, plan, report } from './single-facts.js';

describeRefusals('what it says of reports, references, activities and assessments', [
  [
    'a report on an unknown commitment',
    { reports: [report({ commitment: `${plan}/99`, entries: [{ deliverable: `${plan}/99.1` }] })] },
    {
      column: 'reports[0].commitment',
      value: `${plan}/99`,
      message: 'There is no such commitment; import or create it first.',
      on: '"commitment"',
    },
  ],
  [
    'a report by an unknown department',
    { reports: [report({ department: 'odx' })] },
    {
      column: 'reports[0].department',
      value: 'odx',
      message: 'No department is known by this name; import or create it first.',
    },
  ],
  [
    'a report for an unknown period',
    { reports: [report({ period: '2023-06' })] },
    {
      column: 'reports[0].period',
      value: '2023-06',
      message: 'The plan ca-2016-2018 has no such reporting period.',
    },
  ],
  [
    'a report on a deliverable of another commitment',
    { reports: [report({ entries: [{ deliverable: `${plan}/19.1` }, { deliverable: `${plan}/2.1` }] })] },
    {
      column: 'reports[0].entries[1].deliverable',
      value: `${plan}/2.1`,
      message: 'This is no deliverable of ca-2016-2018/19.',
    },
  ],
  [
    'a report that names a deliverable twice',
    { reports: [report({ entries: [{ deliverable: `${plan}/19.1` }, { deliverable: `${plan}/19.1` }] })] },
    {
      column: 'reports[0].entries[1].deliverable',
      value: `${plan}/19.1`,
      message: 'Each deliverable may stand once in a report.',
    },
  ],
  [
    'a report given twice, by two names of one department',
    { reports: [report(), report({ department: 'Treasury Board Secretariat' })] },
    {
      column: 'reports[1].commitment',
      value: `${plan}/19`,
      message: 'A department reports once on a commitment for a period.',
      on: '"commitment"',
    },
  ],
  [
    'a reference from an unknown commitment',
    { references: [{ from: `${plan}/99`, to: `${plan}/19` }] },
    {
      column: 'references[0].from',
      value: `${plan}/99`,
      message: 'There is no such commitment; import it first.',
    },
  ],
  [
    'a reference of a commitment to itself',
    { references: [{ from: `${plan}/19`, to: `${plan}/19` }] },
    { column: 'references[0].to', value: `${plan}/19`, message: 'A commitment does not refer to itself.' },
  ],
  [
    'a reference of a wrong kind between plans',
    { references: [{ from: `${plan}/19`, to: 'ca-2018-2021/10', kind: 'DEPENDS_ON' }] },
    {
      column: 'references[0].to',
      value: 'ca-2018-2021/10',
      message: 'Between plans only CONTINUES and SUPERSEDES are accepted, not DEPENDS_ON.',
    },
  ],
  [
    'a reference from a deliverable of another commitment',
    { references: [{ from: `${plan}/19`, to: `${plan}/20`, deliverable: `${plan}/2.1` }] },
    {
      column: 'references[0].deliverable',
      value: `${plan}/2.1`,
      message: 'This is no deliverable of ca-2016-2018/19.',
    },
  ],
  [
    'a reference in an unknown period',
    { references: [{ from: `${plan}/19`, to: `${plan}/20`, period: '2023-06' }] },
    {
      column: 'references[0].period',
      value: '2023-06',
      message: 'The plan ca-2016-2018 has no such reporting period.',
    },
  ],
  [
    'an activity given twice',
    { activities: [activity(), activity()] },
    {
      column: 'activities[1].code',
      value: 'a-tour',
      message: 'Each activity may stand once; activities[0].code has the same.',
    },
  ],
  [
    'an activity that ends before it begins',
    { activities: [activity({ start: '2020-01-02', end: '2020-01-01' })] },
    { column: 'activities[0].end', value: '2020-01-01', message: '"end" must not be before "start".' },
  ],
  [
    'a leg given twice',
    { activities: [activity({ legs: [leg, leg] })] },
    {
      column: 'activities[0].legs[1].position',
      value: '1',
      message: 'Each leg may stand once; activities[0].legs[0].position has the same.',
      on: '"position"',
    },
  ],
  [
    'a leg that ends before it begins',
    { activities: [activity({ legs: [{ ...leg, start: '2020-01-02', end: '2020-01-01' }] })] },
    {
      column: 'activities[0].legs[0].end',
      value: '2020-01-01',
      message: '"end" must not be before "start".',
    },
  ],
  [
    'an activity held by an unknown organization',
    { activities: [activity({ organizations: ['tbs', 'Moon Office'] })] },
    {
      column: 'activities[0].organizations[1]',
      value: 'Moon Office',
      message: 'No department or partner organization is known by this name; import it first.',
    },
  ],
  [
    'an activity on an unknown commitment',
    { activities: [activity({ commitments: [`${plan}/99`] })] },
    {
      column: 'activities[0].commitments[0]',
      value: `${plan}/99`,
      message: 'There is no such commitment; import it first.',
    },
  ],
  [
    'an assessment of an unknown commitment',
    { assessments: [assessment({ commitment: `${plan}/99` })] },
    {
      column: 'assessments[0].commitment',
      value: `${plan}/99`,
      message: 'There is no such commitment; import it first.',
    },
  ],
  [
    'an assessment of a deliverable of another commitment',
    { assessments: [assessment({ deliverable: `${plan}/2.1` })] },
    {
      column: 'assessments[0].deliverable',
      value: `${plan}/2.1`,
      message: 'This is no deliverable of ca-2016-2018/19.',
    },
  ],
  [
    'an assessment for an unknown period',
    { assessments: [assessment({ period: '2023-06' })] },
    {
      column: 'assessments[0].period',
      value: '2023-06',
      message: 'The plan ca-2016-2018 has no such reporting period.',
    },
  ],
  [
    'an assessment with a level of another scale',
    { assessments: [assessment({ level: 'MAJOR' })] },
    {
      column: 'assessments[0].level',
      value: 'MAJOR',
      message: 'The scale IRM_AMBITION has the levels LOW, HIGH.',
    },
  ],
  [
    'two assessments that contradict each other',
    { assessments: [assessment(), assessment({ level: 'LOW' })] },
    {
      column: 'assessments[1].level',
      value: 'LOW',
      message:
        'An author gives one level on a scale for the same thing and period; another one stands above.',
    },
  ],
]);
