import { pino } from 'pino';
import { createAuthenticator } from '../../src/access/authenticator.js';
import { readConfig } from '../../src/config.js';
import { TestHub } from '../setup/hub.js';
import { type TestIssuer, trusting } from './test-issuer.js';

/** A hub that is configured to trust these issuers. */
export async function startTrusting(...issuers: readonly TestIssuer[]): Promise<TestHub> {
  const log = pino({ level: 'silent' });
  const authenticator = await createAuthenticator(readConfig({ ...trusting(...issuers) }), log);
  return TestHub.start('sample', { authenticator });
}
