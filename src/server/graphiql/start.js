// Runs in the browser: shows GraphiQL with the ready examples, each in a tab of its own.
const examples = JSON.parse(document.getElementById('examples').textContent);
const fetcher = GraphiQL.createFetcher({ url: '/graphql' });

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultTabs: examples,
    defaultEditorToolsVisibility: true,
    shouldPersistHeaders: false,
  }),
);
