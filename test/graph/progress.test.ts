import { TestHub } from '../setup/hub.js';
import { insertReport } from './insert-report.js';
import { aCommitment, aPlan, deliverables, saveFacts } from './save-facts.js';

const counts = 'total notReported byLevel { level count }';
const progress = `progress {
  ${counts}
  byDepartment { department { code } ${counts} }
  overPeriods { period { id } ${counts} }
}`;

interface Counts {
  readonly total: number;
  readonly notReported: number;
  readonly byLevel: readonly { readonly level: string; readonly count: number }[];
}

const levels = ['NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE'];

/** Counts in short: total, not reported, and each level from the lowest. All four levels must be there, in order. */
function short({ total, notReported, byLevel }: Counts): string {
  expect(byLevel.map(({ level }) => level)).toEqual(levels);
  expect(notReported + byLevel.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  return `${total}: ${notReported} | ${byLevel.map(({ count }) => count).join(' ')}`;
}

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start('migrated');
  await saveFacts(hub, {
    departments: ['ab', 'cd', 'ef', 'none'].map((code) => ({ code, name: { en: code } })),
    partners: [{ code: 'mill', name: { en: 'Mill' }, kind: 'OTHER' }],
    plans: [aPlan('one'), aPlan('two'), aPlan('empty')],
    commitments: [
      aCommitment('one', 1, {
        actors: [
          { organization: 'ab', role: 'LEAD' },
          { organization: 'cd', role: 'LEAD' },
          { organization: 'ef', role: 'SUPPORT' },
        ],
        deliverables: deliverables(4),
      }),
      aCommitment('one', 2, {
        actors: [
          { organization: 'ab', role: 'LEAD' },
          { organization: 'mill', role: 'LEAD' },
          { organization: 'ef', role: 'LEAD', statedBy: 'OGP' },
        ],
        deliverables: [
          {
            position: 1,
            kind: 'MILESTONE',
            text: { en: 'First' },
            actors: [{ organization: 'ef', role: 'LEAD' }],
            children: [
              { position: 1, kind: 'INDICATOR', text: { en: 'a' } },
              {
                position: 2,
                kind: 'INDICATOR',
                text: { en: 'b' },
                actors: [
                  { organization: 'cd', role: 'LEAD' },
                  { organization: 'ef', role: 'LEAD' },
                ],
              },
            ],
          },
          { position: 2, kind: 'MILESTONE', text: { en: 'Second' } },
        ],
      }),
      aCommitment('one', 3, { actors: [{ organization: 'mill', role: 'LEAD' }] }),
      aCommitment('two', 1, {
        actors: [{ organization: 'cd', role: 'LEAD' }],
        deliverables: deliverables(2),
      }),
      // All that counts of it is reported on, though its milestone is not.
      aCommitment('two', 2, {
        deliverables: [
          {
            position: 1,
            kind: 'MILESTONE',
            text: { en: 'Only' },
            children: [{ position: 1, kind: 'INDICATOR', text: { en: 'a' } }],
          },
        ],
      }),
    ],
  });
  const published = { version: 1, state: 'PUBLISHED' } as const;
  await insertReport(hub, {
    ...published,
    commitment: 'one/1',
    period: 'first',
    department: 'ab',
    levels: { 'one/1.1': 'NOT_STARTED', 'one/1.2': 'LIMITED', 'one/1.3': null },
  });
  await insertReport(hub, {
    ...published,
    commitment: 'one/1',
    period: 'second',
    department: 'ab',
    levels: { 'one/1.2': 'COMPLETE', 'one/1.1': null },
  });
  await insertReport(hub, {
    ...published,
    commitment: 'one/2',
    period: 'second',
    department: 'ab',
    // A milestone is reported on, too; its indicators count, not it.
    levels: { 'one/2.1': 'COMPLETE', 'one/2.1.1': 'SUBSTANTIAL' },
  });
  await insertReport(hub, {
    ...published,
    commitment: 'two/1',
    period: 'first',
    department: 'cd',
    levels: { 'two/1.1': 'LIMITED', 'two/1.2': 'LIMITED' },
  });
  await insertReport(hub, {
    ...published,
    commitment: 'two/2',
    period: 'first',
    department: 'cd',
    levels: { 'two/2.1.1': 'COMPLETE' },
  });
});
afterAll(() => hub.stop());

async function progressOf(thing: string) {
  const { found } = await hub.query(`{ found: ${thing} { ${progress} } }`);
  const { byDepartment, overPeriods, ...now } = found.progress;
  return {
    now: short(now),
    byDepartment: Object.fromEntries(
      byDepartment.map((part: Counts & { department: { code: string } }) => [
        part.department.code,
        short(part),
      ]),
    ),
    overPeriods: overPeriods.map(
      (part: Counts & { period: { id: string } }) =>
        `${part.period.id.replace('ReportingPeriod:', '')} ${short(part)}`,
    ),
  };
}

