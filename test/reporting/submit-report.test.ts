import { TestHub } from '../setup/hub.js';

const submit = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) {
  report { code version state entries { deliverable { code } completion results } }
  changes { kind cursor from to direction reason period { key } department { code } deliverable { code } }
  cursor userErrors { code field message currentVersion }
} }`;

const complete = {
  commitment: 'ca-2016-2018/19',
  period: 'end-of-term',
  department: 'tbs',
  entries: [
    { deliverable: 'ca-2016-2018/19.1', completion: 'COMPLETE', results: { en: 'Done.', fr: 'Fait.' } },
  ],
};

describe('a submitted report', () => {
  let hub: TestHub;
  let tbs: Record<string, string>;
  beforeEach(async () => {
    hub = await TestHub.start();
    tbs = { authorization: `Bearer ${await hub.token({ roles: ['reporter'], departments: ['tbs'] })}` };
  });
  afterEach(() => hub.stop());

  it('is published where its plan needs no review, and moves the level', async () => {
    const { submitReport } = await hub.query(submit, { input: complete }, tbs);
    expect(submitReport.report).toMatchObject({ version: 1, state: 'PUBLISHED' });
  });
});
