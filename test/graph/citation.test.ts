import fc from 'fast-check';
import { CitationStyle, cite } from '../../src/graph/citation/cite.js';
import type { CitedCommitment } from '../../src/graph/citation/cited-commitment.js';

const address =
  'https://open.canada.ca/en/commitment/mtsar/2016-2018/commitment-19-engage-civil-society-open-government';

const civilSociety: CitedCommitment = {
  code: 'ca-2016-2018/19',
  number: 19,
  title: 'Engage civil society on open government',
  planTitle: 'Third Biennial Plan to the Open Government Partnership (2016-18)',
  authors: ['Treasury Board of Canada Secretariat'],
  publisher: 'Government of Canada',
  period: { label: 'Mid-term', end: '2017-06-30' },
  issued: '2017-10-01',
  version: 2,
  retrieved: '2026-11-23',
  url: address,
  language: 'EN',
};

const civilSocietyInFrench: CitedCommitment = {
  ...civilSociety,
  title: 'Mobiliser la société civile à l’égard du gouvernement ouvert',
  planTitle: 'Troisième plan biennal du Partenariat pour un gouvernement ouvert (2016-2018)',
  authors: ['Secrétariat du Conseil du Trésor du Canada'],
  publisher: 'Gouvernement du Canada',
  period: { label: 'Mi-parcours', end: '2017-06-30' },
  language: 'FR',
};

/** Commitment 14: two departments lead, one with a comma in its name; when it was published is not known. */
const openScience: CitedCommitment = {
  ...civilSociety,
  code: 'ca-2016-2018/14',
  number: 14,
  title: 'Increase openness of federal science activities (Open Science)',
  authors: ['Environment and Climate Change Canada', 'Innovation, Science and Economic Development Canada'],
  issued: null,
  version: 1,
  url: null,
};

const openScienceInFrench: CitedCommitment = {
  ...openScience,
  title: 'Accroître l’ouverture des activités scientifiques fédérales (science ouverte)',
  planTitle: civilSocietyInFrench.planTitle,
  authors: [
    'Environnement et Changement climatique Canada',
    'Innovation, Sciences et Développement économique Canada',
  ],
  publisher: civilSocietyInFrench.publisher,
  period: civilSocietyInFrench.period,
  language: 'FR',
};

const apa = (cited: CitedCommitment) => cite(CitationStyle.APA, cited);
const bibtex = (cited: CitedCommitment) => cite(CitationStyle.BIBTEX, cited);
const ris = (cited: CitedCommitment) => cite(CitationStyle.RIS, cited);
const csl = (cited: CitedCommitment): unknown => JSON.parse(cite(CitationStyle.CSL_JSON, cited));

