import { CompletionLevel } from '../../src/model/completion-level.js';
import { TestHub } from '../setup/hub.js';
import { insertReport } from './insert-report.js';
import { aCommitment, aPlan, saveFacts } from './save-facts.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start('migrated');
  await saveFacts(hub, {
    departments: [{ code: 'ab', name: { en: 'Bread', fr: 'Pain' }, abbreviation: { en: 'AB' } }],
    partners: [{ code: 'mill', name: { fr: 'Moulin' }, kind: 'OTHER' }],
    plans: [
      aPlan('one', {
        title: { en: 'Plan', fr: 'Plan' },
        priorityAreas: [{ en: 'Open', fr: 'Ouvert' }, { fr: 'Équité' }, { en: 'Fair' }],
      }),
    ],
    commitments: [
      aCommitment('one', 1, {
        title: { en: 'Both', fr: 'Les deux' },
        problem: { en: 'English only' },
        description: { fr: 'Français seulement' },
        actors: [{ organization: 'ab', role: 'LEAD' }],
        deliverables: [{ position: 1, kind: 'DELIVERABLE', text: { en: 'Oven', fr: 'Four' } }],
      }),
      aCommitment('one', 2, { title: { en: 'Whole', fr: 'Complet' }, problem: { en: 'Yes', fr: 'Oui' } }),
    ],
    reports: [
      {
        commitment: 'one/1',
        period: 'first',
        department: 'ab',
        entries: [
          {
            deliverable: 'one/1.1',
            completion: CompletionLevel.LIMITED,
            results: { en: 'Baked', fr: 'Cuit' },
            nextSteps: { fr: 'Refroidir' },
            evidence: [
              { url: 'https://example.org/', text: { en: 'Photo', fr: 'Photographie' } },
              { text: { fr: 'Mie' } },
              { url: 'https://example.org/b' },
            ],
          },
        ],
      },
    ],
    activities: [
      {
        code: 'fair',
        kind: 'TOUR',
        title: { en: 'Fair', fr: 'Foire' },
        places: [{ en: 'Montreal', fr: 'Montréal' }, { en: 'Hull' }],
        legs: [{ position: 1, place: { fr: 'Québec' } }],
      },
    ],
  });
});
afterAll(() => hub.stop());

const query = `
  query ($language: Language) {
    plan(code: "one") { title(language: $language) priorityAreas(language: $language) languages }
    commitment(code: "one/1") {
      title(language: $language) problem(language: $language) description(language: $language)
      contribution(language: $language) languages
      leads { name(language: $language) languages ... on Department { abbreviation(language: $language) } }
      progress { note(language: $language) }
      deliverables {
        text(language: $language) results(language: $language) nextSteps(language: $language)
        challenges(language: $language) evidence { url text(language: $language) languages }
        reports { results(language: $language) nextSteps(language: $language) languages evidence { text(language: $language) } }
      }
    }
    whole: commitment(code: "one/2") { languages }
    partner(code: "mill") { name(language: $language) languages }
    activity(code: "fair") { title(language: $language) places(language: $language) languages legs { place(language: $language) languages } }
  }`;

const shown = (english: boolean) => ({
  plan: {
    title: 'Plan',
    priorityAreas: english ? ['Open', 'Équité', 'Fair'] : ['Ouvert', 'Équité', 'Fair'],
    languages: [],
  },
  commitment: {
    title: english ? 'Both' : 'Les deux',
    problem: 'English only',
    description: 'Français seulement',
    contribution: null,
    languages: [],
    leads: [{ name: english ? 'Bread' : 'Pain', languages: ['EN'], abbreviation: 'AB' }],
    progress: {
      note: english
        ? 'Computed by the hub from the latest published report on each of 1 deliverables; 0 not reported.'
        : 'Calculé par le carrefour à partir du dernier rapport publié sur chacun des 1 livrables; 0 n’ont fait l’objet d’aucun rapport.',
    },
    deliverables: [
      {
        text: english ? 'Oven' : 'Four',
        results: english ? 'Baked' : 'Cuit',
        nextSteps: 'Refroidir',
        challenges: null,
        evidence: [
          { url: 'https://example.org/', text: english ? 'Photo' : 'Photographie', languages: ['EN', 'FR'] },
          { url: null, text: 'Mie', languages: ['FR'] },
          { url: 'https://example.org/b', text: null, languages: ['EN', 'FR'] },
        ],
        reports: [
          {
            results: english ? 'Baked' : 'Cuit',
            nextSteps: 'Refroidir',
            languages: ['FR'],
            evidence: [{ text: english ? 'Photo' : 'Photographie' }, { text: 'Mie' }, { text: null }],
          },
        ],
      },
    ],
  },
  whole: { languages: ['EN', 'FR'] },
  partner: { name: 'Moulin', languages: ['FR'] },
  activity: {
    title: english ? 'Fair' : 'Foire',
    places: english ? ['Montreal', 'Hull'] : ['Montréal', 'Hull'],
    languages: ['EN'],
    legs: [{ place: 'Québec', languages: ['FR'] }],
  },
});

describe('a text', () => {
  it.each([
    ['EN', true],
    ['FR', false],
  ])(
    'comes in the language asked for (%s), else in the other one, and `languages` tells',
    async (language, english) => {
      expect(await hub.query(query, { language })).toEqual(shown(english));
      // The argument goes before the header.
      const header = { 'accept-language': english ? 'fr' : 'en' };
      expect(await hub.query(query, { language }, header)).toEqual(shown(english));
    },
  );

  it.each([
    ['fr', false],
    ['fr-CA,fr;q=0.9', false],
    ['FR-ca', false],
    ['fr-FR', false],
    ['de, fr;q=0.5', false],
    ['en;q=0.4, fr;q=0.8', false],
    ['en;q=0, fr', false],
    ['en', true],
    ['en-CA,en;q=0.9,fr;q=0.8', true],
    ['fr;q=0.2, en;q=0.7', true],
    ['de', true],
    ['de-CH, it;q=0.3', true],
    ['fr;q=0', true],
    ['*', true],
    ['', true],
    [';;;,,=', true],
    ['fr;q=oui', true],
  ])('without an argument comes as Accept-Language says: %s', async (header, english) => {
    expect(await hub.query(query, {}, { 'accept-language': header })).toEqual(shown(english));
    expect(await hub.query(query, { language: null }, { 'accept-language': header })).toEqual(shown(english));
  });

  it('can be asked for in both languages at once', async () => {
    const { commitment } = await hub.query(
      '{ commitment(code: "one/1") { en: title(language: EN) fr: title(language: FR) } }',
    );
    expect(commitment).toEqual({ en: 'Both', fr: 'Les deux' });
  });

  it('that only the current report of several has is not mixed with another report’s', async () => {
    await insertReport(hub, {
      commitment: 'one/1',
      period: 'second',
      department: 'ab',
      version: 1,
      state: 'PUBLISHED',
      levels: { 'one/1.1': 'COMPLETE' },
      results: 'Eaten',
    });
    const { commitment } = await hub.query(
      '{ commitment(code: "one/1") { deliverables { results(language: FR) nextSteps(language: FR) } } }',
    );
    expect(commitment.deliverables).toEqual([{ results: 'Eaten', nextSteps: null }]);
  });
});

describe('the answer to a query', () => {
  it('says that it varies by the language asked for, whether it succeeds or not', async () => {
    for (const body of [{ query: '{ plans { totalCount } }' }, { query: '{ nothing }' }, { query: '{' }]) {
      const { headers } = await fetch(`${hub.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(headers.get('vary')).toContain('Accept-Language');
    }
  });
});
