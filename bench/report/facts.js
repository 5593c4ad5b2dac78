/** Commitments, each led by the reporting department, with some deliverables each. */
export const commitments = 500;
export const deliverables = 4;
/** Enough that no two reports of the run are the same one. */
export const periods = 40;
export const plan = 'zz-2030-2040';

const both = (text) => ({ en: text, fr: `${text} (fr)` });

export const facts = {
  departments: [{ code: 'bench', name: both('Bench Office') }],
  plans: [
    {
      code: plan,
      title: both('Plan'),
      start: '2030-01-01',
      end: '2040-12-31',
      rules: '2022',
      periods: Array.from({ length: periods }, (_, at) => ({
        key: `p-${at}`,
        label: both(`Period ${at}`),
        start: '2030-01-01',
        end: `20${30 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-28`,
      })),
    },
  ],
  commitments: Array.from({ length: commitments }, (_, at) => ({
    plan,
    number: at + 1,
    title: both(`Promise ${at + 1}`),
    actors: [{ organization: 'bench', role: 'LEAD' }],
    deliverables: Array.from({ length: deliverables }, (_one, place) => ({
      position: place + 1,
      kind: 'DELIVERABLE',
      text: both(`Result ${place + 1}`),
    })),
  })),
};

/** A report as departments send it: four deliverables with some sentences each, in both languages. */
export function aReport(place) {
  const commitment = `${plan}/${(place % commitments) + 1}`;
  const text =
    'We held three meetings, published the draft, and answered every comment that came in. '.repeat(3);
  return {
    commitment,
    period: `p-${Math.floor(place / commitments)}`,
    department: 'bench',
    entries: Array.from({ length: deliverables }, (_, at) => ({
      deliverable: `${commitment}.${at + 1}`,
      completion: 'SUBSTANTIAL',
      results: both(`${text} ${place}`),
      nextSteps: both(text),
    })),
  };
}
