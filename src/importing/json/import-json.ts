import { saveDossier } from '../../reporting/save-dossier.js';
import type { Writing } from '../../reporting/writing.js';
import { readJson } from './read-json.js';

/** Reads a JSON file and saves what it holds. @returns what the file was taken for. */
export async function importJson(writing: Writing, text: string): Promise<string> {
  const { format, dossier, problems, lineOf, nameOf } = readJson(text);
  for (const problem of problems) writing.outcome.note(problem);
  if (dossier === null) return format;
  writing.outcome.locate(lineOf, nameOf);
  await saveDossier(writing, dossier);
  return format;
}
