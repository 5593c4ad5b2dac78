import type { DossierInput } from '../../src/reporting/dossier.js';

// One sound thing of each sort, of which a test says only what matters to it.

type Section<Name extends keyof DossierInput> = NonNullable<DossierInput[Name]>[number];

/** The sample plan. */
export const plan = 'ca-2016-2018';
export const department = (code: string, facts: Partial<Section<'departments'>> = {}) => ({
  code,
  name: { en: `Office ${code}` },
  ...facts,
});
export const partner = (code: string, facts: Partial<Section<'partners'>> = {}) => ({
  code,
  name: { en: `Club ${code}` },
  kind: 'OTHER' as const,
  ...facts,
});
export const period = { key: 'only', label: { en: 'Only' }, start: '2016-07-01', end: '2018-06-30' };
export const aPlan = (facts: Partial<Section<'plans'>> = {}) => ({
  code: 'xx-2016-2018',
  title: { en: 'A plan' },
  start: '2016-07-01',
  end: '2018-06-30',
  rules: '2016' as const,
  periods: [period],
  ...facts,
});
export const commitment = (number: number, facts: Partial<Section<'commitments'>> = {}) => ({
  plan,
  number,
  title: { en: `Promise ${number}` },
  ...facts,
});
export const deliverable = { position: 1, kind: 'DELIVERABLE' as const, text: { en: 'Something' } };
export const report = (facts: Partial<Section<'reports'>> = {}) => ({
  commitment: `${plan}/19`,
  period: 'end-of-term',
  department: 'tbs',
  entries: [{ deliverable: `${plan}/19.1` }],
  ...facts,
});
export const activity = (facts: Partial<Section<'activities'>> = {}) => ({
  code: 'a-tour',
  kind: 'TOUR' as const,
  title: { en: 'A tour' },
  ...facts,
});
export const leg = { position: 1, place: { en: 'Ottawa' } };
export const assessment = (facts: Partial<Section<'assessments'>> = {}) => ({
  commitment: `${plan}/19`,
  author: 'IRM' as const,
  scale: 'IRM_AMBITION' as const,
  level: 'HIGH',
  ...facts,
});
export const ror = { scheme: 'ROR', value: '01aff2v68' };
