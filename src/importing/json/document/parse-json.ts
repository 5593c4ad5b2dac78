import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { error, type Problem, warning } from '../../../reporting/problem.js';
import { checkBounds } from './check-bounds.js';
import { enclosingPath } from './enclosing-path.js';
import { JsonFile } from './json-file.js';
import { writePath } from './json-path.js';
import { JsonText } from './json-text.js';
import { repeatedNames } from './repeated-names.js';
import { cutShort, syntaxMessage } from './syntax-messages.js';

/** The longest file, in UTF-16 code units. A whole plan takes some 90,000. */
export const longestText = 10 * 1024 * 1024;

/** A parsed file and what is wrong with it as JSON; the file is null where it cannot be understood. */
export interface Parsing {
  readonly file: JsonFile | null;
  readonly problems: readonly Problem[];
}

/** Parses JSON as RFC 8259 has it: one value, no comments. A byte-order mark is skipped. Never throws. */
export function parseJson(given: string): Parsing {
  const text = given.startsWith('\ufeff') ? given.slice(1) : given;
  if (text.length > longestText) {
    const message = `The file has ${text.length} characters; expected at most ${longestText}.`;
    return { file: null, problems: [error(message, { line: 1 })] };
  }
  if (text.trim() === '') {
    return { file: null, problems: [error('The file is empty; expected a JSON object.', { line: 1 })] };
  }
  const json = new JsonText(text);
  const bound = checkBounds(json);
  if (bound !== null) return { file: null, problems: [bound] };

  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  if (root === undefined || errors.length > 0) {
    const wrong = firstOfEachLine(errors, json).map(({ error: code, offset, length }) => {
      const path = root === undefined ? [] : enclosingPath(root, offset);
      const message = offset >= text.length ? cutShort : syntaxMessage(printParseErrorCode(code));
      return error(message, {
        line: json.lineAt(offset),
        ...(path.length === 0 ? {} : { column: writePath(path) }),
        ...(length === 0 ? {} : { value: text.slice(offset, offset + length) }),
      });
    });
    return { file: null, problems: wrong };
  }
  return { file: new JsonFile(json, root), problems: [...repeatedNames(root, json), ...checkEncoding(json)] };
}

/** One mistake makes the parser stumble several times over: what follows on the same line is left out. */
function firstOfEachLine(errors: readonly ParseError[], json: JsonText): readonly ParseError[] {
  const firsts = new Map<number, ParseError>();
  for (const one of errors) {
    const line = json.lineAt(one.offset);
    if (!firsts.has(line)) firsts.set(line, one);
  }
  return [...firsts.values()];
}

function* checkEncoding(json: JsonText): Generator<Problem> {
  const replaced = json.text.indexOf('\ufffd');
  if (replaced >= 0) {
    const message = 'The file holds replacement characters (U+FFFD); expected text saved as UTF-8.';
    yield warning(message, { line: json.lineAt(replaced) });
  }
}
