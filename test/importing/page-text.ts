/** What may stand on a page of the sample plan; null leaves the line out. */
const lines = {
  title: 'Engage civil society on open government - Commitment 19',
  leadsHeading: 'Lead implementing department(s)',
  leads: 'Treasury Board Secretariat',
  periodHeading: 'Reporting period',
  period: 'Mid-term (July 1, 2016 to June 30, 2017)',
  otherActors: 'Other actors involved: Anybody',
  descriptionHeading: 'What is the commitment?',
  description: 'Talk more.',
  deliverablesHeading: 'Deliverables in Action Plan',
  deliverables: '1. Start talking.\n2. Keep talking.',
  expectedResult: 'Expected result: Everybody talks.',
  resultsHeading: 'Description of results',
  results: '1. We talked.\n2. We listened.',
  nextStepsHeading: 'Next steps to June 2018',
  nextSteps: '1. More talk.\n2. More listening.',
  completionHeading: 'Completion level',
  completion: '1. Limited\n2. Complete',
};

/** The text of a page of the sample plan's commitment 19, with some of its pieces replaced. */
export function pageText(changes: Partial<Record<keyof typeof lines, string | null>> = {}): string {
  return Object.values({ ...lines, ...changes })
    .filter((line) => line !== null)
    .join('\n');
}
