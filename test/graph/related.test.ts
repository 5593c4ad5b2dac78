import { TestHub } from '../setup/hub.js';
import { aCommitment, aPlan, saveFacts } from './save-facts.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start('migrated');
  const refer = (from: number, to: number) => ({ from: `net/${from}`, to: `net/${to}` });
  await saveFacts(hub, {
    plans: [aPlan('net'), aPlan('wide'), aPlan('old')],
    commitments: [
      ...Array.from({ length: 12 }, (_, at) => aCommitment('net', at + 1)),
      ...Array.from({ length: 60 }, (_, at) => aCommitment('wide', at + 1)),
      aCommitment('old', 1),
    ],
    references: [
      // The long way from 1 to 5, then two short ones, then a loop back.
      refer(1, 2),
      refer(2, 3),
      refer(3, 4),
      refer(4, 5),
      refer(1, 6),
      refer(6, 5),
      refer(1, 7),
      refer(7, 5),
      refer(5, 1),
      { ...refer(5, 1), kind: 'DEPENDS_ON' },
      { ...refer(1, 2), kind: 'DEPENDS_ON' },
      // A chain of seven steps.
      refer(5, 8),
      refer(8, 9),
      refer(9, 10),
      refer(10, 11),
      { ...refer(1, 12), state: 'SUGGESTED' },
      { ...refer(12, 8), state: 'CONFIRMED' },
      { from: 'net/2', to: 'old/1', kind: 'CONTINUES' },
      // Everything in one ring, and everything to everything nearby.
      ...Array.from({ length: 60 }, (_, at) => at + 1).flatMap((from) =>
        [1, 7, 13, 29].map((step) => ({ from: `wide/${from}`, to: `wide/${((from + step - 1) % 60) + 1}` })),
      ),
    ],
  });
});
afterAll(() => hub.stop());

interface Related {
  readonly depth: number;
  readonly commitment: { readonly code: string };
  readonly path: readonly {
    readonly kind: string;
    readonly from: { code: string };
    readonly to: { code: string };
  }[];
}

async function related(code: string, args = ''): Promise<readonly Related[]> {
  const { commitment } = await hub.query(
    `query ($code: String!) {
      commitment(code: $code) {
        related${args} { depth commitment { code } path { kind from { code } to { code } } }
      }
    }`,
    { code },
  );
  return commitment.related;
}
const short = (all: readonly Related[]) =>
  all.map(({ depth, commitment }) => `${depth}:${commitment.code.replace('net/', '')}`).join(' ');
const way = (one: Related | undefined) => one?.path.map(({ from, to }) => `${from.code} ${to.code}`);

