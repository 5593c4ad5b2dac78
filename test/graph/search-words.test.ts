import { TestHub } from '../setup/hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
});
afterAll(() => hub.stop());

interface Hit {
  readonly kind: string;
  readonly score: number;
  readonly subject: { readonly id: string };
}

async function hits(text: string, kinds: readonly string[] | null = null): Promise<readonly Hit[]> {
  const { search } = await hub.query(
    `query ($text: String!, $kinds: [SearchKind!]) {
      search(text: $text, kinds: $kinds, first: 100) {
        totalCount nodes { kind score subject { ... on Node { id } } }
      }
    }`,
    { text, kinds },
  );
  expect(search.totalCount).toBe(search.nodes.length);
  return search.nodes;
}
const ids = async (text: string) => (await hits(text)).map(({ subject }) => subject.id);

const civilSociety = 'Commitment:ca-2016-2018/19';
const geospatial = 'Commitment:ca-2016-2018/13';
const revenueAgency = 'Department:cra';
const treasury = 'Department:tbs';

describe('search by words', () => {
  it.each([
    ['an English word', 'geospatial', geospatial],
    ['a French word', 'géospatiales', geospatial],
    ['another form of an English word', 'engages', civilSociety],
    ['another form of a French word', 'sociétés civiles', civilSociety],
    ['a French word in the singular', 'géospatiale', geospatial],
    ['capitals', 'GEOSPATIAL DATA', geospatial],
    ['a French word without accents', 'geospatiales', geospatial],
    ['accents too many', 'géöspàtial', geospatial],
    ['words in another order', 'society civil', civilSociety],
    ['words in both languages, each its own', 'civil society', civilSociety],
    ['words with a French article', 'l’agence du revenu', revenueAgency],
    ['the same with a typewriter’s apostrophe', "l'agence du revenu", revenueAgency],
    ['words and stop words', 'the society of the civil', civilSociety],
    ['words joined by a hyphen', 'civil-society', civilSociety],
    ['punctuation', '“Civil society”, open (government)!', civilSociety],
    ['an abbreviation', 'CRA', revenueAgency],
    ['a French abbreviation', 'sct', treasury],
    ['an alias', 'treasury board secretariat', treasury],
  ])('finds by %s: %s', async (_, text, id) => {
    expect(await ids(text)).toContain(id);
  });

  it.each([
    ['goverment', civilSociety],
    ['civl society', civilSociety],
    ['revenu agancy', revenueAgency],
    ['agence du revnu', revenueAgency],
    ['gouvernment ouvert', civilSociety],
    ['secretaryat', treasury],
    ['géospacial', geospatial],
    ['quebeck', 'PartnerOrganization:quebec'],
  ])('forgives typing errors: %s', async (text, id) => {
    expect(await ids(text)).toContain(id);
  });

  it.each([
    ['civil soc', civilSociety],
    ['geosp', geospatial],
    ['revenue ag', revenueAgency],
    ['gouvernement ouv', civilSociety],
    ['g', geospatial],
  ])('finds while the last word is unfinished: %s', async (text, id) => {
    expect(await ids(text)).toContain(id);
  });

  it.each([
    ['open', 'government', civilSociety],
    ['', 'consultations', 'EngagementActivity:serving-you-better-2016'],
    ['', 'transparency', 'Commitment:ca-2016-2018/17'],
    ['canada revenue', 'agency', revenueAgency],
    ['activités', 'ouverture', 'Commitment:ca-2016-2018/14'],
    ['', 'géospatiales', geospatial],
    ['', 'secrétariat', treasury],
  ])('finds at each letter of the last word, from the third on: "%s %s"', async (before, word, id) => {
    for (let length = 3; length <= word.length; length += 1) {
      const text = `${before} ${word.slice(0, length)}`;
      const found = (await ids(text)).includes(id);
      expect([text, found]).toEqual([text, true]);
    }
  });

  it('takes the beginning of a word for no less than what was typed', async () => {
    // French would make "p" of it, as of a plural.
    expect(await ids('ps')).toEqual(['Department:ps', 'Department:pspc']);
  });

  it('finds nothing where one word is nowhere', async () => {
    expect(await ids('civil society xyzzyqwerty')).toEqual([]);
    expect(await ids('geospatial procurement')).toEqual([]);
  });

  it.each([
    ['stop words alone', 'du de la'],
    ['punctuation alone', '—!?'],
    ['a wildcard', '%'],
    ['an underscore', '_'],
    ['a backslash', '\\'],
    ['quotes', '\'"'],
  ])('finds nothing by %s', async (_, text) => {
    expect(await ids(text)).toEqual([]);
  });

  it.each([
    'a & b | !c:*',
    'civil <-> society',
    "civil' & 'society",
    'civil:A',
    '!geospatial',
    '(civil',
    'civil &',
    "'; select 1 --",
    'civil \\:* society',
  ])('takes the query language of PostgreSQL as words: %s', async (text) => {
    const words = text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    expect(await ids(text)).toEqual(await ids(words));
  });

  it('looks at the first sixteen words', async () => {
    const sixteen = Array.from({ length: 16 }, (_, at) => (at % 2 ? 'civil' : 'society')).join(' ');
    expect(await ids(`${sixteen} xyzzyqwerty`)).toEqual(await ids(sixteen));
    expect(await ids(`${sixteen.slice('society '.length)} xyzzyqwerty`)).toEqual([]);
  });

  it.each([
    ['empty', '', 0],
    ['white space', ' \n\t ', 0],
    ['of 301 characters', 'x'.repeat(301), 301],
    ['of 10,000 characters', 'word '.repeat(2_000), 9_999],
  ])('refuses a text that is %s', async (_, text, length) => {
    const { data, errors } = await hub.ask('query ($text: String!) { search(text: $text) { totalCount } }', {
      text,
    });
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.message).toBe(
      `The text to search for must have 1 to 300 characters, no null byte and no lone surrogate; it has ${length}.`,
    );
  });

  it('takes a text of 300 characters, and does not count white space around it', async () => {
    expect(await ids(` \n${'civil society '.repeat(21)}societ  `)).toContain(civilSociety);
  });
});

