import fc from 'fast-check';
import { asHtml, marks, partsOf } from '../../src/graph/search/excerpt.js';
import { TestHub } from '../setup/hub.js';
import { aCommitment, aPlan, saveFacts } from './save-facts.js';

const unescaped = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('an excerpt taken apart', () => {
  const { start, end, lessThan } = marks;

  it.each([
    ['', []],
    ['plain', [{ text: 'plain', matched: false }]],
    [`${start}all${end}`, [{ text: 'all', matched: true }]],
    [
      `a ${start}b${end} c ${start}d${end}`,
      [
        { text: 'a ', matched: false },
        { text: 'b', matched: true },
        { text: ' c ', matched: false },
        { text: 'd', matched: true },
      ],
    ],
    [
      `1 ${lessThan} ${start}2${lessThan}3${end}`,
      [
        { text: '1 < ', matched: false },
        { text: '2<3', matched: true },
      ],
    ],
  ])('gives its pieces: %j', (marked, parts) => {
    expect(partsOf(marked)).toEqual(parts);
  });

  it('has no HTML but its own marks, and loses nothing', () => {
    const part = fc.record({
      text: fc.oneof(
        fc.string(),
        fc.constantFrom('<script>', '</mark>', '<mark>', '&amp;', '"', "'", '<b onx=1>'),
      ),
      matched: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const html = asHtml(parts);
        const pieces = html.split(/(<mark>[^<>]*<\/mark>)/);
        for (const piece of pieces) expect(piece.replace(/^<mark>|<\/mark>$/g, '')).not.toMatch(/[<>"']/);
        expect(unescaped(html.replace(/<\/?mark>/g, ''))).toBe(parts.map(({ text }) => text).join(''));
      }),
    );
  });
});

describe('the excerpt of a hit', () => {
  const title = 'Tags <b>bold</b> & <script>alert("1")</script> \'quoted\' pollen';
  const forged = `Forged \u0002marks\u0003 and \u0004 and \u0002 around pollen, <mark>too</mark> &lt;here&gt;`;
  let hub: TestHub;
  beforeAll(async () => {
    hub = await TestHub.start('migrated');
    await saveFacts(hub, {
      plans: [aPlan('one')],
      commitments: [
        aCommitment('one', 1, { title: { en: title } }),
        aCommitment('one', 2, { title: { en: forged } }),
        aCommitment('one', 3, {
          title: { en: 'Bees fly', fr: 'Les abeilles volent' },
          description: {
            en: `${'Unrelated words stand here. '.repeat(30)}A meadow of clover. ${'More of these words. '.repeat(30)}`,
            fr: `${'Des mots sans rapport. '.repeat(30)}Un pré de trèfle. ${'Encore des mots. '.repeat(30)}`,
          },
        }),
        aCommitment('one', 4, { title: { fr: 'Ruches seulement' } }),
      ],
    });
  });
  afterAll(() => hub.stop());

  const excerpts = async (text: string, language = 'en') => {
    const { search } = await hub.query(
      'query ($text: String!) { search(text: $text) { nodes { excerpt excerptParts { text matched } subject { ... on Node { id } } } } }',
      { text },
      { 'accept-language': language },
    );
    return search.nodes as {
      excerpt: string;
      excerptParts: { text: string; matched: boolean }[];
      subject: { id: string };
    }[];
  };

  it('escapes all HTML of the text and marks what was searched for', async () => {
    const found = await excerpts('quoted pollen');
    expect(found.map(({ excerpt }) => excerpt)).toEqual([
      'Tags &lt;b&gt;bold&lt;/b&gt; &amp; &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &#39;<mark>quoted</mark>&#39; <mark>pollen</mark>',
    ]);
    expect(found[0]?.excerptParts.map(({ text }) => text).join('')).toBe(title);
    expect(found[0]?.excerptParts.filter(({ matched }) => matched).map(({ text }) => text)).toEqual([
      'quoted',
      'pollen',
    ]);
  });

  it('takes no marks from the text', async () => {
    const [found] = await excerpts('forged pollen');
    expect(found?.excerpt).toBe(
      '<mark>Forged</mark> marks and  and  around <mark>pollen</mark>, &lt;mark&gt;too&lt;/mark&gt; &amp;lt;here',
    );
    const shown = found?.excerptParts.map(({ text }) => text).join('') ?? '-';
    expect(forged.replace(/[\u0002-\u0004]/g, '')).toContain(shown);
  });

  it('shows the words around what was found in a long text, and no more', async () => {
    const [found] = await excerpts('meadow');
    expect(found?.excerpt).toContain('A <mark>meadow</mark> of clover.');
    expect(found?.excerpt.length).toBeLessThan(500);
  });

  it('is in the reader’s language where the words are found in both, else where they are found', async () => {
    const text = 'mots words';
    expect(await excerpts(text)).toEqual([]);
    expect((await excerpts('bees'))[0]?.excerpt).toContain('<mark>Bees</mark> fly');
    expect((await excerpts('bees', 'fr'))[0]?.excerpt).toContain('<mark>Bees</mark> fly');
    expect((await excerpts('abeilles', 'en'))[0]?.excerpt).toContain('Les <mark>abeilles</mark> volent');
    expect((await excerpts('ruche'))[0]?.excerpt).toBe('<mark>Ruches</mark> seulement');
    expect((await excerpts('one/3', 'en'))[0]?.excerpt).toContain('Bees fly');
    expect((await excerpts('one/3', 'fr'))[0]?.excerpt).toContain('Les abeilles volent');
  });

  it('is the same in HTML and in pieces', async () => {
    for (const { excerpt, excerptParts } of await excerpts('pollen')) {
      expect(excerpt).toBe(asHtml(excerptParts));
    }
  });
});
