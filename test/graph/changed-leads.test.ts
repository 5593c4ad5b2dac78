import { CompletionLevel } from '../../src/model/completion-level.js';
import { TestHub } from '../setup/hub.js';
import { aCommitment, aPlan, deliverables, saveFacts } from './save-facts.js';

describe('what is current', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await TestHub.start('migrated');
  });
  afterAll(() => hub.stop());

  const ledBy = (...leads: string[]) =>
    aCommitment('one', 1, {
      actors: leads.map((organization) => ({ organization, role: 'LEAD' })),
      deliverables: deliverables(1),
    });
  const reportOf = (department: string, completion: CompletionLevel, publishedOn?: string) => ({
    commitment: 'one/1',
    period: 'first',
    department,
    publishedOn,
    entries: [{ deliverable: 'one/1.1', completion, results: { fr: `fait par ${department}` } }],
  });
  const current = async () => {
    const { commitment } = await hub.query(
      '{ commitment(code: "one/1") { deliverables { completion currentEntry { languages } currentReport { code publishedOn } } } }',
    );
    return commitment.deliverables[0];
  };

  it('follows the order of the leads when it changes, and says which languages are there', async () => {
    await saveFacts(hub, {
      departments: [
        { code: 'ab', name: { en: 'Bread' } },
        { code: 'cd', name: { en: 'Cheese' } },
      ],
      plans: [aPlan('one')],
      commitments: [ledBy('ab', 'cd')],
      reports: [
        reportOf('ab', CompletionLevel.LIMITED, '2030-12-01'),
        reportOf('cd', CompletionLevel.COMPLETE),
      ],
    });
    expect(await current()).toEqual({
      completion: 'LIMITED',
      currentEntry: { languages: ['FR'] },
      currentReport: { code: 'one/1/first/ab/1', publishedOn: '2030-12-01' },
    });
    await saveFacts(hub, { commitments: [ledBy('cd', 'ab')] });
    expect(await current()).toMatchObject({ completion: 'COMPLETE' });
  });

  it('is not as old as the version before it', async () => {
    await saveFacts(hub, {
      commitments: [ledBy('ab', 'cd')],
      reports: [reportOf('ab', CompletionLevel.SUBSTANTIAL)],
    });
    expect(await current()).toMatchObject({
      completion: 'SUBSTANTIAL',
      currentReport: { code: 'one/1/first/ab/2', publishedOn: null },
    });
  });
});
