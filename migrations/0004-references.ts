import type { MigrationInterface, QueryRunner } from 'typeorm';

/** References between commitments, and those that await a commitment not known yet. */
export class References1764000000004 implements MigrationInterface {
  readonly name = 'References1764000000004';

  async up(database: QueryRunner): Promise<void> {
    await database.query(`
      create table cross_reference (
        id integer generated always as identity,
        from_id integer not null,
        to_id integer not null,
        kind text not null,
        state text not null,
        deliverable_id integer,
        period_id integer,
        quote_en text,
        quote_fr text,
        constraint cross_reference_pkey primary key (id),
        constraint cross_reference_from_id_to_id_kind_key unique (from_id, to_id, kind),
        constraint cross_reference_state_check check (state in ('CONFIRMED', 'SUGGESTED')),
        constraint cross_reference_kind_check check (kind in ('RELATED', 'REPORTED_UNDER', 'DEPENDS_ON', 'CONTINUES', 'SUPERSEDES')),
        constraint cross_reference_not_itself_check check (from_id <> to_id),
        constraint cross_reference_from_id_fkey foreign key (from_id) references commitment (id),
        constraint cross_reference_to_id_fkey foreign key (to_id) references commitment (id),
        constraint cross_reference_deliverable_id_fkey foreign key (deliverable_id) references deliverable (id),
        constraint cross_reference_period_id_fkey foreign key (period_id) references reporting_period (id)
      );
      create index cross_reference_to_id_idx on cross_reference (to_id);

      create table awaited_reference (
        id integer generated always as identity,
        from_id integer not null,
        to_code text not null,
        kind text not null,
        state text not null,
        deliverable_id integer,
        period_id integer,
        quote_en text,
        quote_fr text,
        constraint awaited_reference_pkey primary key (id),
        constraint awaited_reference_from_id_to_code_kind_key unique (from_id, to_code, kind),
        constraint awaited_reference_state_check check (state in ('CONFIRMED', 'SUGGESTED')),
        constraint awaited_reference_kind_check check (kind in ('RELATED', 'REPORTED_UNDER', 'DEPENDS_ON', 'CONTINUES', 'SUPERSEDES')),
        constraint awaited_reference_from_id_fkey foreign key (from_id) references commitment (id),
        constraint awaited_reference_deliverable_id_fkey foreign key (deliverable_id) references deliverable (id),
        constraint awaited_reference_period_id_fkey foreign key (period_id) references reporting_period (id)
      );
      create index awaited_reference_to_code_idx on awaited_reference (to_code);
    `);
  }

  async down(database: QueryRunner): Promise<void> {
    await database.query(`
      drop table awaited_reference;
      drop table cross_reference;
    `);
  }
}
