/** What the government's one sentence on a commitment says on the schedule scale. */
const levels: ReadonlyMap<string, string> = new Map([
  ['All deliverables complete', 'COMPLETED'],
  ['All deliverables on schedule', 'ON_SCHEDULE'],
  ['Most deliverables on schedule', 'MOSTLY_ON_SCHEDULE'],
]);

/** How the sentences are told to people. */
export const acceptedSummaries = [...levels.keys()].map((sentence) => `"${sentence}."`).join(', ');

/** The level a sentence stands for, with or without its full stop; null for any other sentence. */
export function scheduleOf(sentence: string): string | null {
  return levels.get(sentence.trim().replace(/\.$/, '')) ?? null;
}
