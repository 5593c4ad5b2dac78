import { PlansAndCommitments1764000000001 } from './0001-plans-and-commitments.js';
import { Organizations1764000000002 } from './0002-organizations.js';
import { Reports1764000000003 } from './0003-reports.js';
import { References1764000000004 } from './0004-references.js';
import { Activities1764000000005 } from './0005-activities.js';
import { Assessments1764000000006 } from './0006-assessments.js';
import { Search1764000000007 } from './0007-search.js';
import { Changes1764000000008 } from './0008-changes.js';
import { Reporting1764000000009 } from './0009-reporting.js';
import { WithdrawnActivities1764000000010 } from './0010-withdrawn-activities.js';

/** Every migration, oldest first. A migration that was released is never changed; a new one is added. */
export const migrations = [
  PlansAndCommitments1764000000001,
  Organizations1764000000002,
  Reports1764000000003,
  References1764000000004,
  Activities1764000000005,
  Assessments1764000000006,
  Search1764000000007,
  Changes1764000000008,
  Reporting1764000000009,
  WithdrawnActivities1764000000010,
] as const;