describe('search by codes', () => {
  it.each([
    ['CA0060', civilSociety],
    ['ca0060', civilSociety],
    ['ca-2016-2018/19', civilSociety],
    ['CA-2016-2018/19', civilSociety],
    ['ca-2016-2018/1', 'Commitment:ca-2016-2018/1'],
    ['ca-2016-2018/19.2', 'Deliverable:ca-2016-2018/19.2'],
    ['tbs', treasury],
    ['2242', treasury],
    ['TBS-SCT', treasury],
    ['ised', 'Department:ised'],
    ['odx', 'PartnerOrganization:odx'],
    ['serving-you-better-2016', 'EngagementActivity:serving-you-better-2016'],
  ])('finds %s first', async (text, id) => {
    expect((await ids(text))[0]).toBe(id);
  });

  it.each([
    ['ised development', 'Department:ised'],
    ['innovation ISED', 'Department:ised'],
    ['tbs secretariat', treasury],
    ['ca-2016-2018/19 civil', civilSociety],
  ])('takes a code for one of the words: %s', async (text, id) => {
    expect(await ids(text)).toContain(id);
  });

  it('does not take a code for a misspelt word', async () => {
    expect(await ids('statcan')).toEqual(['Department:statcan']);
  });
});

describe('the kinds of a search', () => {
  it('narrow it, and null takes all', async () => {
    const all = await hits('open government');
    expect(new Set(all.map(({ kind }) => kind)).size).toBeGreaterThan(2);
    expect(await hits('open government', null)).toEqual(all);
    for (const kinds of [['COMMITMENT'], ['PARTNER', 'DELIVERABLE'], ['ACTIVITY'], ['DEPARTMENT'], []]) {
      expect(await hits('open government', kinds)).toEqual(all.filter(({ kind }) => kinds.includes(kind)));
    }
  });

  it('say what each hit is', async () => {
    const typeOf: Readonly<Record<string, string>> = {
      COMMITMENT: 'Commitment',
      DELIVERABLE: 'Deliverable',
      ACTIVITY: 'EngagementActivity',
      DEPARTMENT: 'Department',
      PARTNER: 'PartnerOrganization',
    };
    const found = (await Promise.all(['open', 'canada', 'data'].map((text) => hits(text)))).flat();
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(Object.keys(typeOf)));
    for (const { kind, subject } of found) expect(subject.id.split(':')[0]).toBe(typeOf[kind]);
  });

  it('refuse what is no kind', async () => {
    const { errors } = await hub.ask('{ search(text: "open", kinds: [REPORT]) { totalCount } }');
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
