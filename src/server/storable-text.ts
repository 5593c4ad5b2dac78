import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { type ASTNode, type DocumentNode, GraphQLError, Kind, visit } from 'graphql';

/**
 * Refuses texts that PostgreSQL cannot hold, before any resolver sees them: with null bytes, or with one half of a
 * surrogate pair. Both can be written in JSON, and null bytes in GraphQL's own strings too.
 */
export const storableText: ApolloServerPlugin<BaseContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, request }) => {
      const literal = findLiteral(document);
      if (literal !== null) throw refusal('A text in the document', literal);
      const named = Object.entries(request.variables ?? {}).find(([, value]) => !isStorable(value));
      if (named !== undefined) throw refusal(`The variable "$${named[0]}"`);
    },
  }),
};

function findLiteral(document: DocumentNode): ASTNode | null {
  const unstorable: ASTNode[] = [];
  visit(document, {
    enter(node) {
      if (node.kind === Kind.STRING && !isStorable(node.value)) unstorable.push(node);
    },
  });
  return unstorable[0] ?? null;
}

/** Whether all texts in a value of JSON, however deep it is, can be stored. */
function isStorable(json: unknown): boolean {
  // A list of what is left to look at instead of recursion: a body of 256 KiB nests deeper than the stack.
  const rest: unknown[] = [json];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed())) return false;
    if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) rest.push(part);
  }
  return true;
}

function refusal(what: string, node?: ASTNode): GraphQLError {
  return new GraphQLError(
    `${what} has null bytes or unpaired surrogates; accepted: any other characters of Unicode.`,
    { nodes: node ?? null, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } },
  );
}
