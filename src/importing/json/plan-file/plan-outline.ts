import { z } from 'zod';

const period = z.object({ key: z.string() }).catch({ key: '' });

const commitment = z
  .object({
    number: z.number().nullable().catch(null),
    // A malformed lead is a lead all the same.
    leadDepartments: z
      .array(z.unknown())
      .nullish()
      .transform((leads) => leads ?? [])
      .catch([null]),
    endOfTermSummary: z.string().nullable().catch(null),
    endOfTermDeliverables: z.record(z.string(), z.unknown()).catch({}),
  })
  .catch({ number: null, leadDepartments: [], endOfTermSummary: null, endOfTermDeliverables: {} });

const reference = z
  .object({ from: z.number().nullable().catch(null), fromItem: z.string().nullable().catch(null) })
  .catch({ from: null, fromItem: null });

/** What the rules on a plan file are about, without whatever in it is malformed. */
export const planOutline = z
  .object({
    plan: z.object({ reportingPeriods: z.array(period).catch([]) }).catch({ reportingPeriods: [] }),
    commitments: z.array(commitment).catch([]),
    crossReferences: z.array(reference).catch([]),
  })
  .catch({ plan: { reportingPeriods: [] }, commitments: [], crossReferences: [] });

export type OutlinedCommitment = z.output<typeof commitment>;
export type OutlinedReference = z.output<typeof reference>;