describe('the commitments related to one', () => {
  it.each([
    ['', '1:2 1:6 1:7 1:5'],
    ['(depth: 1, direction: OUT)', '1:2 1:6 1:7'],
    ['(depth: 2, direction: OUT)', '1:2 1:6 1:7 2:3 2:old/1 2:5'],
    ['(depth: 3, direction: OUT)', '1:2 1:6 1:7 2:3 2:old/1 2:5 3:4 3:8'],
    ['(depth: 5, direction: OUT)', '1:2 1:6 1:7 2:3 2:old/1 2:5 3:4 3:8 4:9 5:10'],
    ['(depth: 1, direction: IN)', '1:5'],
    ['(depth: 2, direction: IN)', '1:5 2:4 2:6 2:7'],
    ['(depth: 5, direction: IN)', '1:5 2:4 2:6 2:7 3:3 4:2'],
    ['(depth: 2, direction: BOTH)', '1:2 1:6 1:7 1:5 2:3 2:old/1 2:4 2:8'],
    ['(depth: 5, direction: BOTH)', '1:2 1:6 1:7 1:5 2:3 2:old/1 2:4 2:8 3:9 3:12 4:10 5:11'],
  ])(
    'asked for as related%s come nearest first, each once, by the depth it is first met: %s',
    async (args, expected) => {
      expect(short(await related('net/1', args))).toBe(expected);
    },
  );

  it('come with a shortest way there, step by step', async () => {
    const outward = await related('net/1', '(depth: 3, direction: OUT)');
    const to = (all: readonly Related[], code: string) =>
      all.find(({ commitment }) => commitment.code === code);
    expect(way(to(outward, 'net/5'))).toEqual(['net/1 net/6', 'net/6 net/5']);
    expect(way(to(outward, 'net/4'))).toEqual(['net/1 net/2', 'net/2 net/3', 'net/3 net/4']);
    const inward = await related('net/1', '(depth: 3, direction: IN)');
    // The references as they are: the last one is the first that was followed backward.
    expect(way(to(inward, 'net/3'))).toEqual(['net/5 net/1', 'net/4 net/5', 'net/3 net/4']);
    const both = await related('net/1', '(depth: 3)');
    expect(way(to(both, 'net/8'))).toEqual(['net/5 net/1', 'net/5 net/8']);
    expect(to(both, 'net/8')?.path.map(({ kind }) => kind)).toEqual(['RELATED', 'RELATED']);
  });

  it('never include itself, however the references loop', async () => {
    for (let number = 1; number <= 12; number += 1) {
      const found = await related(`net/${number}`, '(depth: 5)');
      const codes = found.map(({ commitment }) => commitment.code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes).not.toContain(`net/${number}`);
    }
  });

  it('are the same as a search of the whole net finds, with ways as long as the depth says', async () => {
    const steps = [1, 7, 13, 29];
    for (const direction of ['OUT', 'IN', 'BOTH'] as const) {
      const turns = {
        OUT: steps,
        IN: steps.map((step) => -step),
        BOTH: [...steps, ...steps.map((step) => -step)],
      };
      const depths = new Map([[0, 0]]);
      for (let depth = 1; depth <= 3; depth += 1) {
        for (const [at, reached] of [...depths]) {
          if (reached !== depth - 1) continue;
          for (const turn of turns[direction]) {
            const next = (at + turn + 60) % 60;
            if (!depths.has(next)) depths.set(next, depth);
          }
        }
      }
      const found = await related('wide/1', `(depth: 3, direction: ${direction})`);
      expect(new Map(found.map(({ depth, commitment }) => [commitment.code, depth]))).toEqual(
        new Map([...depths].slice(1).map(([at, depth]) => [`wide/${at + 1}`, depth])),
      );
      for (const { depth, commitment, path } of found) {
        expect(path).toHaveLength(depth);
        const ends = [path[0]?.from.code, path[0]?.to.code, path.at(-1)?.from.code, path.at(-1)?.to.code];
        expect(ends).toEqual(expect.arrayContaining(['wide/1', commitment.code]));
      }
    }
  });

  it('take one statement for each step, whatever the number of references', async () => {
    for (const [code, depth] of [
      ['net/1', 1],
      ['wide/1', 1],
      ['wide/1', 2],
      ['net/1', 4],
      ['wide/1', 4],
    ] as const) {
      hub.statements.take();
      await related(code, `(depth: ${depth}, direction: OUT)`);
      expect(hub.statements.take()).toHaveLength(1 + depth);
    }
  });

  it('of many commitments take no more statements than those of one', async () => {
    hub.statements.take();
    await hub.query(
      '{ commitments(filter: { plan: "wide" }, first: 50) { nodes { related(depth: 2) { depth commitment { code } } } } }',
    );
    // The plan, the page, and two steps.
    expect(hub.statements.take()).toHaveLength(4);
  });

  it.each([0, 6, -1, 2_147_483_647])('cannot be asked for to a depth of %i', async (depth) => {
    const { errors } = await hub.ask(
      'query ($depth: Int!) { commitment(code: "net/1") { related(depth: $depth) { depth } } }',
      { depth },
    );
    expect(errors?.[0]?.message).toBe(`"depth" must be from 1 to 5, not "${depth}".`);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
