import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Full-text search in both languages. One row per thing that can be found; triggers keep the rows true whoever
 * writes, and gather the words met so that misspelt ones can be matched to them.
 */
export class Search1764000000007 implements MigrationInterface {
  readonly name = 'Search1764000000007';

  async up(database: QueryRunner): Promise<void> {
    await database.query(configurations);
    await database.query(tables);
    for (const [name, things] of Object.entries(searched)) await database.query(refresher(name, things));
    for (const { table, events, subjects } of watched) {
      for (const event of events) await database.query(trigger(table, event, subjects));
    }
    await database.query(querying);
  }

  async down(database: QueryRunner): Promise<void> {
    for (const { table, events } of watched) {
      for (const event of events)
        await database.query(`drop function search_after_${table}_${event} cascade`);
    }
    for (const name of Object.keys(searched)) await database.query(`drop function search_refresh_${name}`);
    await database.query(`
      drop function search_query;
      drop function search_word_query;
      drop table search_word;
      drop table search_entry;
      drop function search_gather_words;
      drop text search configuration hub_fr;
      drop text search configuration hub_en;
      drop extension pg_trgm;
    `);
  }
}

const configurations = `
  create extension if not exists pg_trgm;

  create text search configuration hub_en (copy = english);
  alter text search configuration hub_en
    alter mapping for hword, hword_part, word with unaccent, english_stem;
  create text search configuration hub_fr (copy = french);
  alter text search configuration hub_fr
    alter mapping for hword, hword_part, word with unaccent, french_stem;
`;

const tables = `
  create table search_entry (
    kind text not null check (kind in ('COMMITMENT', 'DELIVERABLE', 'ACTIVITY', 'DEPARTMENT', 'PARTNER')),
    subject_id integer not null,
    codes text not null,
    title_en text,
    title_fr text,
    body_en text,
    body_fr text,
    words_en tsvector generated always as (
      setweight(to_tsvector('simple', name_key(codes)) || to_tsvector('hub_en', name_key(codes)), 'A')
      || setweight(to_tsvector('hub_en', coalesce(title_en, '')), 'A')
      || setweight(to_tsvector('hub_en', coalesce(body_en, '')), 'C')
    ) stored,
    words_fr tsvector generated always as (
      setweight(to_tsvector('simple', name_key(codes)) || to_tsvector('hub_fr', name_key(codes)), 'A')
      || setweight(to_tsvector('hub_fr', coalesce(title_fr, '')), 'A')
      || setweight(to_tsvector('hub_fr', coalesce(body_fr, '')), 'C')
    ) stored,
    primary key (kind, subject_id)
  );
  create index search_entry_words_en_idx on search_entry using gin (words_en);
  create index search_entry_words_fr_idx on search_entry using gin (words_fr);

  create table search_word (word text primary key);
  create index search_word_trigrams_idx on search_word using gin (word gin_trgm_ops);
  create index search_word_prefix_idx on search_word (word text_pattern_ops);

  create function search_gather_words() returns trigger language plpgsql as $$
  begin
    insert into search_word (word)
    select distinct word
    from changed,
      regexp_split_to_table(name_key(concat_ws(' ', codes, title_en, title_fr, body_en, body_fr)), '[^[:alnum:]]+') word
    where length(word) between 4 and 40
    on conflict do nothing;
    return null;
  end $$;
  create trigger search_entry_inserted after insert on search_entry
    referencing new table as changed for each statement execute function search_gather_words();
  create trigger search_entry_updated after update on search_entry
    referencing new table as changed for each statement execute function search_gather_words();
`;

/** What of each kind of thing is searched: a query of the things with the numbers `ids`. */
const searched: Readonly<Record<string, { readonly kind: string; readonly rows: string }>> = {
  commitment: {
    kind: 'COMMITMENT',
    rows: `
      select id, concat_ws(' ', code, ogp_code, source_code, number), title_en, title_fr,
        concat_ws(E'\\n', problem_en, description_en, contribution_en, expected_result_en, other_actors_en),
        concat_ws(E'\\n', problem_fr, description_fr, contribution_fr, expected_result_fr, other_actors_fr)
      from commitment where id = any (ids)`,
  },
  deliverable: {
    kind: 'DELIVERABLE',
    rows: `
      select d.id, concat_ws(' ', d.code, d.source_code), d.text_en, d.text_fr,
        concat_ws(E'\\n', e.results_en, e.next_steps_en, e.challenges_en),
        concat_ws(E'\\n', e.results_fr, e.next_steps_fr, e.challenges_fr)
      from deliverable d
        left join deliverable_status s on s.deliverable_id = d.id
        left join report_entry e on e.id = s.entry_id
      where d.id = any (ids)`,
  },
  department: {
    kind: 'DEPARTMENT',
    rows: `
      select d.id, concat_ws(' ', code, gc_org_id, abbreviation_en, abbreviation_fr, open_gov_slug),
        name_en, name_fr, a.names, a.names
      from department d,
        lateral (select string_agg(name, E'\\n' order by name) names
                 from department_alias where department_id = d.id) a
      where d.id = any (ids)`,
  },
  partner: {
    kind: 'PARTNER',
    rows: `
      select id, code, name_en, name_fr, array_to_string(aliases, E'\\n'), array_to_string(aliases, E'\\n')
      from partner_organization where id = any (ids)`,
  },
  activity: {
    kind: 'ACTIVITY',
    rows: `
      select id, code, title_en, title_fr,
        concat_ws(E'\\n', summary_en, heard_en, response_en), concat_ws(E'\\n', summary_fr, heard_fr, response_fr)
      from engagement_activity where id = any (ids)`,
  },
};

