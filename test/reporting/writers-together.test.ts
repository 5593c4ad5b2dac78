import { StewardHub } from './steward-hub.js';

const commitment = 'ca-2016-2018/11';

describe('many who write at the same time', () => {
  let hub: StewardHub;
  beforeAll(async () => {
    hub = await StewardHub.start();
  });
  afterAll(() => hub.stop());

  const report = async (department: string, period: string, at: number) => {
    const { data, errors } = await hub.hub.ask(
      `mutation { submitReport(input: {
        commitment: "${commitment}", period: "${period}", department: "${department}", reason: "Counted anew."
        entries: [{ deliverable: "${commitment}.1", completion: ${at % 2 ? 'LIMITED' : 'SUBSTANTIAL'} }]
      }) { userErrors { code } } }`,
      {},
      await hub.reporter(department),
    );
    return { payload: data?.submitReport, errors };
  };
  const steward = async (mutation: string, input: object) => {
    const { data, errors } = await hub.try(mutation, input);
    return { payload: data?.payload, errors };
  };

  it('wait for each other, and leave the level that follows from all they wrote', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => [
        report('tbs', 'mid-term', at),
        report('pch', 'end-of-term', at),
        steward('assignActor', {
          commitment,
          organization: at % 2 ? 'pch' : 'tbs',
          role: 'LEAD',
          position: 1,
          reason: 'The leads changed.',
        }),
        steward('amendPeriod', {
          period: 'ca-2016-2018/end-of-term',
          end: at % 2 ? '2018-06-30' : '2016-12-31',
          reason: 'The dates were wrong.',
        }),
        steward('linkCommitments', { from: commitment, to: `ca-2016-2018/${(at % 5) + 1}` }),
        steward('amendCommitment', { commitment, sourceCode: `C${at}` }),
      ]).flat(),
    );
    // None of them met a fault: no deadlock, and no contradiction but those that are told.
    expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    const told = answers.flatMap(({ payload }) =>
      payload.userErrors.map(({ code }: { code: string }) => code),
    );
    expect(told.filter((code: string) => !['DUPLICATE', 'CONFLICT'].includes(code))).toEqual([]);

    const levels = await hub.hub.database.dataSource.query(`
      select s.completion as stored, (
        select e.completion from published_entry e where e.deliverable_id = d.id
        order by e.completion is null, e.end_date desc, e.start_date desc, e.lead_rank, e.department_id limit 1
      ) as counted
      from deliverable d join deliverable_status s on s.deliverable_id = d.id where d.code = '${commitment}.1'`);
    expect(levels).toHaveLength(1);
    expect(levels[0].stored).toBe(levels[0].counted);

    const changes = await hub.hub.database.dataSource.query(
      `select from_level, to_level from change where kind = 'STATUS_CHANGED'
        and deliverable_id = (select id from deliverable where code = '${commitment}.1') order by id`,
    );
    // Each change begins where the one before ended.
    for (const [at, { from_level }] of changes.entries()) {
      expect(from_level).toBe(at === 0 ? null : changes[at - 1].to_level);
    }
  });
});
