import Negotiator from 'negotiator';

// With the parameter, as Apollo Server has them: "application/json; charset=utf-8" must be acceptable to both.
const json = 'application/json; charset=utf-8';
const graphqlResponse = 'application/graphql-response+json; charset=utf-8';
const page = 'text/html; charset=utf-8';

/** Whether an `Accept` header asks for GraphQL's older media type, which is also what those without one get. */
export function wantsPlainJson(accept: string | undefined): boolean {
  return preferred(accept, [json, graphqlResponse]) === json;
}

/** Whether an `Accept` header is that of a browser which opens an address. */
export function wantsPage(accept: string | undefined): boolean {
  return preferred(accept, [json, graphqlResponse, page]) === page;
}

function preferred(accept: string | undefined, offered: string[]): string | undefined {
  // An empty header says as little as none.
  return new Negotiator({ headers: { accept: accept || undefined } }).mediaType(offered);
}
