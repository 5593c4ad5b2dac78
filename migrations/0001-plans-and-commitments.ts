import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Action plans with their reporting periods, commitments and deliverables. */
export class PlansAndCommitments1764000000001 implements MigrationInterface {
  readonly name = 'PlansAndCommitments1764000000001';

  async up(database: QueryRunner): Promise<void> {
    await database.query(`
      create table action_plan (
        id integer generated always as identity,
        code text not null,
        start_date date not null,
        end_date date not null,
        rules text not null,
        review_required boolean not null default false,
        priority_areas jsonb not null default '[]',
        title_en text,
        title_fr text,
        constraint action_plan_pkey primary key (id),
        constraint action_plan_code_key unique (code),
        constraint action_plan_rules_check check (rules in ('2016', '2018', '2022', '2025')),
        constraint action_plan_dates_check check (start_date <= end_date),
        constraint action_plan_title_check check (title_en is not null or title_fr is not null)
      );

      create table reporting_period (
        id integer generated always as identity,
        code text not null,
        plan_id integer not null,
        key text not null,
        start_date date not null,
        end_date date not null,
        due_date date,
        is_open boolean not null default true,
        label_en text,
        label_fr text,
        constraint reporting_period_pkey primary key (id),
        constraint reporting_period_code_key unique (code),
        constraint reporting_period_id_plan_id_key unique (id, plan_id),
        constraint reporting_period_plan_id_key_key unique (plan_id, key),
        constraint reporting_period_dates_check check (start_date <= end_date),
        constraint reporting_period_label_check check (label_en is not null or label_fr is not null),
        constraint reporting_period_plan_id_fkey foreign key (plan_id) references action_plan (id)
      );
      create index reporting_period_end_date_idx on reporting_period (end_date);

      create table commitment (
        id integer generated always as identity,
        code text not null,
        plan_id integer not null,
        number integer not null,
        source_code text,
        ogp_code text,
        ogp_values text[],
        policy_areas text[],
        pages text[] not null default '{}',
        title_en text,
        title_fr text,
        problem_en text,
        problem_fr text,
        description_en text,
        description_fr text,
        contribution_en text,
        contribution_fr text,
        expected_result_en text,
        expected_result_fr text,
        other_actors_en text,
        other_actors_fr text,
        constraint commitment_pkey primary key (id),
        constraint commitment_code_key unique (code),
        constraint commitment_ogp_code_key unique (ogp_code),
        constraint commitment_id_plan_id_key unique (id, plan_id),
        constraint commitment_plan_id_number_key unique (plan_id, number),
        constraint commitment_ogp_values_check check (ogp_values <@ array['TRANSPARENCY', 'CIVIC_PARTICIPATION', 'PUBLIC_ACCOUNTABILITY', 'TECHNOLOGY_AND_INNOVATION']),
        constraint commitment_title_check check (title_en is not null or title_fr is not null),
        constraint commitment_ogp_code_check check (ogp_code ~ '^[A-Z]{2}[0-9]{4}$'),
        constraint commitment_number_check check (number between 1 and 9999),
        constraint commitment_plan_id_fkey foreign key (plan_id) references action_plan (id)
      );

      -- The orders in which lists of commitments are paged.
      create index commitment_by_number_idx on commitment (split_part(code, '/', 1), number, id);
      create index commitment_by_title_en_idx on commitment ((coalesce(title_en, title_fr) collate "und-x-icu"), id);
      create index commitment_by_title_fr_idx on commitment ((coalesce(title_fr, title_en) collate "und-x-icu"), id);

      create table deliverable (
        id integer generated always as identity,
        code text not null,
        commitment_id integer not null,
        parent_id integer,
        kind text not null,
        position integer not null,
        path integer[] not null,
        source_code text,
        due_date date,
        due_precision text,
        text_en text,
        text_fr text,
        deadline_en text,
        deadline_fr text,
        constraint deliverable_pkey primary key (id),
        constraint deliverable_code_key unique (code),
        constraint deliverable_id_commitment_id_key unique (id, commitment_id),
        constraint deliverable_commitment_id_path_key unique (commitment_id, path),
        constraint deliverable_due_precision_check check (due_precision in ('DAY', 'MONTH', 'YEAR')),
        constraint deliverable_root_check check ((parent_id is null) = (cardinality(path) = 1)),
        constraint deliverable_position_check check (position between 1 and 9999 and path[cardinality(path)] = position),
        constraint deliverable_text_check check (text_en is not null or text_fr is not null),
        constraint deliverable_kind_check check (kind in ('DELIVERABLE', 'MILESTONE', 'INDICATOR')),
        constraint deliverable_commitment_id_fkey foreign key (commitment_id) references commitment (id),
        constraint deliverable_parent_id_commitment_id_fkey foreign key (parent_id, commitment_id) references deliverable (id, commitment_id)
      );
      create index deliverable_parent_id_idx on deliverable (parent_id);
    `);
  }

  async down(database: QueryRunner): Promise<void> {
    await database.query(`
      drop table deliverable;
      drop table commitment;
      drop table reporting_period;
      drop table action_plan;
    `);
  }
}
