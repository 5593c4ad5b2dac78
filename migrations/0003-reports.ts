import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What departments report, and which entry is each deliverable's current one. */
export class Reports1764000000003 implements MigrationInterface {
  readonly name = 'Reports1764000000003';

  async up(database: QueryRunner): Promise<void> {
    await database.query(`
      create table status_report (
        id integer generated always as identity,
        code text not null,
        plan_id integer not null,
        commitment_id integer not null,
        period_id integer not null,
        department_id integer not null,
        version integer not null,
        state text not null,
        published_on date,
        recorded_at timestamptz not null default now(),
        constraint status_report_pkey primary key (id),
        constraint status_report_code_key unique (code),
        constraint status_report_id_commitment_id_key unique (id, commitment_id),
        constraint status_report_commitment_id_period_id_department_id_version_key unique (commitment_id, period_id, department_id, version),
        constraint status_report_version_check check (version >= 1),
        constraint status_report_state_check check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')),
        constraint status_report_commitment_id_plan_id_fkey foreign key (commitment_id, plan_id) references commitment (id, plan_id),
        constraint status_report_period_id_plan_id_fkey foreign key (period_id, plan_id) references reporting_period (id, plan_id),
        constraint status_report_department_id_fkey foreign key (department_id) references department (id)
      );
      create index status_report_department_id_idx on status_report (department_id);
      create index status_report_period_id_idx on status_report (period_id);
      create unique index status_report_one_published on status_report (commitment_id, period_id, department_id) where state = 'PUBLISHED';

      create table report_entry (
        id integer generated always as identity,
        commitment_id integer not null,
        report_id integer not null,
        deliverable_id integer not null,
        completion text,
        evidence jsonb not null default '[]',
        results_en text,
        results_fr text,
        next_steps_en text,
        next_steps_fr text,
        challenges_en text,
        challenges_fr text,
        constraint report_entry_pkey primary key (id),
        constraint report_entry_report_id_deliverable_id_key unique (report_id, deliverable_id),
        constraint report_entry_completion_check check (completion in ('NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE')),
        constraint report_entry_report_id_commitment_id_fkey foreign key (report_id, commitment_id) references status_report (id, commitment_id),
        constraint report_entry_deliverable_id_commitment_id_fkey foreign key (deliverable_id, commitment_id) references deliverable (id, commitment_id)
      );
      create index report_entry_deliverable_id_idx on report_entry (deliverable_id);

      create table deliverable_status (
        deliverable_id integer not null,
        entry_id integer not null,
        completion text,
        constraint deliverable_status_pkey primary key (deliverable_id),
        constraint deliverable_status_deliverable_id_fkey foreign key (deliverable_id) references deliverable (id),
        constraint deliverable_status_entry_id_fkey foreign key (entry_id) references report_entry (id)
      );
      create index deliverable_status_entry_id_idx on deliverable_status (entry_id);
      create index deliverable_status_completion_idx on deliverable_status (completion);

      -- What is reported on: whatever has nothing below it.
      create view leaf_deliverable as
        select * from deliverable d
        where not exists (select from deliverable child where child.parent_id = d.id);

      -- Who leads a deliverable by the plan: its own leads where it names any, else those of the commitment.
      create view deliverable_lead as
        select d.id as deliverable_id, a.department_id, a.partner_id, a.position
        from deliverable d
          join commitment_actor a on a.commitment_id = d.commitment_id
            and a.role = 'LEAD' and a.stated_by = 'PLAN'
            and (a.deliverable_id = d.id or a.deliverable_id is null and not exists (
              select from commitment_actor own
              where own.deliverable_id = d.id and own.role = 'LEAD' and own.stated_by = 'PLAN'
            ));

      -- What counts as reported. Of several entries on one deliverable the current one comes first when sorted by
      -- end_date desc, start_date desc, lead_rank, department_id.
      create view published_entry as
        select e.id as entry_id, e.deliverable_id, e.completion, r.period_id, r.department_id,
          p.end_date, p.start_date, coalesce(l.position, 32767) as lead_rank
        from report_entry e
          join status_report r on r.id = e.report_id and r.state = 'PUBLISHED'
          join reporting_period p on p.id = r.period_id
          left join deliverable_lead l
            on l.deliverable_id = e.deliverable_id and l.department_id = r.department_id;
    `);
  }

  async down(database: QueryRunner): Promise<void> {
    await database.query(`
      drop view published_entry;
      drop view deliverable_lead;
      drop view leaf_deliverable;
      drop table deliverable_status;
      drop table report_entry;
      drop table status_report;
    `);
  }
}
