import { TestHub } from '../setup/hub.js';

describe('looking things up', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await TestHub.start();
  });
  afterAll(() => hub.stop());

  it.each([
    'tbs',
    'TBS',
    '2242',
    'tbs-sct',
    'Treasury Board Secretariat',
    'sct',
    'secretariat du conseil du tresor du canada',
    'Department:tbs',
  ])('finds the Treasury Board Secretariat as %s', async (code) => {
    const { department } = await hub.query('query ($code: String!) { department(code: $code) { code } }', {
      code,
    });
    expect(department).toEqual({ code: 'tbs' });
  });
});
