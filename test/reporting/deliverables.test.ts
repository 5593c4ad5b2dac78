import { StewardHub } from './steward-hub.js';

const milestone = {
  commitment: 'ca-2016-2018/1',
  position: 7,
  kind: 'MILESTONE',
  text: { en: 'Trees are counted.' },
  sourceCode: 'C01.7',
  dueDate: '2018-06-30',
  duePrecision: 'MONTH',
  deadline: { en: 'By summer' },
};
const indicator = {
  ...milestone,
  parent: 'ca-2016-2018/1.7',
  position: 2,
  kind: 'INDICATOR',
  sourceCode: 'C01.7.02',
};

let hub: StewardHub;
beforeEach(async () => {
  hub = await StewardHub.start();
});
afterEach(() => hub.stop());

describe('a deliverable', () => {
  it('is made in its commitment, and below another one', async () => {
    const upper = await hub.done('createDeliverable', milestone);
    expect(upper.thing).toEqual({
      code: 'ca-2016-2018/1.7',
      kind: 'MILESTONE',
      position: 7,
      text: 'Trees are counted.',
      sourceCode: 'C01.7',
      dueDate: '2018-06-30',
      duePrecision: 'MONTH',
      deadline: 'By summer',
      parent: null,
    });
    expect(upper.changes).toEqual([
      {
        kind: 'DELIVERABLE_ADDED',
        plan: 'ca-2016-2018',
        commitment: 'ca-2016-2018/1',
        deliverable: 'ca-2016-2018/1.7',
      },
    ]);
    const lower = await hub.done('createDeliverable', {
      ...indicator,
      parent: 'Deliverable:ca-2016-2018/1.7',
    });
    expect(lower.thing).toMatchObject({ code: 'ca-2016-2018/1.7.2', parent: { code: 'ca-2016-2018/1.7' } });
    const { commitment } = await hub.hub.query(
      '{ commitment(code: "ca-2016-2018/1") { deliverables { code } } }',
    );
    expect(commitment.deliverables.slice(-2)).toEqual([
      { code: 'ca-2016-2018/1.7' },
      { code: 'ca-2016-2018/1.7.2' },
    ]);
  });

  it('is made by a steward alone', async () => {
    expect(await hub.forbidden('createDeliverable', milestone)).toBe('UNAUTHENTICATED');
    expect(await hub.forbidden('amendDeliverable', { deliverable: 'x' }, await hub.reporter('tbs'))).toBe(
      'FORBIDDEN',
    );
  });

  it('has its place and its source code to itself', async () => {
    await hub.done('createDeliverable', milestone);
    expect(await hub.refused('createDeliverable', milestone)).toEqual([
      'DUPLICATE position',
      'DUPLICATE sourceCode',
    ]);
  });

  it('is told everything that is wrong with it at once', async () => {
    expect(
      await hub.refused('createDeliverable', {
        ...milestone,
        parent: 'ca-2016-2018/2.1',
        position: 0,
        text: {},
        sourceCode: ' ',
        deadline: { fr: '<i>' },
      }),
    ).toEqual([
      'MISPLACED parent',
      'INVALID position',
      'REQUIRED text',
      'REQUIRED sourceCode',
      'INVALID deadline.fr',
    ]);
    await hub.done('createDeliverable', milestone);
    await hub.done('createDeliverable', indicator);
    expect(
      await hub.refused('createDeliverable', {
        ...indicator,
        parent: 'ca-2016-2018/1.7.2',
        sourceCode: null,
      }),
    ).toEqual(['MISPLACED parent']);
    expect(
      await hub.refused('createDeliverable', { ...indicator, commitment: 'ca-2016-2018/77', parent: 'none' }),
    ).toEqual(['UNKNOWN commitment', 'UNKNOWN parent']);
  });

  it('is amended in what is said; without a due date it has no precision either', async () => {
    await hub.done('createDeliverable', milestone);
    const deliverable = 'ca-2016-2018/1.7';
    const { thing, changes } = await hub.done('amendDeliverable', {
      deliverable,
      text: { fr: 'Les arbres sont comptés.' },
      dueDate: null,
    });
    expect(thing).toMatchObject({
      text: 'Trees are counted.',
      dueDate: null,
      duePrecision: null,
      deadline: 'By summer',
    });
    expect(changes).toEqual([
      {
        kind: 'DELIVERABLE_AMENDED',
        plan: 'ca-2016-2018',
        commitment: 'ca-2016-2018/1',
        deliverable,
        fields: ['duePrecision', 'dueDate', 'text'].sort(),
      },
    ]);
    expect((await hub.done('amendDeliverable', { deliverable, kind: 'MILESTONE' })).changes).toEqual([]);
    expect(
      await hub.refused('amendDeliverable', { deliverable, kind: null, text: { en: null, fr: null } }),
    ).toEqual(['REQUIRED kind', 'REQUIRED text']);
  });

  it('keeps its source code, under which it was reported on', async () => {
    await hub.done('createDeliverable', { ...milestone, sourceCode: null });
    const deliverable = 'ca-2016-2018/1.7';
    await hub.done('amendDeliverable', { deliverable, sourceCode: 'C01.07' });
    expect(await hub.refused('amendDeliverable', { deliverable, sourceCode: 'C01.7' })).toEqual([
      'WRONG_STATE sourceCode',
    ]);
    expect(await hub.refused('amendDeliverable', { deliverable, sourceCode: null })).toEqual([
      'WRONG_STATE sourceCode',
    ]);
  });
});
