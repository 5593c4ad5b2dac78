import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

/**
 * Names as PostgreSQL itself would give them, so that migrations written in plain SQL and the entities agree:
 * snake_case columns, `table_column_fkey`, `table_column_key`, `table_column_idx`, `table_pkey`.
 */
export class PostgresNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return snakeCase([...prefixes, custom ?? property].join('_'));
  }

  override primaryKeyName(table: Table | string): string {
    return `${this.getTableName(table)}_pkey`;
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return named(this.getTableName(table), columns, 'key');
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return named(this.getTableName(table), columns, 'fkey');
  }

  override indexName(table: Table | string, columns: string[]): string {
    return named(this.getTableName(table), columns, 'idx');
  }
}

/** PostgreSQL sorts nothing and shortens names over 63 bytes; none of the hub's are that long. */
function named(table: string, columns: readonly string[], suffix: string): string {
  return [table, ...columns, suffix].join('_');
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
