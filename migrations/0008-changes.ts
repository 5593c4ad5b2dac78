import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The feed of changes: every published fact, in the order of commit, for good. */
export class Changes1764000000008 implements MigrationInterface {
  readonly name = 'Changes1764000000008';

  async up(database: QueryRunner): Promise<void> {
    await database.query(`
      create table change (
        id bigint generated always as identity,
        at timestamptz not null default clock_timestamp(),
        kind text not null,
        plan_id integer,
        commitment_id integer,
        deliverable_id integer,
        period_id integer,
        department_id integer,
        partner_id integer,
        report_id integer,
        reference_id integer,
        activity_id integer,
        assessment_id integer,
        from_level text,
        to_level text,
        direction text,
        from_role text,
        to_role text,
        fields text[] not null default '{}',
        reason text,
        acted_by text not null,
        constraint change_pkey primary key (id),
        constraint change_direction_check check (direction in ('UP', 'DOWN')),
        constraint change_plan_id_fkey foreign key (plan_id) references action_plan (id),
        constraint change_commitment_id_fkey foreign key (commitment_id) references commitment (id),
        constraint change_deliverable_id_fkey foreign key (deliverable_id) references deliverable (id),
        constraint change_period_id_fkey foreign key (period_id) references reporting_period (id),
        constraint change_department_id_fkey foreign key (department_id) references department (id),
        constraint change_partner_id_fkey foreign key (partner_id) references partner_organization (id),
        constraint change_report_id_fkey foreign key (report_id) references status_report (id),
        constraint change_reference_id_fkey foreign key (reference_id) references cross_reference (id),
        constraint change_activity_id_fkey foreign key (activity_id) references engagement_activity (id),
        constraint change_assessment_id_fkey foreign key (assessment_id) references assessment (id)
      );
      create index change_plan_id_id_idx on change (plan_id, id);
      create index change_commitment_id_id_idx on change (commitment_id, id);
      create index change_deliverable_id_id_idx on change (deliverable_id, id);
      create index change_department_id_id_idx on change (department_id, id);
      create index change_kind_id_idx on change (kind, id);
      create index change_period_id_id_idx on change (period_id, id);
      create index change_partner_id_id_idx on change (partner_id, id);
      create index change_to_level_id_idx on change (to_level, id);
      create index change_direction_id_idx on change (direction, id);
      create index change_at_id_idx on change (at, id);

      -- Whoever appends holds this lock until the transaction has been committed and can be seen, and numbers are
      -- taken after the lock: so they follow the order of commit, and no reader meets one below another it has met.
      create function change_in_turn() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(4872004);
        return null;
      end $$;
      create trigger change_in_turn before insert on change
        for each statement execute function change_in_turn();

      create function change_is_final() returns trigger language plpgsql as $$
      begin
        raise exception 'A change is a fact: it is never altered or deleted.' using errcode = 'restrict_violation';
      end $$;
      create trigger change_is_final before update or delete or truncate on change
        for each statement execute function change_is_final();
    `);
  }

  async down(database: QueryRunner): Promise<void> {
    await database.query(`
      drop table change;
      drop function change_is_final;
      drop function change_in_turn;
    `);
  }
}