describe('APA', () => {
  it('cites commitment 19 in English', () => {
    expect(apa(civilSociety)).toBe(
      'Treasury Board of Canada Secretariat. (2017, October 1). ' +
        'Engage civil society on open government (Commitment 19, Version 2) ' +
        '[Status report: Mid-term, period ending June 30, 2017]. ' +
        'In Third Biennial Plan to the Open Government Partnership (2016-18). ' +
        `Government of Canada. Retrieved November 23, 2026, from ${address}`,
    );
  });

  it('cites commitment 19 in French', () => {
    expect(apa(civilSocietyInFrench)).toBe(
      'Secrétariat du Conseil du Trésor du Canada. (2017, 1er octobre). ' +
        'Mobiliser la société civile à l’égard du gouvernement ouvert (Engagement 19, Version 2) ' +
        '[Rapport d’étape\u00A0: Mi-parcours, période se terminant le 30 juin 2017]. ' +
        'Dans Troisième plan biennal du Partenariat pour un gouvernement ouvert (2016-2018). ' +
        `Gouvernement du Canada. Consulté le 23 novembre 2026, de ${address}`,
    );
  });

  it('cites a joint commitment without date and address in English', () => {
    expect(apa(openScience)).toBe(
      'Environment and Climate Change Canada & ' +
        'Innovation, Science and Economic Development Canada. (n.d.). ' +
        'Increase openness of federal science activities (Open Science) (Commitment 14, Version 1) ' +
        '[Status report: Mid-term, period ending June 30, 2017]. ' +
        'In Third Biennial Plan to the Open Government Partnership (2016-18). ' +
        'Government of Canada. Retrieved November 23, 2026.',
    );
  });

  it('cites a joint commitment without date and address in French', () => {
    expect(apa(openScienceInFrench)).toBe(
      'Environnement et Changement climatique Canada et ' +
        'Innovation, Sciences et Développement économique Canada. (s.\u00A0d.). ' +
        'Accroître l’ouverture des activités scientifiques fédérales (science ouverte) ' +
        '(Engagement 14, Version 1) ' +
        '[Rapport d’étape\u00A0: Mi-parcours, période se terminant le 30 juin 2017]. ' +
        'Dans Troisième plan biennal du Partenariat pour un gouvernement ouvert (2016-2018). ' +
        'Gouvernement du Canada. Consulté le 23 novembre 2026.',
    );
  });

  it('cites a commitment apart from any report', () => {
    expect(apa({ ...civilSociety, period: null, version: null, issued: null })).toBe(
      'Treasury Board of Canada Secretariat. (n.d.). ' +
        'Engage civil society on open government (Commitment 19). ' +
        'In Third Biennial Plan to the Open Government Partnership (2016-18). ' +
        `Government of Canada. Retrieved November 23, 2026, from ${address}`,
    );
  });

  it('puts the title first where no author is known', () => {
    expect(apa({ ...civilSociety, authors: [' '] })).toMatch(
      /^Engage civil society on open government \(Commitment 19, .*\]\. \(2017, October 1\)\. In Third /,
    );
  });

  it('leaves the publisher out only where it is the one author', () => {
    const government = 'Government of Canada';
    const plan = 'Plan (2016-18)';
    expect(apa({ ...civilSociety, planTitle: plan, authors: [government] })).toContain(
      'In Plan (2016-18). Retrieved',
    );
    expect(apa({ ...civilSociety, planTitle: plan, authors: [government, 'Open Data Exchange'] })).toContain(
      'In Plan (2016-18). Government of Canada. Retrieved',
    );
  });

  it.each([
    ['EN', 3, 'D1, D2, & D3. (2017'],
    ['FR', 3, 'D1, D2 et D3. (2017'],
    ['EN', 20, 'D18, D19, & D20. (2017'],
    ['FR', 20, 'D18, D19 et D20. (2017'],
    ['EN', 21, 'D18, D19, . . . D21. (2017'],
    ['FR', 21, 'D18, D19, ... D21. (2017'],
  ] as const)('joins authors in %s when there are %i', (language, count, expected) => {
    const authors = Array.from({ length: count }, (_, index) => `D${index + 1}`);
    expect(apa({ ...civilSociety, authors, language })).toContain(expected);
  });

  it('writes no second full stop after one that is there', () => {
    expect(apa({ ...civilSociety, authors: ['Open Data Inc.'], planTitle: 'What next?' })).toMatch(
      /^Open Data Inc\. \(2017.* In What next\? Government of Canada\. /,
    );
  });

  it('is one line whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileCommitment(), (cited) => {
        expect(apa(cited)).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });
});

