/** Who may do what: for their own departments, for any, or not at all. Written by hand, to be read by people. */
export const policy = `
                      reporter  publisher  steward  registrar
  saveReportDraft     own       -          -        -
  submitReport        own       -          -        -
  submitReports       own       -          -        -
  publishReport       -         own        -        -
  returnReport        -         own        -        -
  withdrawReport      own       own        -        -
  linkCommitments     own       -          any      -
  unlinkCommitments   own       -          any      -
  confirmReference    -         -          any      -
  dismissReference    -         -          any      -
  recordActivity      own       -          any      -
  amendActivity       own       -          any      -
  withdrawActivity    own       -          any      -
  createPlan          -         -          any      -
  amendPlan           -         -          any      -
  createPeriod        -         -          any      -
  amendPeriod         -         -          any      -
  createCommitment    -         -          any      -
  amendCommitment     -         -          any      -
  createDeliverable   -         -          any      -
  amendDeliverable    -         -          any      -
  createDepartment    -         -          any      -
  amendDepartment     -         -          any      -
  createPartner       -         -          any      -
  amendPartner        -         -          any      -
  assignActor         -         -          any      -
  removeActor         -         -          any      -
  recordAssessment    -         -          any      -
  amendAssessment     -         -          any      -
  readDrafts          own       own        -        -
  readTrail           own       own        any      -
`;
