import type { DataSource } from 'typeorm';

/** Takes all references out of a database, with what the feed, which forgets nothing by itself, says of them. */
export async function clearReferences(dataSource: DataSource): Promise<void> {
  await dataSource.query(`
    alter table change disable trigger change_is_final;
    delete from change where reference_id is not null;
    alter table change enable trigger change_is_final;
    delete from cross_reference;`);
}