describe('BibTeX', () => {
  it('cites commitment 19 in English', () => {
    expect(bibtex(civilSociety)).toBe(`@misc{ca-2016-2018-19-mid-term-v2-en,
  author = {{Treasury Board of Canada Secretariat}},
  title = {{Engage civil society on open government}},
  howpublished = {{Third Biennial Plan to the Open Government Partnership (2016-18)}},
  organization = {{Government of Canada}},
  year = {2017},
  month = oct,
  note = {Commitment 19, Version 2. Status report: Mid-term, period ending June 30, 2017},
  url = {${address}},
  urldate = {2026-11-23},
  langid = {canadian}
}
`);
  });

  it('cites commitment 19 in French', () => {
    const period = String.raw`p{\'e}riode se terminant le 30 juin 2017`;
    expect(bibtex(civilSocietyInFrench)).toBe(String.raw`@misc{ca-2016-2018-19-mi-parcours-v2-fr,
  author = {{Secr{\'e}tariat du Conseil du Tr{\'e}sor du Canada}},
  title = {{Mobiliser la soci{\'e}t{\'e} civile {\`a} l'{\'e}gard du gouvernement ouvert}},
  howpublished = {{Troisi{\`e}me plan biennal du Partenariat pour un gouvernement ouvert (2016-2018)}},
  organization = {{Gouvernement du Canada}},
  year = {2017},
  month = oct,
  note = {Engagement 19, Version 2. Rapport d'{\'e}tape~: Mi-parcours, ${period}},
  url = {${address}},
  urldate = {2026-11-23},
  langid = {acadian}
}
`);
  });

  it('cites a joint commitment without date and address', () => {
    const authors =
      '{Environment and Climate Change Canada} and {Innovation, Science and Economic Development Canada}';
    expect(bibtex(openScience)).toBe(`@misc{ca-2016-2018-14-mid-term-v1-en,
  author = {${authors}},
  title = {{Increase openness of federal science activities (Open Science)}},
  howpublished = {{Third Biennial Plan to the Open Government Partnership (2016-18)}},
  organization = {{Government of Canada}},
  note = {Commitment 14, Version 1. Status report: Mid-term, period ending June 30, 2017},
  urldate = {2026-11-23},
  langid = {canadian}
}
`);
  });

  it('leaves the author out where none is known', () => {
    expect([...bibtexFields(bibtex({ ...civilSociety, authors: [] })).keys()]).not.toContain('author');
  });

  it.each([
    ['# $ % & _', String.raw`\# \$ \% \& \_`],
    [
      '{ } \\ ~ ^',
      String.raw`{\textbraceleft} {\textbraceright} {\textbackslash} {\textasciitilde} {\textasciicircum}`,
    ],
    ['< > |', String.raw`{\textless} {\textgreater} {\textbar}`],
    ['É à ê ñ ü å ő š', String.raw`{\'E} {\`a} {\^e} {\~n} {\"u} {\r a} {\H o} {\v s}`],
    ['ç Ç ş ą ș ḥ ṯ', String.raw`{\c c} {\c C} {\c s} {\k a} {\textcommabelow s} {\d h} {\b t}`],
    ['ï î ĭ į ị ĵ', String.raw`{\"\i} {\^\i} {\u\i} {\k i} {\d i} {\^\j}`],
    ['œ Œ æ ø ł ß ı', String.raw`{\oe} {\OE} {\ae} {\o} {\l} {\ss} {\i}`],
    ['a–b a—b', 'a--b a---b'],
    ['l’été ‘a’ “b”', "l'{\\'e}t{\\'e} `a' ``b''"],
    ['«\u00A0oui\u00A0» non\u202F!', String.raw`{\guillemotleft}~oui~{\guillemotright} non\,!`],
    ['e\u0301 q\u0301', String.raw`{\'e} {\'q}`],
    ['ế Ω й 한 ᐃ 😀', 'ế Ω й 한 ᐃ 😀'],
    ['{\u0301', '{\\textbraceleft}\u0301'],
  ])('writes %s as LaTeX reads it', (title, expected) => {
    expect(bibtexFields(bibtex({ ...civilSociety, title })).get('title')).toBe(`{${expected}}`);
  });

  it('leaves an address as it is, but for what no address may hold', () => {
    const fieldOf = (url: string) => bibtexFields(bibtex({ ...civilSociety, url })).get('url');
    expect(fieldOf('https://a.ca/x_y?q=50%25&r=~z#b')).toBe('https://a.ca/x_y?q=50%25&r=~z#b');
    expect(fieldOf('https://a.ca/{x}\\é y')).toBe('https://a.ca/%7Bx%7D%5C%C3%A9%20y');
  });

  it('has a key of lower-case letters, digits and hyphens that tells versions and languages apart', () => {
    const keyOf = (change: Partial<CitedCommitment>) =>
      /\{(.*),/.exec(bibtex({ ...civilSociety, ...change }))?.[1];
    expect(keyOf({})).toBe('ca-2016-2018-19-mid-term-v2-en');
    expect(keyOf({ version: 3 })).toBe('ca-2016-2018-19-mid-term-v3-en');
    expect(keyOf({ version: null, period: null, language: 'FR' })).toBe('ca-2016-2018-19-fr');
    expect(keyOf({ period: { label: 'Évaluation — Été', end: '2017-06-30' } })).toBe(
      'ca-2016-2018-19-evaluation-ete-v2-en',
    );
    expect(keyOf({ period: { label: '中期', end: '2017-06-30' } })).toBe('ca-2016-2018-19-2017-06-30-v2-en');
  });

  it('stays one entry with balanced braces and its own fields whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileCommitment(), (cited) => {
        const entry = bibtex(cited);
        expect(entry).toMatch(/^@misc\{[a-z0-9-]+,\n(?: {2}[a-z]+ = .*\n)+\}\n$/);
        const { authors, title, url, ...rest } = cited;
        const harmless = bibtexFields(
          bibtex({ ...rest, authors: authors.map(() => 'A'), title: 'T', url: 'u' }),
        );
        expect([...bibtexFields(entry).keys()]).toEqual([...harmless.keys()]);
      }),
    );
  });

  it('holds no character with a meaning to LaTeX but those it writes itself', () => {
    fc.assert(
      fc.property(hostileText(), (title) => {
        const written = bibtexFields(bibtex({ ...civilSociety, title })).get('title') ?? '';
        const rest = written.replace(/\\(?:[#$%&_,-]|[a-zA-Z]+|[`'^~=."](?:\\[ij])?)/g, '');
        expect(rest).not.toMatch(/[\\#$%&_^]/);
      }),
    );
  });
});

describe('RIS', () => {
  it('cites commitment 19 in English', () => {
    expect(ris(civilSociety)).toBe(
      [
        'TY  - GOVDOC',
        'ID  - ca-2016-2018-19-mid-term-v2-en',
        'AU  - Treasury Board of Canada Secretariat',
        'TI  - Engage civil society on open government',
        'T2  - Third Biennial Plan to the Open Government Partnership (2016-18)',
        'SE  - Commitment 19',
        'M3  - Status report: Mid-term, period ending June 30, 2017',
        'ET  - Version 2',
        'PB  - Government of Canada',
        'PY  - 2017',
        'DA  - 2017/10/01',
        'Y2  - 2026/11/23',
        `UR  - ${address}`,
        'LA  - en-CA',
        'ER  - \r\n',
      ].join('\r\n'),
    );
  });

  it('cites commitment 19 in French', () => {
    expect(ris(civilSocietyInFrench)).toBe(
      [
        'TY  - GOVDOC',
        'ID  - ca-2016-2018-19-mi-parcours-v2-fr',
        'AU  - Secrétariat du Conseil du Trésor du Canada',
        'TI  - Mobiliser la société civile à l’égard du gouvernement ouvert',
        'T2  - Troisième plan biennal du Partenariat pour un gouvernement ouvert (2016-2018)',
        'SE  - Engagement 19',
        'M3  - Rapport d’étape\u00A0: Mi-parcours, période se terminant le 30 juin 2017',
        'ET  - Version 2',
        'PB  - Gouvernement du Canada',
        'PY  - 2017',
        'DA  - 2017/10/01',
        'Y2  - 2026/11/23',
        `UR  - ${address}`,
        'LA  - fr-CA',
        'ER  - \r\n',
      ].join('\r\n'),
    );
  });

  it('names each lead of a joint commitment and no date that is not known', () => {
    expect(ris(openScience)).toBe(
      [
        'TY  - GOVDOC',
        'ID  - ca-2016-2018-14-mid-term-v1-en',
        'AU  - Environment and Climate Change Canada',
        'AU  - Innovation, Science and Economic Development Canada',
        'TI  - Increase openness of federal science activities (Open Science)',
        'T2  - Third Biennial Plan to the Open Government Partnership (2016-18)',
        'SE  - Commitment 14',
        'M3  - Status report: Mid-term, period ending June 30, 2017',
        'ET  - Version 1',
        'PB  - Government of Canada',
        'Y2  - 2026/11/23',
        'LA  - en-CA',
        'ER  - \r\n',
      ].join('\r\n'),
    );
  });

  it('takes a commitment cited by its address and apart from any report for a web page', () => {
    expect(ris({ ...civilSociety, period: null })).toMatch(/^TY {2}- ELEC\r\n/);
    expect(ris({ ...civilSociety, period: null, url: null })).toMatch(/^TY {2}- GOVDOC\r\n/);
  });

  it('cannot be made to hold a second record by a line break in a title', () => {
    expect(ris({ ...civilSociety, title: 'A\r\nER  - \nTY  - JOUR\u2028B' })).toContain(
      'TI  - A ER - TY - JOUR B\r\n',
    );
  });

  it('is one record of one tag a line whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileCommitment(), (cited) => {
        const lines = ris(cited).split('\r\n');
        expect(lines.pop()).toBe('');
        for (const line of lines) {
          expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
          expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        }
        expect(lines.filter((line) => line.startsWith('TY')).length).toBe(1);
        expect(lines.findIndex((line) => line.startsWith('ER'))).toBe(lines.length - 1);
      }),
    );
  });
});

