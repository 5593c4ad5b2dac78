import { readFileSync } from 'node:fs';

/** A fenced block of a page. */
export interface Block {
  /** Such as `graphql`. */
  readonly language: string;
  readonly text: string;
  /** Where it begins, counted from 1. */
  readonly line: number;
}

/** A request that a page shows. */
export interface Example {
  readonly line: number;
  readonly query: string;
  readonly variables: object;
  /** The name of the variable that its token is in; null: it is sent without one. */
  readonly token: string | null;
  /** What the page says that the hub answers; null: it does not say. */
  readonly answer: object | null;
}

/** The text of a page in `docs`. */
export function readPage(page: string): string {
  return readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
}

/** The fenced blocks of a page in `docs`, in their order. */
export function blocksOf(page: string): Block[] {
  const text = readPage(page);
  return [...text.matchAll(/^( *)```(\w+)\n(.*?)^\1```$/gms)].map((match) => ({
    language: match[2] ?? '',
    text: (match[3] ?? '').replaceAll(new RegExp(`^${match[1]}`, 'gm'), ''),
    line: text.slice(0, match.index).split('\n').length,
  }));
}

/** The request of a block, if it is one; `next` is the block after it. */
export function exampleOf({ language, text, line }: Block, next: Block | undefined): Example | null {
  const answer = next?.language === 'json' ? (JSON.parse(next.text) as object) : null;
  if (language === 'graphql') {
    return { line, query: text, variables: {}, token: /^# \$(\w+)\n/.exec(text)?.[1] ?? null, answer };
  }
  const body = language === 'sh' ? /^curl .*-d @- <<'JSON'\n(.*)^JSON$/ms.exec(text)?.[1] : undefined;
  if (body === undefined) return null;
  const { query, variables } = JSON.parse(body) as { readonly query: string; readonly variables: object };
  return { line, query, variables, token: /Bearer \$(\w+)/.exec(text)?.[1] ?? null, answer };
}

/** The tokens that a block of commands makes: the name of the variable, and the arguments of `hub token`. */
export function tokensOf({ text }: Block): readonly (readonly [string, string])[] {
  return [...text.matchAll(/^(\w+)=\$\(npx hub token (.*)\)$/gm)].map(([, name = '', words = '']) => [
    name,
    words,
  ]);
}
