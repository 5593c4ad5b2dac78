import { registerEnumType } from 'type-graphql';

/** How far a deliverable has come, as its department reports it. Absent means not reported, which is not NOT_STARTED. */
export enum CompletionLevel {
  NOT_STARTED = 'NOT_STARTED',
  LIMITED = 'LIMITED',
  SUBSTANTIAL = 'SUBSTANTIAL',
  COMPLETE = 'COMPLETE',
}

registerEnumType(CompletionLevel, {
  name: 'CompletionLevel',
  description:
    'How far a deliverable has come, as the department itself reports it. Where a field of this type is null, ' +
    'nothing was reported, which is not the same as NOT_STARTED.',
  valuesConfig: {
    NOT_STARTED: { description: 'Work has not begun (tracker code NS).' },
    LIMITED: { description: 'Limited progress (tracker code LP).' },
    SUBSTANTIAL: { description: 'Substantial progress; not finished (tracker code SP).' },
    COMPLETE: { description: 'Done (tracker code C).' },
  },
});