describe('CSL-JSON', () => {
  const civilSocietyItem = {
    id: 'ca-2016-2018-19-mid-term-v2-en',
    type: 'report',
    title: 'Engage civil society on open government',
    author: [{ literal: 'Treasury Board of Canada Secretariat' }],
    'container-title': 'Third Biennial Plan to the Open Government Partnership (2016-18)',
    section: 'Commitment 19',
    genre: 'Status report: Mid-term, period ending June 30, 2017',
    version: '2',
    publisher: 'Government of Canada',
    issued: { 'date-parts': [[2017, 10, 1]] },
    accessed: { 'date-parts': [[2026, 11, 23]] },
    URL: address,
    language: 'en-CA',
  };

  it('cites commitment 19 in English', () => {
    expect(cite(CitationStyle.CSL_JSON, civilSociety)).toBe(JSON.stringify([civilSocietyItem], null, 2));
  });

  it('cites commitment 19 in French', () => {
    expect(csl(civilSocietyInFrench)).toEqual([
      {
        id: 'ca-2016-2018-19-mi-parcours-v2-fr',
        type: 'report',
        title: 'Mobiliser la société civile à l’égard du gouvernement ouvert',
        author: [{ literal: 'Secrétariat du Conseil du Trésor du Canada' }],
        'container-title': 'Troisième plan biennal du Partenariat pour un gouvernement ouvert (2016-2018)',
        section: 'Engagement 19',
        genre: 'Rapport d’étape\u00A0: Mi-parcours, période se terminant le 30 juin 2017',
        version: '2',
        publisher: 'Gouvernement du Canada',
        issued: { 'date-parts': [[2017, 10, 1]] },
        accessed: { 'date-parts': [[2026, 11, 23]] },
        URL: address,
        language: 'fr-CA',
      },
    ]);
  });

  it('names each lead of a joint commitment and leaves out what is not known', () => {
    const { issued: _issued, URL: _url, ...known } = civilSocietyItem;
    expect(csl(openScience)).toStrictEqual([
      {
        ...known,
        id: 'ca-2016-2018-14-mid-term-v1-en',
        title: 'Increase openness of federal science activities (Open Science)',
        author: [
          { literal: 'Environment and Climate Change Canada' },
          { literal: 'Innovation, Science and Economic Development Canada' },
        ],
        section: 'Commitment 14',
        version: '1',
      },
    ]);
  });

  it('takes a commitment cited by its address and apart from any report for a web page', () => {
    const { genre: _genre, version: _version, author: _author, ...page } = civilSocietyItem;
    expect(csl({ ...civilSociety, authors: [], period: null, version: null })).toStrictEqual([
      { ...page, id: 'ca-2016-2018-19-en', type: 'webpage' },
    ]);
  });

  it('gives every title back letter by letter', () => {
    fc.assert(
      fc.property(hostileCommitment(), (cited) => {
        expect(csl(cited)).toMatchObject([
          { title: cited.title.toWellFormed(), 'container-title': cited.planTitle.toWellFormed() },
        ]);
      }),
    );
  });
});

