import { TestHub } from '../setup/hub.js';
import { aCommitment, aPlan, saveFacts } from './save-facts.js';

describe('the deliverables of a commitment', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await TestHub.start('migrated');
    const indicator = (position: number) => ({
      position,
      kind: 'INDICATOR' as const,
      sourceCode: `C01.2.${String(position).padStart(2, '0')}`,
      text: { en: `Indicator ${position}` },
    });
    await saveFacts(hub, {
      plans: [aPlan('one')],
      commitments: [
        aCommitment('one', 1, {
          deliverables: [
            { position: 10, kind: 'MILESTONE', text: { en: 'Ten' }, children: [indicator(1)] },
            { position: 2, kind: 'MILESTONE', text: { en: 'Two' }, children: [indicator(11), indicator(2)] },
            {
              position: 1,
              kind: 'DELIVERABLE',
              text: { en: 'One' },
              dueDate: '2030-06-30',
              duePrecision: 'MONTH',
              deadline: { en: 'By summer', fr: 'D’ici l’été' },
            },
          ],
        }),
      ],
    });
  });
  afterAll(() => hub.stop());

  const codes = async (args: string): Promise<string> => {
    const { commitment } = await hub.query(`{ commitment(code: "one/1") { deliverables${args} { code } } }`);
    return commitment.deliverables.map(({ code }: { code: string }) => code.slice('one/1.'.length)).join(' ');
  };

  it.each([
    ['', '1 2 2.2 2.11 10 10.1'],
    ['(topLevel: true)', '1 2 10'],
    ['(kinds: [INDICATOR])', '2.2 2.11 10.1'],
    ['(kinds: [DELIVERABLE, MILESTONE])', '1 2 10'],
    ['(kinds: [INDICATOR], topLevel: true)', ''],
    ['(kinds: null, topLevel: false)', '1 2 2.2 2.11 10 10.1'],
  ])(
    'asked for as deliverables%s come in the order of the plan, numbers as numbers: %s',
    async (args, expected) => {
      expect(await codes(args)).toBe(expected);
    },
  );

  it('make a tree', async () => {
    const { commitment, indicator } = await hub.query(`{
      commitment(code: "one/1") { deliverables(topLevel: true) { position parent { code } children { position sourceCode parent { code } children { code } } } }
      indicator: deliverable(code: "one/1.2.11") { parent { code commitment { code } } commitment { code } }
    }`);
    const child = (position: number, sourceCode: string, parent: string) => ({
      position,
      sourceCode,
      parent: { code: parent },
      children: [],
    });
    expect(commitment.deliverables).toEqual([
      { position: 1, parent: null, children: [] },
      {
        position: 2,
        parent: null,
        children: [child(2, 'C01.2.02', 'one/1.2'), child(11, 'C01.2.11', 'one/1.2')],
      },
      { position: 10, parent: null, children: [child(1, 'C01.2.01', 'one/1.10')] },
    ]);
    expect(indicator).toEqual({
      parent: { code: 'one/1.2', commitment: { code: 'one/1' } },
      commitment: { code: 'one/1' },
    });
  });

  it('say when they are due, as exactly as that was stated', async () => {
    const { deliverable } = await hub.query(
      '{ deliverable(code: "one/1.1") { dueDate duePrecision deadline en: deadline(language: EN) fr: deadline(language: FR) } }',
    );
    expect(deliverable).toEqual({
      dueDate: '2030-06-30',
      duePrecision: 'MONTH',
      deadline: 'By summer',
      en: 'By summer',
      fr: 'D’ici l’été',
    });
  });
});
