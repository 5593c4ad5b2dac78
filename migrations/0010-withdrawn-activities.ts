import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Search leaves withdrawn engagement activities out. */
export class WithdrawnActivities1764000000010 implements MigrationInterface {
  readonly name = 'WithdrawnActivities1764000000010';

  async up(database: QueryRunner): Promise<void> {
    await database.query(`
      create or replace function search_refresh_activity(ids integer[]) returns void language sql as $$
        delete from search_entry
        where kind = 'ACTIVITY' and subject_id in (
          select id from engagement_activity where id = any (ids) and withdrawn_at is not null
        );
        insert into search_entry (kind, subject_id, codes, title_en, title_fr, body_en, body_fr)
        select 'ACTIVITY', id, code, title_en, title_fr,
          concat_ws(E'\\n', summary_en, heard_en, response_en), concat_ws(E'\\n', summary_fr, heard_fr, response_fr)
        from engagement_activity where id = any (ids) and withdrawn_at is null
        on conflict (kind, subject_id) do update set codes = excluded.codes,
          title_en = excluded.title_en, title_fr = excluded.title_fr,
          body_en = excluded.body_en, body_fr = excluded.body_fr;
      $$;
      ${refreshAll}
    `);
  }

  async down(database: QueryRunner): Promise<void> {
    await database.query(`
      create or replace function search_refresh_activity(ids integer[]) returns void language sql as $$
        insert into search_entry (kind, subject_id, codes, title_en, title_fr, body_en, body_fr)
        select 'ACTIVITY', id, code, title_en, title_fr,
          concat_ws(E'\\n', summary_en, heard_en, response_en), concat_ws(E'\\n', summary_fr, heard_fr, response_fr)
        from engagement_activity where id = any (ids)
        on conflict (kind, subject_id) do update set codes = excluded.codes,
          title_en = excluded.title_en, title_fr = excluded.title_fr,
          body_en = excluded.body_en, body_fr = excluded.body_fr;
      $$;
      ${refreshAll}
    `);
  }
}

const refreshAll = 'select search_refresh_activity(array(select id from engagement_activity));';
