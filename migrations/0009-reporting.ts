import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reporting through mutations needs: drafts, reasons, withdrawals, and answers kept for retries. */
export class Reporting1764000000009 implements MigrationInterface {
  readonly name = 'Reporting1764000000009';

  async up(database: QueryRunner): Promise<void> {
    await database.query(`
      alter table status_report
        add column published_at timestamptz,
        add column reason text,
        add column decision_reason text,
        add column written_by text,
        add column decided_by text;
      update status_report set published_at = recorded_at
        where state in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN');
      alter table status_report add constraint status_report_published_at_check check (
        (state <> 'PUBLISHED' or published_at is not null)
        and (state not in ('DRAFT', 'SUBMITTED', 'RETURNED') or published_at is null)
      );
      create unique index status_report_one_open on status_report (commitment_id, period_id, department_id)
        where state in ('DRAFT', 'SUBMITTED', 'RETURNED');

      alter table cross_reference drop constraint cross_reference_state_check;
      alter table cross_reference add constraint cross_reference_state_check
        check (state in ('CONFIRMED', 'SUGGESTED', 'DISMISSED', 'UNLINKED'));

      alter table engagement_activity
        add column withdrawn_at timestamptz,
        add column withdrawal_reason text;

      alter table commitment_actor add column ended_on date;
      create or replace view deliverable_lead as
        select d.id as deliverable_id, a.department_id, a.partner_id, a.position
        from deliverable d
          join commitment_actor a on a.commitment_id = d.commitment_id
            and a.role = 'LEAD' and a.stated_by = 'PLAN' and a.ended_on is null
            and (a.deliverable_id = d.id or a.deliverable_id is null and not exists (
              select from commitment_actor own
              where own.deliverable_id = d.id and own.role = 'LEAD' and own.stated_by = 'PLAN'
                and own.ended_on is null
            ));

      -- What was published before there was a feed stands at its beginning.
      insert into change (at, kind, plan_id, commitment_id, period_id, department_id, report_id, acted_by)
        select recorded_at, 'REPORT_PUBLISHED', plan_id, commitment_id, period_id, department_id, id, 'operator'
        from status_report where published_at is not null order by recorded_at, id;
      insert into change (
        at, kind, plan_id, commitment_id, deliverable_id, period_id, department_id, report_id, to_level, acted_by
      )
        select r.recorded_at, 'STATUS_CHANGED', r.plan_id, r.commitment_id, s.deliverable_id, r.period_id,
          r.department_id, r.id, s.completion, 'operator'
        from deliverable_status s join report_entry e on e.id = s.entry_id join status_report r on r.id = e.report_id
        where s.completion is not null order by r.recorded_at, s.deliverable_id;

      create table idempotent_request (
        caller text not null,
        key text not null,
        input_hash text not null,
        outcome jsonb,
        at timestamptz not null default now(),
        constraint idempotent_request_pkey primary key (caller, key)
      );
      create index idempotent_request_at_idx on idempotent_request (at);
    `);
  }

  async down(database: QueryRunner): Promise<void> {
    await database.query(`
      drop table idempotent_request;

      create or replace view deliverable_lead as
        select d.id as deliverable_id, a.department_id, a.partner_id, a.position
        from deliverable d
          join commitment_actor a on a.commitment_id = d.commitment_id
            and a.role = 'LEAD' and a.stated_by = 'PLAN'
            and (a.deliverable_id = d.id or a.deliverable_id is null and not exists (
              select from commitment_actor own
              where own.deliverable_id = d.id and own.role = 'LEAD' and own.stated_by = 'PLAN'
            ));
      alter table commitment_actor drop column ended_on;

      alter table engagement_activity drop column withdrawn_at, drop column withdrawal_reason;

      delete from cross_reference where state in ('DISMISSED', 'UNLINKED');
      alter table cross_reference drop constraint cross_reference_state_check;
      alter table cross_reference add constraint cross_reference_state_check
        check (state in ('CONFIRMED', 'SUGGESTED'));

      drop index status_report_one_open;
      alter table status_report drop constraint status_report_published_at_check;
      alter table status_report drop column published_at, drop column reason, drop column decision_reason,
        drop column written_by, drop column decided_by;
    `);
  }
}