describe.each(Object.values(CitationStyle))('any style, such as %s,', (style) => {
  it.each(['2017-02-30', '2017-6-30', '30/06/2017', '2017-06-30\r\nTY  - JOUR', ''])(
    'refuses the date %j',
    (date) => {
      expect(() => cite(style, { ...civilSociety, retrieved: date })).toThrow(RangeError);
      expect(() => cite(style, { ...civilSociety, issued: date })).toThrow(RangeError);
      expect(() => cite(style, { ...civilSociety, period: { label: 'Mid-term', end: date } })).toThrow(
        `${JSON.stringify(date)} is not a date that exists, written YYYY-MM-DD`,
      );
    },
  );

  it('writes no half of a surrogate pair', () => {
    const halved = { ...civilSociety, title: 'a\uD83Db', authors: ['c\uDE00'], url: 'https://a.ca/\uD83D' };
    expect(cite(style, halved).isWellFormed()).toBe(true);
    expect(cite(style, halved)).not.toMatch(/\\u[dD][89a-fA-F]/);
  });
});

/** Any text at all, and texts made of what the styles themselves are made of. */
function hostileText(): fc.Arbitrary<string> {
  const pieces = ['{', '}', '\\', '\\{', '%', '@misc{x,', '"', '},\n', '\n', '\r', '\u0085', '\u2028', '\0']
    .concat(['\r\nER  - ', '\nTY  - JOUR', '\u202E', '~', '^', '#', '$', '&', '_', 'é', 'e\u0301', '\u0301'])
    .concat(['ï', 'œ', 'ế', '\u00A0', '\uD800', '😀', ' and ', ', ', 'a', ' ']);
  return fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...pieces)).map((chosen) => chosen.join('')),
  );
}