/** A function that writes the search rows of the things with these numbers. */
function refresher(name: string, { kind, rows }: { readonly kind: string; readonly rows: string }): string {
  return `
    create function search_refresh_${name}(ids integer[]) returns void language sql as $$
      insert into search_entry (kind, subject_id, codes, title_en, title_fr, body_en, body_fr)
      select '${kind}', thing.* from (${rows}) thing
      on conflict (kind, subject_id) do update set codes = excluded.codes,
        title_en = excluded.title_en, title_fr = excluded.title_fr,
        body_en = excluded.body_en, body_fr = excluded.body_fr;
    $$;
  `;
}

type Event = 'insert' | 'update' | 'delete';

/** Whose changes touch which search rows: `subjects` names the function and the column that holds their ids. */
const watched: readonly { table: string; events: readonly Event[]; subjects: readonly [string, string] }[] = [
  { table: 'commitment', events: ['insert', 'update'], subjects: ['commitment', 'id'] },
  { table: 'deliverable', events: ['insert', 'update'], subjects: ['deliverable', 'id'] },
  {
    table: 'deliverable_status',
    events: ['insert', 'update', 'delete'],
    subjects: ['deliverable', 'deliverable_id'],
  },
  { table: 'department', events: ['insert', 'update'], subjects: ['department', 'id'] },
  {
    table: 'department_alias',
    events: ['insert', 'update', 'delete'],
    subjects: ['department', 'department_id'],
  },
  { table: 'partner_organization', events: ['insert', 'update'], subjects: ['partner', 'id'] },
  { table: 'engagement_activity', events: ['insert', 'update'], subjects: ['activity', 'id'] },
];

function trigger(table: string, event: Event, [kind, column]: readonly [string, string]): string {
  const name = `search_after_${table}_${event}`;
  return `
    create function ${name}() returns trigger language plpgsql as $$
    begin
      perform search_refresh_${kind}((select array_agg(distinct ${column}) from changed));
      return null;
    end $$;
    create trigger ${name} after ${event} on ${table}
      referencing ${event === 'delete' ? 'old' : 'new'} table as changed
      for each statement execute function ${name}();
  `;
}

/**
 * Turns what a person typed into one query a language. All words must match. The last one may be unfinished: it also
 * stands for the words met that begin with it, since a stem may be shorter than what was typed of a word ("governme").
 * A word that nothing begins with is taken for the words most like it. The text is cut to its first 16 words.
 */
const querying = `
  -- What one word is looked for as. A stop word is not looked for at all, even if others begin with it ("the", "theory").
  -- An unfinished word is not stemmed as a beginning: French makes "p" of "ps".
  create function search_word_query(config regconfig, word text, others text[], unfinished boolean)
    returns tsquery stable language sql as $$
    select case
      when numnode(to_tsquery(config, word)) = 0 then ''::tsquery
      when unfinished
        then to_tsquery(config, array_to_string(word || others, ' | ')) || to_tsquery('simple', word || ':*')
      else to_tsquery(config, array_to_string(word || others, ' | '))
    end;
  $$;

  create function search_query(typed text, out en tsquery, out fr tsquery) stable language plpgsql as $$
  declare
    words text[] := (
      select array_agg(word order by place)
      from (
        select word, place
        from regexp_split_to_table(name_key(typed), '[^[:alnum:]]+') with ordinality parts (word, place)
        where word <> '' order by place limit 16
      ) first_words
    );
    unfinished boolean;
    others text[];
  begin
    en := ''::tsquery;
    fr := ''::tsquery;
    for place in 1 .. coalesce(cardinality(words), 0) loop
      unfinished := place = cardinality(words);
      others := array(
        select w.word from search_word w
        where length(words[place]) >= 3 and w.word like words[place] || '%'
        order by length(w.word), w.word limit 20
      );
      if cardinality(others) > 0 then
        if not unfinished then others := '{}'; end if;
      elsif length(words[place]) >= 4 then
        others := array(
          select w.word from search_word w
          where w.word % words[place]
          order by similarity(w.word, words[place]) desc, w.word limit 4
        );
      end if;
      en := en && search_word_query('hub_en', words[place], others, unfinished);
      fr := fr && search_word_query('hub_fr', words[place], others, unfinished);
    end loop;
  end $$;
`;
