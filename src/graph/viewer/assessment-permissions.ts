import { Assessment } from '../../model/assessment.js';
import { forAnyDepartment } from './for-any-department.js';
import { viewerCan } from './viewer-can.js';

export const AssessmentViewerCan = viewerCan(Assessment, {
  amendAssessment: forAnyDepartment('Whether they may amend it: as a steward.'),
});
