import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Levels that authors give on named scales. */
export class Assessments1764000000006 implements MigrationInterface {
  readonly name = 'Assessments1764000000006';

  async up(database: QueryRunner): Promise<void> {
    await database.query(`
      create table assessment (
        id integer generated always as identity,
        commitment_id integer not null,
        deliverable_id integer,
        period_id integer,
        author text not null,
        scale text not null,
        level text not null,
        assessed_on date,
        statement_en text,
        statement_fr text,
        constraint assessment_pkey primary key (id),
        constraint assessment_scale_check check (scale in ('SCHEDULE', 'IRM_COMPLETION', 'IRM_EARLY_RESULTS', 'IRM_AMBITION', 'IRM_AMBITION_2020', 'IRM_VERIFIABLE')),
        constraint assessment_author_check check (author in ('GOVERNMENT', 'IRM')),
        constraint assessment_commitment_id_fkey foreign key (commitment_id) references commitment (id),
        constraint assessment_deliverable_id_fkey foreign key (deliverable_id) references deliverable (id),
        constraint assessment_period_id_fkey foreign key (period_id) references reporting_period (id)
      );
      -- Absent values count as equal here, unlike in a plain unique constraint.
      create unique index assessment_once on assessment (
        commitment_id, author, scale, coalesce(deliverable_id, 0), coalesce(period_id, 0)
      );
    `);
  }

  async down(database: QueryRunner): Promise<void> {
    await database.query(`
      drop table assessment;
    `);
  }
}
