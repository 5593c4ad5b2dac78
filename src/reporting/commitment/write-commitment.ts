import { ActionPlan } from '../../model/action-plan.js';
import { Commitment } from '../../model/commitment.js';
import { alteredKinds } from '../altered-kinds.js';
import { findNamed, findToAmend } from '../find-named.js';
import { noteTaken } from '../note-taken.js';
import { error } from '../problem.js';
import { linkAwaited } from '../reference/link-awaited.js';
import { InputCheck, longestTitle } from '../request/check-input.js';
import { type RowWriting, writeRow } from '../write-row.js';
import type { Writing } from '../writing.js';
import type { AmendCommitmentInput, CreateCommitmentInput } from './commitment-input.js';
import { noteSameSourceCode } from './note-same-source-code.js';

/** Characters of a code of a tracker at the most. */
export const longestSourceCode = 40;

/** Makes a commitment of a plan, and links the references that waited for it. @returns its number. */
export async function createCommitment(writing: Writing, input: CreateCommitmentInput): Promise<number> {
  const check = new InputCheck();
  const number = check.number(input.number, 'number', 1, 9_999);
  const row = await readCommitment(writing, check, input, null);
  const plan = await findNamed(writing, ActionPlan, input.plan, 'plan');
  const code = `${plan?.code}/${number}`;
  await noteTaken(writing, Commitment, code, 'number');
  if (plan) {
    const owner = { planKey: plan.key, entity: Commitment, key: null };
    await noteSameSourceCode(writing, row.sourceCode, owner);
  }
  writing.outcome.noteAll(check.problems);
  if (plan === null || writing.outcome.refused) return 0;
  const commitment = { ...row, code, number, planKey: plan.key };
  const made = await writeRow(writing, Commitment, null, commitment, asCommitment(null));
  await linkAwaited(writing);
  return made?.key ?? 0;
}

/** Amends a commitment. @returns its number. */
export async function amendCommitment(writing: Writing, input: AmendCommitmentInput): Promise<number> {
  const check = new InputCheck();
  const commitment = await findToAmend(writing, Commitment, input.commitment, 'commitment');
  const row = await readCommitment(writing, check, input, commitment);
  const reason = check.reason(input.reason);
  if (commitment) {
    const { planKey, key } = commitment;
    await noteSameSourceCode(writing, row.sourceCode, { planKey, entity: Commitment, key });
  }
  writing.outcome.noteAll(check.problems);
  if (commitment === null || writing.outcome.refused) return 0;
  await writeRow(writing, Commitment, commitment, row, asCommitment(reason));
  return commitment.key;
}

async function readCommitment(
  writing: Writing,
  check: InputCheck,
  input: Omit<AmendCommitmentInput, 'commitment'>,
  stored: Commitment | null,
) {
  const { ogpCode, ogpValues, policyAreas } = input;
  if (ogpCode != null) await checkOgpCode(writing, check, ogpCode, stored);
  return {
    title: check.requiredText(input.title, 'title', longestTitle, stored?.title),
    sourceCode: check.one(input.sourceCode, 'sourceCode', longestSourceCode),
    ogpCode,
    problem: check.text(input.problem, 'problem'),
    description: check.text(input.description, 'description'),
    contribution: check.text(input.contribution, 'contribution'),
    expectedResult: check.text(input.expectedResult, 'expectedResult'),
    otherActors: check.text(input.otherActors, 'otherActors'),
    ogpValues: ogpValues && [...new Set(ogpValues)],
    policyAreas: policyAreas && check.words(policyAreas, 'policyAreas'),
    pages: check.addresses(input.pages, 'pages'),
  };
}

async function checkOgpCode(
  { database, outcome }: Writing,
  check: InputCheck,
  ogpCode: string,
  stored: Commitment | null,
): Promise<void> {
  if (!/^[A-Z]{2}\d{4}$/.test(ogpCode)) {
    check.invalid('ogpCode', ogpCode, {
      en: 'A code of the Open Government Partnership has two capitals A to Z and four digits, such as "CA0060".',
      fr: 'Un code du Partenariat pour un gouvernement ouvert compte deux majuscules de A à Z et quatre chiffres, comme « CA0060 ».',
    });
    return;
  }
  const owner = await database.findOneBy(Commitment, { ogpCode });
  if (owner === null || owner.key === stored?.key) return;
  outcome.note(
    error(
      {
        en: `This OGP code is that of ${owner.code}; each commitment has its own.`,
        fr: `Ce code du PGO est celui de ${owner.code}; chaque engagement a le sien.`,
      },
      { code: 'DUPLICATE', column: 'ogpCode', value: ogpCode },
    ),
  );
}

function asCommitment(reason: string | null): RowWriting<Commitment> {
  return {
    things: 'commitments',
    kinds: alteredKinds.commitment,
    changeOf: ({ key, planKey }) => ({ planKey, commitmentKey: key, reason }),
  };
}
