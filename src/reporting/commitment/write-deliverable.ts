import { required } from '../../graph/loading/required.js';
import { Commitment } from '../../model/commitment.js';
import { Deliverable } from '../../model/deliverable.js';
import { alteredKinds } from '../altered-kinds.js';
import { findNamed, findToAmend } from '../find-named.js';
import { noteTaken } from '../note-taken.js';
import { error } from '../problem.js';
import { InputCheck, longestName } from '../request/check-input.js';
import { longestText } from '../request/check-text.js';
import { type RowWriting, writeRow } from '../write-row.js';
import type { Writing } from '../writing.js';
import type { AmendDeliverableInput, CreateDeliverableInput } from './deliverable-input.js';
import { noteSameSourceCode } from './note-same-source-code.js';
import { longestSourceCode } from './write-commitment.js';

/** Makes a deliverable, milestone or indicator. @returns its number. */
export async function createDeliverable(writing: Writing, input: CreateDeliverableInput): Promise<number> {
  const check = new InputCheck();
  const position = check.number(input.position, 'position', 1, 9_999);
  const row = readDeliverable(check, input, null);
  const commitment = await findNamed(writing, Commitment, input.commitment, 'commitment');
  const parent = await findParent(writing, commitment, input.parent);
  const code = `${(parent ?? commitment)?.code}.${position}`;
  await noteTaken(writing, Deliverable, code, 'position');
  if (commitment) {
    const owner = { planKey: commitment.planKey, entity: Deliverable, key: null };
    await noteSameSourceCode(writing, row.sourceCode, owner);
  }
  writing.outcome.noteAll(check.problems);
  if (commitment === null || writing.outcome.refused) return 0;
  const path = [...(parent?.path ?? []), position];
  const place = { code, position, path, commitmentKey: commitment.key, parentKey: parent?.key ?? null };
  const made = await writeRow(
    writing,
    Deliverable,
    null,
    { ...row, ...place },
    asDeliverable(commitment, null),
  );
  return made?.key ?? 0;
}

/** Amends a deliverable, milestone or indicator. @returns its number. */
export async function amendDeliverable(writing: Writing, input: AmendDeliverableInput): Promise<number> {
  const { outcome, loading } = writing;
  const check = new InputCheck();
  const deliverable = await findToAmend(writing, Deliverable, input.deliverable, 'deliverable');
  const row = readDeliverable(check, input, deliverable);
  const reason = check.reason(input.reason);
  outcome.noteAll(check.problems);
  const known = deliverable?.sourceCode ?? null;
  if (known !== null && input.sourceCode !== undefined && input.sourceCode !== known) {
    outcome.note(
      error(
        {
          en: `The source code is "${known}", which does not change: what was reported under it would be lost.`,
          fr: `Le code d’origine est « ${known} » et ne change pas : ce qui a été déclaré sous ce code serait perdu.`,
        },
        { code: 'WRONG_STATE', column: 'sourceCode', value: input.sourceCode ?? '' },
      ),
    );
  }
  if (deliverable === null) return 0;
  const commitment = await required(loading, Commitment, deliverable.commitmentKey);
  const owner = { planKey: commitment.planKey, entity: Deliverable, key: deliverable.key };
  await noteSameSourceCode(writing, row.sourceCode, owner);
  if (outcome.refused) return 0;
  await writeRow(writing, Deliverable, deliverable, row, asDeliverable(commitment, reason));
  return deliverable.key;
}

function readDeliverable(
  check: InputCheck,
  input: Omit<AmendDeliverableInput, 'deliverable'>,
  stored: Deliverable | null,
) {
  const { dueDate, duePrecision } = input;
  return {
    kind: check.kept(input.kind, 'kind'),
    text: check.requiredText(input.text, 'text', longestText, stored?.text),
    sourceCode: check.one(input.sourceCode, 'sourceCode', longestSourceCode),
    dueDate,
    // How exactly a date is stated means nothing without one.
    duePrecision: dueDate === null ? null : duePrecision,
    deadline: check.text(input.deadline, 'deadline', longestName),
  };
}

/** Two floors at the most: a milestone or deliverable, and the indicators below it. */
async function findParent(
  writing: Writing,
  commitment: Commitment | null,
  given: string | null | undefined,
): Promise<Deliverable | null> {
  if (given == null) return null;
  const parent = await findNamed(writing, Deliverable, given, 'parent');
  if (parent === null || commitment === null) return parent;
  const isElsewhere = parent.commitmentKey !== commitment.key;
  if (!isElsewhere && parent.parentKey === null) return parent;
  writing.outcome.note(
    error(
      isElsewhere
        ? {
            en: `This is no deliverable of ${commitment.code}.`,
            fr: `Ce n’est pas un livrable de ${commitment.code}.`,
          }
        : {
            en: 'This one stands below another one itself; there are two floors at the most.',
            fr: 'Celui-ci relève déjà d’un autre; il y a deux niveaux au plus.',
          },
      { code: 'MISPLACED', column: 'parent', value: given },
    ),
  );
  return parent;
}

function asDeliverable({ planKey }: Commitment, reason: string | null): RowWriting<Deliverable> {
  return {
    things: 'deliverables',
    kinds: alteredKinds.deliverable,
    changeOf: ({ key, commitmentKey }) => ({ planKey, commitmentKey, deliverableKey: key, reason }),
  };
}
