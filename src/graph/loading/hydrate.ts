import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/**
 * Makes entities of raw rows that hold all columns of their table under their database names. Unlike TypeORM's
 * own way it takes rows of any statement and does no work per row beyond the copying.
 */
export function hydrate<Thing extends ObjectLiteral>(
  database: EntityManager,
  entity: EntityTarget<Thing>,
  rows: readonly ObjectLiteral[],
): Thing[] {
  const { driver } = database.connection;
  const metadata = database.connection.getMetadata(entity);
  return rows.map((row) => {
    const thing = metadata.create(undefined) as Thing;
    for (const column of metadata.columns) {
      column.setEntityValue(thing, driver.prepareHydratedValue(row[column.databaseName], column));
    }
    return thing;
  });
}
