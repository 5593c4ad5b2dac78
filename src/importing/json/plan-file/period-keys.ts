/** The two reporting periods of a plan of the years before trackers. */
export const midTerm = 'mid-term';
export const endOfTerm = 'end-of-term';

/** Their labels in French, which the file may lack. */
export const frenchLabels: ReadonlyMap<string, string> = new Map([
  [midTerm, 'Mi-parcours'],
  [endOfTerm, 'Fin de période'],
]);