function hostileCommitment(): fc.Arbitrary<CitedCommitment> {
  return fc.record({
    code: fc.constantFrom('ca-2016-2018/19', 'ca-2022-2024/1'),
    number: fc.nat({ max: 9999 }),
    title: hostileText(),
    planTitle: hostileText(),
    // Never blank: a blank name is no author.
    authors: fc.array(hostileText().map((name) => `D${name}`)),
    publisher: hostileText(),
    period: fc.option(fc.record({ label: hostileText(), end: anyDate() })),
    issued: fc.option(anyDate()),
    version: fc.option(fc.nat()),
    retrieved: anyDate(),
    url: hostileText(),
    language: fc.constantFrom('EN', 'FR'),
  });
}

function anyDate(): fc.Arbitrary<string> {
  return fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
}

/** Reads one entry as BibTeX does: it counts braces and knows nothing of backslashes. */
function bibtexFields(entry: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const body = entry.slice(entry.indexOf('\n'));
  let depth = 0;
  let position = 0;
  let name = '';
  let value = '';
  for (; depth >= 0 && position < body.length; position += 1) {
    const character = body.charAt(position);
    if (character === '}') depth -= 1;
    if (depth > 0) value += character;
    else if (character === ',' || character === '\n') {
      if (name !== '') fields.set(name.split('=')[0]?.trim() ?? '', value);
      name = '';
      value = '';
    } else if (character !== '{' && character !== '}') name += character;
    if (character === '{') depth += 1;
  }
  expect({ depth, after: body.slice(position) }).toEqual({ depth: -1, after: '\n' });
  return fields;
}
