import { on, ReportingHub } from './reporting-hub.js';

describe('a published report that mentions other commitments', () => {
  let hub: ReportingHub;
  let one: Record<string, string>;
  beforeEach(async () => {
    hub = await ReportingHub.start();
    one = await hub.reporter('one');
  });
  afterEach(() => hub.stop());

  const submit = (results: object, plan = 'p-2016') =>
    hub.write('submitReport', { ...on(plan), entries: [{ deliverable: `${plan}/1.1`, results }] }, one);
  const references = async () => {
    const { crossReferences } =
      await hub.hub.query(`{ crossReferences(filter: { states: [SUGGESTED, DISMISSED, CONFIRMED] }) {
      nodes { from { code } to { code } kind state quote deliverable { code } period { key } }
    } }`);
    return crossReferences.nodes;
  };

  it('suggests a reference to each, with the words that say so, and tells the feed', async () => {
    const { changes } = await submit({
      en: 'As noted in the Commitment 2 update, it went on. XX0002 too.',
      fr: 'Voir l’engagement 3.',
    });
    expect(await references()).toEqual([
      {
        from: { code: 'p-2016/1' },
        to: { code: 'p-2016/2' },
        kind: 'RELATED',
        state: 'SUGGESTED',
        quote: 'As noted in the Commitment 2 update',
        deliverable: { code: 'p-2016/1.1' },
        period: { key: 'first' },
      },
      expect.objectContaining({ to: { code: 'p-2016/3' }, quote: 'Voir l’engagement 3' }),
    ]);
    expect(changes.map(({ kind }: { kind: string }) => kind)).toEqual([
      'REPORT_PUBLISHED',
      'REFERENCE_SUGGESTED',
      'REFERENCE_SUGGESTED',
    ]);
  });

  it('suggests nothing for itself, for what does not exist, or twice', async () => {
    await submit({ en: 'Commitment 1, commitment 77 and p-2016/99.' });
    expect(await references()).toHaveLength(0);
    await submit({ en: 'Commitment 2.' });
    await submit({ en: 'Commitment 2 again.' });
    expect(await references()).toHaveLength(1);
  });

  it('does not suggest again what a person has dismissed', async () => {
    await submit({ en: 'Commitment 2.' });
    await hub.hub.database.dataSource.query(`update cross_reference set state = 'DISMISSED'`);
    await submit({ en: 'Commitment 2, once more.' });
    expect(await references()).toMatchObject([{ state: 'DISMISSED' }]);
  });

  it('suggests none while it is a draft or waits for a publisher', async () => {
    const input = {
      ...on('p-review'),
      entries: [{ deliverable: 'p-review/1.1', results: { en: 'Commitment 2.' } }],
    };
    await hub.write('saveReportDraft', input, one);
    await hub.write('submitReport', input, one);
    expect(await references()).toEqual([]);
    const publisher = await hub.as({ roles: ['publisher'], departments: ['one'] });
    await hub.write('publishReport', { report: 'p-review/1/first/one/1' }, publisher);
    expect(await references()).toHaveLength(1);
  });
});
