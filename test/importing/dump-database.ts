import type { DataSource } from 'typeorm';

/** Every row of every table with all its columns, as PostgreSQL writes it; two equal dumps mean equal databases. */
export async function dumpDatabase(dataSource: DataSource): Promise<Record<string, readonly string[]>> {
  const tables = await dataSource.query<{ name: string }[]>(
    `select format('%I', tablename) as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const dump: Record<string, readonly string[]> = {};
  for (const { name } of tables) {
    const rows = await dataSource.query<{ row: string }[]>(
      `select t::text as row from ${name} t order by t::text collate "C"`,
    );
    dump[name] = rows.map(({ row }) => row);
  }
  return dump;
}
