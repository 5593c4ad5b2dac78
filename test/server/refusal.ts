/** What a refused request was answered with. */
export interface Refused {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
}

/** Reads the whole of a fetched answer. */
export async function refused(response: Response): Promise<Refused> {
  const { status, headers } = response;
  return { status, type: headers.get('content-type'), body: await response.text() };
}

/** Whatever would tell a caller how the hub is built. */
const internals: readonly RegExp[] = [
  /\bat (async )?[\w.<>[\] ]+ \(?(file:|node:|\/)/, // a line of a stack
  /(file:\/\/|node:internal|node_modules|\/(src|dist|home|root|tmp|usr|var)\/)/, // a path
  /\.[cm]?[jt]s(:\d+|\b)/, // a source file
  /\b(typeorm|postgres|pg_|QueryFailedError|EntityMetadata|TypeError|ReferenceError|RangeError)/i,
  /\b(select .* from|insert into|update \w+ set|delete from|relation "|column ")/i, // SQL and what is said of it
  /\b[a-z]+_(id|pkey|fkey|key|idx)\b/, // a column, a constraint, an index
  /\b(action_plan|reporting_period|status_report|report_entry|deliverable_status|cross_reference)\b/,
  /\b(search_entry|commitment_actor|department_alias|partner_organization|engagement_activity)\b/,
];

/** Expects an answer in the form of GraphQL errors, of one code, that tells nothing of the hub's insides. */
export function expectRefusal(
  { status, type, body }: Refused,
  expected: { status: number; code: string },
): void {
  const answer = JSON.parse(body) as { errors: { message: string; extensions: { code: string } }[] };
  expect({ status, codes: new Set(answer.errors.map(({ extensions }) => extensions.code)) }).toEqual({
    status: expected.status,
    codes: new Set([expected.code]),
  });
  expect(type).toMatch(/^application\/(graphql-response\+)?json; charset=utf-8$/);
  for (const error of answer.errors) {
    expect(error.message).toMatch(/^\S.{4,}/);
    expect(error.message.length).toBeLessThan(600);
  }
  expectNoInternals(body);
}

/** Expects a text to tell nothing of the hub's insides. */
export function expectNoInternals(text: string): void {
  expect(internals.map((pattern) => pattern.exec(text)?.[0]).filter(Boolean)).toEqual([]);
}
