import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Departments, partner organizations, and their parts in commitments. */
export class Organizations1764000000002 implements MigrationInterface {
  readonly name = 'Organizations1764000000002';

  async up(database: QueryRunner): Promise<void> {
    await database.query(`
      create extension if not exists unaccent;

      -- Names are compared by this: without case, accents, and white space or hyphens that differ.
      create function name_key(name text) returns text
        language sql immutable strict parallel safe
        return btrim(regexp_replace(lower(unaccent('unaccent'::regdictionary, name)), '[^[:alnum:]&]+', ' ', 'g'));

      create table department (
        id integer generated always as identity,
        code text not null,
        gc_org_id integer,
        open_gov_slug text,
        name_en text,
        name_fr text,
        abbreviation_en text,
        abbreviation_fr text,
        constraint department_pkey primary key (id),
        constraint department_code_key unique (code),
        constraint department_gc_org_id_key unique (gc_org_id),
        constraint department_gc_org_id_check check (gc_org_id between 1000 and 9999),
        constraint department_name_check check (name_en is not null or name_fr is not null)
      );

      create table department_alias (
        id integer generated always as identity,
        department_id integer not null,
        name text not null,
        valid_from date,
        valid_to date,
        constraint department_alias_pkey primary key (id),
        constraint department_alias_department_id_name_key unique (department_id, name),
        constraint department_alias_dates_check check (valid_from <= valid_to),
        constraint department_alias_department_id_fkey foreign key (department_id) references department (id)
      );

      create table partner_organization (
        id integer generated always as identity,
        code text not null,
        kind text not null,
        aliases text[] not null default '{}',
        website text,
        name_en text,
        name_fr text,
        constraint partner_organization_pkey primary key (id),
        constraint partner_organization_code_key unique (code),
        constraint partner_organization_kind_check check (kind in ('CIVIL_SOCIETY', 'PRIVATE_SECTOR', 'ACADEMIA', 'INDIGENOUS', 'PROVINCIAL_TERRITORIAL', 'MUNICIPAL', 'INTERNATIONAL', 'OTHER')),
        constraint partner_organization_name_check check (name_en is not null or name_fr is not null)
      );

      create table partner_identifier (
        id integer generated always as identity,
        partner_id integer not null,
        scheme text not null,
        value text not null,
        constraint partner_identifier_pkey primary key (id),
        constraint partner_identifier_scheme_value_key unique (scheme, value),
        constraint partner_identifier_partner_id_fkey foreign key (partner_id) references partner_organization (id)
      );
      create index partner_identifier_partner_id_idx on partner_identifier (partner_id);

      create table commitment_actor (
        id integer generated always as identity,
        commitment_id integer not null,
        deliverable_id integer,
        department_id integer,
        partner_id integer,
        role text not null,
        position integer not null,
        stated_by text not null,
        constraint commitment_actor_pkey primary key (id),
        constraint commitment_actor_one_organization_check check (num_nonnulls(department_id, partner_id) = 1),
        constraint commitment_actor_stated_by_check check (stated_by in ('PLAN', 'OGP')),
        constraint commitment_actor_role_check check (role in ('LEAD', 'SUPPORT', 'PARTNER')),
        constraint commitment_actor_commitment_id_fkey foreign key (commitment_id) references commitment (id),
        constraint commitment_actor_deliverable_id_fkey foreign key (deliverable_id) references deliverable (id),
        constraint commitment_actor_department_id_fkey foreign key (department_id) references department (id),
        constraint commitment_actor_partner_id_fkey foreign key (partner_id) references partner_organization (id)
      );
      -- Absent values count as equal here, unlike in a plain unique constraint.
      create unique index commitment_actor_once on commitment_actor (
        commitment_id, role, stated_by,
        coalesce(deliverable_id, 0), coalesce(department_id, 0), coalesce(partner_id, 0)
      );
      create index commitment_actor_deliverable_id_idx on commitment_actor (deliverable_id);
      create index commitment_actor_partner_id_idx on commitment_actor (partner_id);
      create index commitment_actor_department_id_idx on commitment_actor (department_id);
    `);
  }

  async down(database: QueryRunner): Promise<void> {
    await database.query(`
      drop table commitment_actor;
      drop table partner_identifier;
      drop table partner_organization;
      drop table department_alias;
      drop table department;
      drop function name_key;
      drop extension unaccent;
    `);
  }
}
