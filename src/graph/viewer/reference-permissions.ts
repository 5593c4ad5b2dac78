import { permits } from '../../access/policy.js';
import { CrossReference, ReferenceState } from '../../model/cross-reference.js';
import { mayAsInvolved } from './may-as-involved.js';
import { type Permission, viewerCan } from './viewer-can.js';

const decide = (description: string): Permission<CrossReference> => ({
  description,
  holds: (action, { state }, { caller }) => state === ReferenceState.SUGGESTED && permits(caller, action, []),
});

export const ReferenceViewerCan = viewerCan(CrossReference, {
  confirmReference: decide('Whether they may confirm it: one that is SUGGESTED, as a steward.'),
  dismissReference: decide('Whether they may turn it down: one that is SUGGESTED, as a steward.'),
  unlinkCommitments: {
    description:
      'Whether they may take it back: one that is CONFIRMED, as a reporter of a department that leads or supports the ' +
      'commitment that refers, or part of it, or as a steward.',
    holds: (action, { state, fromKey }, context) =>
      state === ReferenceState.CONFIRMED && mayAsInvolved(action, fromKey, context),
  },
});
