import fc from 'fast-check';
import {
  type Deliverable,
  levels,
  ModelOfReports,
  type Place,
  type Plan,
  type Said,
} from './model-of-reports.js';
import { ReportingHub } from './reporting-hub.js';

interface Saving {
  readonly kind: 'draft' | 'submit';
  readonly place: Place;
  readonly said: Said;
  readonly stale: boolean;
}

interface Deciding {
  readonly kind: 'publish' | 'return' | 'withdraw';
  readonly place: Place;
  readonly back: number;
}

type Step = Saving | Deciding;

const place = fc.record({
  plan: fc.constantFrom('p-2016' as const, 'p-review' as const),
  period: fc.constantFrom('first' as const, 'second' as const),
  department: fc.constantFrom('one' as const, 'two' as const),
});

const said = fc.record({
  entries: fc
    .uniqueArray(fc.tuple(fc.constantFrom('1.1' as const, '1.2' as const), fc.constantFrom(...levels)), {
      selector: ([deliverable]) => deliverable,
    })
    .map((pairs) => new Map(pairs)),
  reason: fc.option(fc.constantFrom('It broke.', 'We erred.'), { freq: 2 }),
  ifVersion: fc.option(fc.constant(0), { freq: 3 }),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('submit' as const), place, said, stale: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('draft' as const), place, said, stale: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('publish' as const, 'return' as const, 'withdraw' as const),
      place,
      // Mostly the latest version, now and then one before it or one that is yet to come.
      back: fc.oneof(
        { weight: 6, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.constantFrom(-1, 1) },
      ),
    }),
  },
);

describe('any sequence of reports', () => {
  let hub: ReportingHub;
  let headers: Record<string, string>;
  beforeAll(async () => {
    hub = await ReportingHub.start();
    headers = await hub.as({ roles: ['reporter', 'publisher'], departments: ['one', 'two'] });
  });
  afterAll(() => hub.stop());

  async function clear(): Promise<void> {
    await hub.hub.database.dataSource.query(`
      alter table change disable trigger change_is_final;
      truncate change, status_report, report_entry, deliverable_status restart identity cascade;
      alter table change enable trigger change_is_final;`);
  }

  /** Does a step in the hub and in the model. @returns what each of them has against it. */
  async function take(model: ModelOfReports, one: Step): Promise<[string[], string[]]> {
    const { plan, period, department } = one.place;
    const latest = model.versionsOf(one.place).length;
    if ('said' in one) {
      const ifVersion =
        one.said.ifVersion === null ? null : model.currentVersion(one.place) + (one.stale ? 1 : 0);
      const { userErrors } = await hub.write(
        one.kind === 'draft' ? 'saveReportDraft' : 'submitReport',
        {
          commitment: `${plan}/1`,
          period,
          department,
          entries: [...one.said.entries].map(([deliverable, completion]) => ({
            deliverable: `${plan}/${deliverable}`,
            completion,
          })),
          reason: one.said.reason,
          ifVersion,
        },
        headers,
      );
      return [codesOf(userErrors), model.save(one.place, { ...one.said, ifVersion }, one.kind)];
    }
    const number = Math.max(1, latest - one.back);
    const report = `${plan}/1/${period}/${department}/${number}`;
    const input = one.kind === 'publish' ? { report } : { report, reason: 'Because.' };
    const { userErrors } = await hub.write(`${one.kind}Report`, input, headers);
    const decide = { publish: 'publish', return: 'giveBack', withdraw: 'withdraw' } as const;
    return [codesOf(userErrors), model[decide[one.kind]](one.place, number)];
  }

  it('comes to the same as a simple model of the rules', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }), async (steps) => {
        await clear();
        const model = new ModelOfReports();
        for (const one of steps) {
          const [real, expected] = await take(model, one);
          expect(real).toEqual(expected);
        }
        expect(await stateOfHub()).toEqual(stateOf(model));
      }),
      { numRuns: 40 },
    );
  }, 300_000);

  async function stateOfHub() {
    const { dataSource } = hub.hub.database;
    const reports = await dataSource.query<{ line: string }[]>(`
      select r.code || ' ' || r.state || ' ' || coalesce(r.reason, '-') || ' ' || coalesce(string_agg(
        split_part(d.code, '/', 2) || '=' || e.completion, ',' order by d.code), '') as line
      from status_report r left join report_entry e on e.report_id = r.id left join deliverable d on d.id = e.deliverable_id
      group by r.id order by r.code`);
    const changes = await dataSource.query<{ line: string }[]>(`
      select d.code || ' ' || coalesce(from_level, 'null') || ' ' || coalesce(to_level, 'null') as line
      from change h join deliverable d on d.id = h.deliverable_id where h.kind = 'STATUS_CHANGED' order by h.id`);
    const current = await dataSource.query<{ line: string }[]>(`
      select d.code || ' ' || s.completion as line
      from deliverable_status s join deliverable d on d.id = s.deliverable_id order by d.code`);
    return [reports, changes, current].map((rows) => rows.map(({ line }) => line));
  }
});

function codesOf(userErrors: readonly { readonly code: string }[]): string[] {
  return userErrors.map(({ code }) => code).sort();
}

function stateOf(model: ModelOfReports) {
  const plans: readonly Plan[] = ['p-2016', 'p-review'];
  const deliverables: readonly Deliverable[] = ['1.1', '1.2'];
  const reports = plans.flatMap((plan) =>
    (['first', 'second'] as const).flatMap((period) =>
      (['one', 'two'] as const).flatMap((department) =>
        model.versionsOf({ plan, period, department }).map(({ state, reason, entries }, at) => {
          const said = [...entries].map(([deliverable, level]) => `${deliverable}=${level}`).sort();
          return `${plan}/1/${period}/${department}/${at + 1} ${state} ${reason ?? '-'} ${said.join(',')}`;
        }),
      ),
    ),
  );
  const current = plans.flatMap((plan) =>
    deliverables.flatMap((deliverable) => {
      const level = model.levelOf(plan, deliverable);
      return level === null ? [] : [`${plan}/${deliverable} ${level}`];
    }),
  );
  return [reports, model.statusChanges, current];
}
