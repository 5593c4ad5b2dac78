import { TestHub } from '../setup/hub.js';
import { insertReport } from './insert-report.js';
import { aCommitment, aPlan, deliverables, saveFacts } from './save-facts.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start('migrated');
  await saveFacts(hub, {
    departments: ['other', 'ab', 'cd'].map((code) => ({
      code,
      name: { en: `Department ${code}`, fr: `Ministère ${code}` },
    })),
    partners: [{ code: 'mill', name: { en: 'The Mill' }, kind: 'OTHER' }],
    plans: [aPlan('one')],
    commitments: [
      aCommitment('one', 1, {
        title: { en: 'Bake', fr: 'Cuire' },
        actors: [
          { organization: 'mill', role: 'LEAD' },
          { organization: 'ab', role: 'LEAD' },
          { organization: 'cd', role: 'LEAD' },
          { organization: 'cd', role: 'LEAD', statedBy: 'OGP' },
        ],
        pages: ['https://example.org/1', 'https://example.org/2'],
        deliverables: deliverables(1),
      }),
      aCommitment('one', 2),
    ],
  });
  const report = { commitment: 'one/1', levels: { 'one/1.1': 'LIMITED' } };
  const former = { ...report, period: 'first', department: 'ab', state: 'SUPERSEDED' as const };
  for (const version of [1, 2]) await insertReport(hub, { ...former, version });
  await insertReport(hub, { ...former, version: 3, state: 'PUBLISHED' });
  for (const department of ['other', 'cd']) {
    await insertReport(hub, { ...former, department, version: 1, state: 'PUBLISHED' });
  }
  await insertReport(hub, { ...former, department: 'cd', period: 'second', version: 1 });
  await insertReport(hub, { ...former, department: 'cd', period: 'second', version: 2, state: 'PUBLISHED' });
});
afterAll(() => hub.stop());

const cite = async (args: string, headers = {}, code = 'one/1'): Promise<string> => {
  const { commitment } = await hub.query(
    `query ($code: String!) { commitment(code: $code) { citation(${args}) } }`,
    { code },
    headers,
  );
  return commitment.citation;
};
const retrieved = 'retrieved: "2032-02-01"';

describe('the citation of a commitment', () => {
  it('names its leads in the plan’s order, the latest period reported on, and its version', async () => {
    const cited = await cite(`style: APA, ${retrieved}`);
    expect(cited).toContain('The Mill, Department ab, & Department cd');
    expect(cited).toContain('Bake (Commitment 1, Version 2) [Status report: Second year');
    expect(cited).toContain('February 1, 2032, from https://example.org/1');
  });

  it('is of the period asked for, by the first lead that reports', async () => {
    expect(await cite(`style: APA, ${retrieved}, period: "first"`)).toContain(
      '(Commitment 1, Version 3) [Status report: First year',
    );
  });

  it('comes in the language asked for, else in that of the reader', async () => {
    for (const french of [
      await cite(`style: APA, language: FR`),
      await cite('style: APA', { 'accept-language': 'fr' }),
    ]) {
      expect(french).toContain('Ministère ab');
      expect(french).toContain('Cuire (Engagement 1, Version 2)');
    }
    expect(await cite('style: APA, language: EN', { 'accept-language': 'fr' })).toContain(
      'Bake (Commitment 1',
    );
  });

  it.each(['APA', 'BIBTEX', 'RIS', 'CSL_JSON'])(
    'in the style %s is of today where no day is given',
    async (style) => {
      const before = new Date().toISOString().slice(0, 10);
      const cited = await cite(`style: ${style}`);
      const after = new Date().toISOString().slice(0, 10);
      const days = [before, after];
      const same = await Promise.all(days.map((day) => cite(`style: ${style}, retrieved: "${day}"`)));
      expect(same).toContain(cited);
    },
  );

  it('of a commitment that nothing was reported on names no version and no period', async () => {
    const cited = await cite(`style: APA, ${retrieved}`, {}, 'one/2');
    expect(cited).toContain('Promise 2');
    expect(cited).not.toContain('Version');
    expect(cited).not.toContain('Status report');
  });

  it.each(['"2032-02-30"', '"tomorrow"'])('cannot be of the day %s', async (day) => {
    const { errors } = await hub.ask(
      `{ commitment(code: "one/1") { citation(style: APA, retrieved: ${day}) } }`,
    );
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
