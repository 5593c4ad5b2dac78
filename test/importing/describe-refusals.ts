import type { DossierInput } from '../../src/reporting/dossier.js';
import { TestHub } from '../setup/hub.js';
import { dumpDatabase } from './dump-database.js';
import { importObject, refusalOf } from './import-text.js';

/** The one problem of a file. */
interface Expected {
  readonly column: string;
  readonly value: string;
  readonly message: string;
  /** Words of the line that is told, of several lines the last; by default the value. */
  readonly on?: string;
}

/** What a file holds, what it says, and what is wrong with it. */
export type RefusedFile = readonly [what: string, facts: DossierInput, expected: Expected];

/** Imports each of the files over the sample plan: one problem is told, and nothing is saved. */
export function describeRefusals(subject: string, files: readonly RefusedFile[]): void {
  describe(`a file is refused for ${subject}:`, () => {
    let hub: TestHub;
    let before: unknown;
    beforeAll(async () => {
      hub = await TestHub.start();
      before = await dumpDatabase(hub.database.dataSource);
    });
    afterAll(() => hub.stop());

    it.each([...files])('%s', async (_what, facts, { on, ...expected }) => {
      const lines = JSON.stringify(facts, null, 2).split('\n');
      const line = lines.findLastIndex((text) => text.includes(on ?? expected.value)) + 1;
      const outcome = await importObject(hub.database.dataSource, facts);
      expect(refusalOf(outcome)).toEqual([{ severity: 'error', line, ...expected }]);
      expect(await dumpDatabase(hub.database.dataSource)).toEqual(before);
    });
  });
}
