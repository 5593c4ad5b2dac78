import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Engagement activities, who held them, and what they touch. */
export class Activities1764000000005 implements MigrationInterface {
  readonly name = 'Activities1764000000005';

  async up(database: QueryRunner): Promise<void> {
    await database.query(`
      create table engagement_activity (
        id integer generated always as identity,
        code text not null,
        kind text not null,
        start_date date,
        end_date date,
        date_precision text,
        places jsonb not null default '[]',
        formats text[] not null default '{}',
        url text,
        title_en text,
        title_fr text,
        summary_en text,
        summary_fr text,
        heard_en text,
        heard_fr text,
        response_en text,
        response_fr text,
        constraint engagement_activity_pkey primary key (id),
        constraint engagement_activity_code_key unique (code),
        constraint engagement_activity_formats_check check (formats <@ array['IN_PERSON', 'ONLINE', 'WRITTEN', 'TELEPHONE']),
        constraint engagement_activity_date_precision_check check (date_precision in ('DAY', 'MONTH', 'YEAR')),
        constraint engagement_activity_dates_check check (start_date <= end_date),
        constraint engagement_activity_title_check check (title_en is not null or title_fr is not null),
        constraint engagement_activity_kind_check check (kind in ('CONSULTATION', 'TOUR', 'PANEL', 'SURVEY', 'WORKSHOP', 'OTHER'))
      );
      create index engagement_activity_start_date_idx on engagement_activity (start_date);

      create table activity_organization (
        id integer generated always as identity,
        activity_id integer not null,
        department_id integer,
        partner_id integer,
        position integer not null,
        constraint activity_organization_pkey primary key (id),
        constraint activity_organization_activity_id_partner_id_key unique (activity_id, partner_id),
        constraint activity_organization_activity_id_department_id_key unique (activity_id, department_id),
        constraint activity_organization_one_check check (num_nonnulls(department_id, partner_id) = 1),
        constraint activity_organization_activity_id_fkey foreign key (activity_id) references engagement_activity (id),
        constraint activity_organization_department_id_fkey foreign key (department_id) references department (id),
        constraint activity_organization_partner_id_fkey foreign key (partner_id) references partner_organization (id)
      );
      create index activity_organization_partner_id_idx on activity_organization (partner_id);
      create index activity_organization_department_id_idx on activity_organization (department_id);

      create table activity_commitment (
        activity_id integer not null,
        commitment_id integer not null,
        constraint activity_commitment_pkey primary key (activity_id, commitment_id),
        constraint activity_commitment_activity_id_fkey foreign key (activity_id) references engagement_activity (id),
        constraint activity_commitment_commitment_id_fkey foreign key (commitment_id) references commitment (id)
      );
      create index activity_commitment_commitment_id_idx on activity_commitment (commitment_id);

      create table activity_leg (
        id integer generated always as identity,
        activity_id integer not null,
        position integer not null,
        start_date date,
        end_date date,
        date_precision text,
        report_url text,
        place_en text,
        place_fr text,
        constraint activity_leg_pkey primary key (id),
        constraint activity_leg_activity_id_position_key unique (activity_id, position),
        constraint activity_leg_date_precision_check check (date_precision in ('DAY', 'MONTH', 'YEAR')),
        constraint activity_leg_dates_check check (start_date <= end_date),
        constraint activity_leg_place_check check (place_en is not null or place_fr is not null),
        constraint activity_leg_activity_id_fkey foreign key (activity_id) references engagement_activity (id)
      );
    `);
  }

  async down(database: QueryRunner): Promise<void> {
    await database.query(`
      drop table activity_leg;
      drop table activity_commitment;
      drop table activity_organization;
      drop table engagement_activity;
    `);
  }
}
