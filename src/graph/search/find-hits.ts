import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { readCursor, writeCursor } from '../../cursor.js';
import { Language } from '../../model/language.js';
import type { Page } from '../connection/page.js';
import { type ForwardPageArgs, pageSize } from '../connection/page-args.js';
import type { Loading } from '../loading/loading.js';
import { marks, partsOf } from './excerpt.js';
import { searchText } from './matches.js';
import { SearchHit } from './search-hit.js';
import type { SearchKind } from './search-kind.js';

/** Fragments of up to 30 words around what matched; short words stay at their ends. */
const excerptOptions = `StartSel=${marks.start}, StopSel=${marks.end}, MaxFragments=2, MaxWords=30, MinWords=12, ShortWord=0, FragmentDelimiter=" … "`;

/** Added to the score of what has the text as its code: more than any rank in millionths comes to. */
const codeScore = 100_000_000;

interface HitRow {
  readonly kind: SearchKind;
  readonly subject_id: number;
  readonly score: number;
  readonly excerpt: string;
}

/**
 * Finds what a text is about, best first. A hit's score is PostgreSQL's rank of the better of both languages in
 * millionths, where words of titles and codes weigh most, and what has the text as its code goes before everything
 * else; ties are broken by kind and number, so pages are stable.
 */
export async function findHits(
  loading: Loading,
  language: Language,
  typed: string,
  kinds: readonly SearchKind[] | null,
  args: ForwardPageArgs,
): Promise<Page<SearchHit>> {
  const text = searchText(typed);
  const { size } = pageSize(args);
  const order = orderOf(text);
  const after = args.after == null ? null : readCursor(args.after, order, ['int', 'text', 'int']);
  const hits = sql`
    select entry.*, query.en, query.fr, (1000000 * greatest(
        ts_rank('{0.1, 0.2, 0.4, 1}', entry.words_en, query.en),
        ts_rank('{0.1, 0.2, 0.4, 1}', entry.words_fr, query.fr)
      ))::int + case
        when lower(${text}) = any (string_to_array(lower(entry.codes), ' ')) then ${codeScore}::int else 0
      end as score
    from search_query(${text}) query
      join search_entry entry on entry.words_en @@ query.en or entry.words_fr @@ query.fr
    where ${kinds}::text[] is null or entry.kind = any (${kinds}::text[])`;
  const later = after
    ? sql`where (-hit.score, hit.kind, hit.subject_id) > (${-Number(after[0])}::int, ${after[1]}, ${after[2]}::int)`
    : sql``;
  const rows = await loading.query<HitRow>(sql`
    select page.kind, page.subject_id, page.score, case
        when shown.french then ts_headline('hub_fr', shown.text, page.fr, ${excerptOptions})
        else ts_headline('hub_en', shown.text, page.en, ${excerptOptions})
      end as excerpt
    from (
      select * from (${hits}) hit ${later}
      order by -hit.score, hit.kind, hit.subject_id
      limit ${size + 1}
    ) page
      cross join lateral (
        select page.title_fr is not null and page.words_fr @@ page.fr
          and (${language === Language.FR} or page.title_en is null or not page.words_en @@ page.en) as french
      ) chosen
      cross join lateral (
        select chosen.french, translate(case
          when chosen.french then concat_ws(E'\\n', page.title_fr, page.body_fr)
          else concat_ws(E'\\n', coalesce(page.title_en, page.title_fr), page.body_en)
        end, ${`<${marks.lessThan}${marks.start}${marks.end}`}, ${marks.lessThan}) as text
      ) shown
    order by -page.score, page.kind, page.subject_id`);
  return {
    edges: rows.slice(0, size).map((row) => ({
      node: new SearchHit(row.kind, row.subject_id, row.score, partsOf(row.excerpt)),
      cursor: writeCursor(order, [row.score, row.kind, row.subject_id]),
    })),
    hasNextPage: rows.length > size,
    hasPreviousPage: after !== null,
    count: async () => {
      const [counted] = await loading.query<{ count: number }>(
        sql`select count(*)::int as count from (${hits}) hit`,
      );
      return counted?.count ?? 0;
    },
  };
}

/** Scores of different searches do not compare, so a cursor belongs to its text. */
function orderOf(text: string): string {
  return `rank-${createHash('sha256').update(text).digest('base64url').slice(0, 12)}`;
}
