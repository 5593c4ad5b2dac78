import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { errorCode } from './format-error.js';
import { wantsPlainJson } from './media-type.js';

/**
 * Answers 200 to a well-formed request whose document is refused, when the answer goes out as `application/json`.
 * The GraphQL over HTTP specification asks for it, since a gateway on the way could have written a JSON body of
 * status 400 itself; Apollo Server answers 400. With `application/graphql-response+json` 400 is right.
 */
export const legacyStatus: ApolloServerPlugin<BaseContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, errors }) => {
      // What is wrong with the request itself, rather than with the GraphQL in it, keeps its status.
      if (response.http.status !== 400 || errors?.some((error) => errorCode(error) === 'BAD_REQUEST')) return;
      // Apollo Server sets the response's own content-type only after this hook.
      if (wantsPlainJson(request.http?.headers.get('accept'))) response.http.status = 200;
    },
  }),
};
