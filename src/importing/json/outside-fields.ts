import { z } from 'zod';
import {
  assessmentFacts,
  commitmentFacts,
  departmentFacts,
  partnerFacts,
  periodFacts,
  planFacts,
  reportFacts,
} from '../../reporting/dossier.js';

// What becomes a part of a dossier must be acceptable as one, so the dossier's own schemas are used.
export const words = partnerFacts.shape.aliases.unwrap().element;
export const organization = reportFacts.shape.department;
export const date = planFacts.shape.start;
export const planCode = planFacts.shape.code;
export const periodKey = periodFacts.shape.key;
export const commitmentNumber = commitmentFacts.shape.number;
export const ogpCode = commitmentFacts.shape.ogpCode;
export const ogpValues = commitmentFacts.shape.ogpValues;
export const gcOrgId = departmentFacts.shape.gcOrgId;
export const openGovSlug = departmentFacts.shape.openGovSlug;
export const assessedLevel = assessmentFacts.shape.level;
/** An address, or nothing. */
export const url = partnerFacts.shape.website;

/** Known, but nothing is read from it. */
export const notRead = z.unknown().optional();
