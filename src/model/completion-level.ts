/** How far a deliverable has come, as its department reports it. Absent means not reported, which is not NOT_STARTED. */
export enum CompletionLevel {
  NOT_STARTED = 'NOT_STARTED',
  LIMITED = 'LIMITED',
  SUBSTANTIAL = 'SUBSTANTIAL',
  COMPLETE = 'COMPLETE',
}
