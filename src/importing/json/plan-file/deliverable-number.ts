/** Which deliverable of which commitment. */
export interface DeliverableNumber {
  readonly commitment: number;
  readonly position: number;
}

const number = /^([1-9]\d{0,3})\.([1-9]\d{0,3})$/;

/** How the numbers are told to people. */
export const acceptedNumber = 'a commitment number, "." and a position, such as "19.2"';

/** Reads the number of a deliverable, such as "19.2"; null for any other text. */
export function readDeliverableNumber(text: string): DeliverableNumber | null {
  const [, commitment, position] = number.exec(text) ?? [];
  return commitment === undefined ? null : { commitment: Number(commitment), position: Number(position) };
}

/** Reads the number that the name of an item begins with, such as "19.2 result 1"; null where none does. */
export function readItemNumber(item: string): DeliverableNumber | null {
  return readDeliverableNumber(item.trim().split(/\s/, 1)[0] ?? '');
}