describe('progress', () => {
  it('of a commitment counts its deliverables, once however many lead them', async () => {
    expect(await progressOf('commitment(code: "one/1")')).toEqual({
      now: '4: 2 | 1 0 0 1',
      byDepartment: { ab: '4: 2 | 1 0 0 1', cd: '4: 2 | 1 0 0 1' },
      overPeriods: ['one/first 4: 2 | 1 1 0 0', 'one/second 4: 2 | 1 0 0 1'],
    });
  });

  it('of a commitment with milestones counts indicators, and a milestone that has none', async () => {
    expect(await progressOf('commitment(code: "one/2")')).toEqual({
      now: '3: 2 | 0 0 1 0',
      byDepartment: { ab: '2: 1 | 0 0 1 0', cd: '1: 1 | 0 0 0 0', ef: '1: 1 | 0 0 0 0' },
      overPeriods: ['one/first 3: 3 | 0 0 0 0', 'one/second 3: 2 | 0 0 1 0'],
    });
  });

  it('of a commitment without deliverables is nothing', async () => {
    expect(await progressOf('commitment(code: "one/3")')).toEqual({
      now: '0: 0 | 0 0 0 0',
      byDepartment: {},
      overPeriods: [],
    });
  });

  it.each([
    ['a deliverable', 'one/1.2', '1: 0 | 0 0 0 1'],
    ['a deliverable without a level', 'one/1.3', '1: 1 | 0 0 0 0'],
    ['a milestone', 'one/2.1', '2: 1 | 0 0 1 0'],
    ['a milestone without indicators', 'one/2.2', '1: 1 | 0 0 0 0'],
    ['an indicator', 'one/2.1.1', '1: 0 | 0 0 1 0'],
  ])('of %s (%s) counts what lies below it, or itself', async (_, code, expected) => {
    expect((await progressOf(`deliverable(code: "${code}")`)).now).toBe(expected);
  });

  it('of a plan counts all its deliverables', async () => {
    expect(await progressOf('plan(code: "one")')).toEqual({
      now: '7: 4 | 1 0 1 1',
      byDepartment: { ab: '6: 3 | 1 0 1 1', cd: '5: 3 | 1 0 0 1', ef: '1: 1 | 0 0 0 0' },
      overPeriods: ['one/first 7: 5 | 1 1 0 0', 'one/second 7: 4 | 1 0 1 1'],
    });
    expect((await progressOf('plan(code: "empty")')).now).toBe('0: 0 | 0 0 0 0');
  });

  it('of a department counts what it leads by the plan, in all plans', async () => {
    expect(await progressOf('department(code: "cd")')).toEqual({
      now: '7: 3 | 1 2 0 1',
      byDepartment: { ab: '4: 2 | 1 0 0 1', cd: '7: 3 | 1 2 0 1', ef: '1: 1 | 0 0 0 0' },
      overPeriods: [
        'one/first 5: 3 | 1 1 0 0',
        'two/first 2: 0 | 0 2 0 0',
        'one/second 5: 3 | 1 0 0 1',
        'two/second 2: 0 | 0 2 0 0',
      ],
    });
    expect((await progressOf('department(code: "ef")')).now).toBe('1: 1 | 0 0 0 0');
    expect((await progressOf('department(code: "none")')).now).toBe('0: 0 | 0 0 0 0');
  });

  it('carries a level forward over the periods that say nothing new', async () => {
    const { overPeriods } = await progressOf('commitment(code: "two/1")');
    expect(overPeriods).toEqual(['two/first 2: 0 | 0 2 0 0', 'two/second 2: 0 | 0 2 0 0']);
  });

  it('ends where the current levels are', async () => {
    for (const thing of ['plan(code: "one")', 'plan(code: "two")', 'commitment(code: "one/1")']) {
      const { now, overPeriods } = await progressOf(thing);
      expect(overPeriods.at(-1)).toContain(` ${now}`);
    }
  });

  it('says in both languages how it was computed', async () => {
    const { commitment } = await hub.query(
      '{ commitment(code: "one/1") { progress { en: note(language: EN) fr: note(language: FR) note } } }',
    );
    expect(commitment.progress.en).toBe(
      'Computed by the hub from the latest published report on each of 4 deliverables; 2 not reported.',
    );
    expect(commitment.progress.fr).toContain(
      'sur chacun des 4 livrables; 2 n’ont fait l’objet d’aucun rapport.',
    );
    expect(commitment.progress.note).toBe(commitment.progress.en);
  });

  it('adds up with the filters: what is not reported there is what the filter finds', async () => {
    const { commitments } = await hub.query('{ commitments { nodes { code progress { notReported } } } } ');
    const missing = commitments.nodes.filter(
      ({ progress: { notReported } }: { progress: Counts }) => notReported > 0,
    );
    const { filtered } = await hub.query(
      '{ filtered: commitments(filter: { notReported: true }) { nodes { code } } }',
    );
    expect(missing).toHaveLength(2);
    expect(filtered.nodes).toEqual(missing.map(({ code }: { code: string }) => ({ code })));
  });
});
