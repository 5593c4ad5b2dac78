import type { Sql } from 'sql-template-tag';
import type { PlaceType } from '../../cursor.js';
import type { Numbered } from '../loading/rows.js';

/** A column, or an expression, that a list is ordered by. It is never null. */
export interface OrderColumn<Row> {
  readonly sql: Sql;
  readonly type: PlaceType;
  /** The column's value in a row, for the cursor. */
  of(row: Row): string | number;
}

/** A list of rows in a total order, of which pages are taken by keyset: never by counting rows to skip. */
export interface Listing<Row extends Numbered> {
  readonly entity: new () => Row;
  /** Table and alias, with joins where needed, such as `commitment c`. */
  readonly from: Sql;
  /** The alias whose columns make the row. */
  readonly alias: string;
  /** All must hold. */
  readonly where: readonly Sql[];
  /** Name of the order, which ties its cursors to it. */
  readonly orderName: string;
  /** From the most to the least significant; the last one must be unique. */
  readonly order: readonly OrderColumn<Row>[];
  readonly descending?: boolean;
}
