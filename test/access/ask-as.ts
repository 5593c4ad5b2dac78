import type { TestHub } from '../setup/hub.js';

/** What a hub answered to a request with an `Authorization` header. */
export interface AnswerToCaller {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    // biome-ignore lint/suspicious/noExplicitAny: a query's shape is the test's own business
    readonly data?: any;
    readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  };
}

const whoAmI = `{ viewer {
  subject name roles departments { code } everyDepartment unknownDepartments expiresAt may
} }`;

/** Asks a hub who is asking, with an `Authorization` header as it is. */
export async function askAs(
  hub: TestHub,
  authorization: string | null,
  request: Readonly<Record<string, unknown>> = { query: whoAmI },
): Promise<AnswerToCaller> {
  const response = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== null && { authorization }) },
    body: JSON.stringify(request),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as AnswerToCaller['body'],
  };
}

/** Expects a token to be accepted. @returns who the hub says is asking. */
export async function viewerOf(hub: TestHub, token: string) {
  const { status, body } = await askAs(hub, `Bearer ${token}`);
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
  return body.data.viewer;
}

/** Expects an `Authorization` header to be refused, by a message that repeats nothing of it. */
export async function expectRefused(hub: TestHub, authorization: string, why: RegExp): Promise<void> {
  const { status, headers, body } = await askAs(hub, authorization);
  expect({ status, body, challenge: headers.get('www-authenticate') }).toEqual({
    status: 401,
    body: { errors: [{ message: expect.stringMatching(why), extensions: { code: 'UNAUTHENTICATED' } }] },
    challenge: 'Bearer error="invalid_token"',
  });
  expect(headers.get('cache-control')).toMatch(/no-store/);
  const token = authorization.replace(/^\w+ +/, '');
  if (token.length > 8) expect(JSON.stringify(body)).not.toContain(token.slice(0, 40));
}
