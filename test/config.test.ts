import { resolve } from 'node:path';
import { ConfigError, readConfig } from '../src/config.js';

describe('the configuration', () => {
  it('has defaults for an empty environment', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: null,
      dataDir: resolve('.hub'),
      issuers: [],
      logLevel: 'info',
    });
  });

  it('is read from the environment', () => {
    const databaseUrl = 'postgres://hub:secret@db.example:5433/hub?sslmode=require';
    const env = {
      PORT: '0',
      HOST: '::1',
      DATABASE_URL: databaseUrl,
      HUB_DATA_DIR: '/srv/hub',
      JWKS_URL: 'https://login.example/keys, http://localhost:9/keys',
      JWT_ISSUER: 'https://login.example, urn:other',
      JWT_AUDIENCE: 'hub,api://hub',
      LOG_LEVEL: 'silent',
    };
    expect(readConfig(env)).toEqual({
      port: 0,
      host: '::1',
      databaseUrl,
      dataDir: '/srv/hub',
      issuers: [
        {
          issuer: 'https://login.example',
          jwksUrl: 'https://login.example/keys',
          audiences: ['hub', 'api://hub'],
        },
        { issuer: 'urn:other', jwksUrl: 'http://localhost:9/keys', audiences: ['hub', 'api://hub'] },
      ],
      logLevel: 'silent',
    });
  });

  it('takes an empty value for one that is not set', () => {
    const env = { PORT: '', HOST: '', DATABASE_URL: '', HUB_DATA_DIR: '', LOG_LEVEL: '', HUB_NOTHING: '' };
    expect(readConfig(env)).toEqual(readConfig({}));
  });

  it('does not look at variables of others', () => {
    expect(readConfig({ PATH: '/bin', HUBBLE: 'x', PORTS: 'x', npm_config_port: 'x' })).toEqual(
      readConfig({}),
    );
  });

  it.each(['1', '80', '04000', '65535'])('takes PORT=%s', (port) => {
    expect(readConfig({ PORT: port }).port).toBe(Number(port));
  });

  it.each(['abc', '-1', '65536', '1e3', '0x50', '80.5', ' 80', '80 ', '١٢'])('refuses PORT="%s"', (port) => {
    expect(fault({ PORT: port })).toBe(
      `PORT must be a whole number from 0 to 65535, not ${JSON.stringify(port)}`,
    );
  });

  it.each(['localhost', '0.0.0.0', '::', 'fe80::1', 'hub-1.example.org', 'my_host'])(
    'takes HOST=%s',
    (host) => {
      expect(readConfig({ HOST: host }).host).toBe(host);
    },
  );

  it.each(['http://localhost', 'a b', 'localhost/'])('refuses HOST="%s"', (host) => {
    expect(fault({ HOST: host })).toBe(`HOST must be a host name or an IP address, not "${host}"`);
  });

  it.each([
    'postgres://localhost/hub',
    'postgresql://u:p%40ss@localhost:5432/hub?sslmode=verify-full',
    'postgres:///hub?host=/var/run/postgresql',
  ])('takes DATABASE_URL=%s', (url) => {
    expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url);
  });

  it.each([
    'mysql://root:secret@localhost/hub',
    'secret',
    'host=localhost password=secret',
    'postgres://root:secret@localhost:99999/hub',
    'http://secret@localhost',
  ])('refuses DATABASE_URL=%s without repeating it', (url) => {
    expect(fault({ DATABASE_URL: url })).toBe('DATABASE_URL must be a postgres:// address');
  });

  it.each([
    'https://login.example/keys',
    'http://localhost/keys',
    'http://127.0.0.1:8080/keys',
    'http://127.1.2.3/keys',
    'http://[::1]:8080/keys',
  ])('takes JWKS_URL=%s', (url) => {
    expect(readConfig(issuer({ JWKS_URL: url })).issuers).toMatchObject([{ jwksUrl: url }]);
  });

  it.each([
    'http://login.example/keys',
    'http://127.0.0.1.example/keys',
    'http://localhost.example/keys',
    'http://10.0.0.1/keys',
    'http://[::2]/keys',
    'https://user:secret@login.example/keys',
    'https://secret@login.example/keys',
    'ftp://login.example/keys',
    'file:///etc/keys',
    'login.example/keys',
    'https://login.example/keys,',
    'https://',
  ])('refuses JWKS_URL=%s without repeating it', (url) => {
    expect(fault(issuer({ JWKS_URL: url }))).toBe(
      'JWKS_URL must be https:// addresses (http:// on this machine alone) without a user, with commas between them',
    );
  });

  it.each([',', 'one,', 'one,,two', 'one,one'])('refuses JWT_ISSUER=%s', (names) => {
    expect(fault(issuer({ JWT_ISSUER: names }))).toBe(
      `JWT_ISSUER must be different names with commas between them, not "${names}"`,
    );
  });

  it.each([',', 'one,', 'one,,two'])('refuses JWT_AUDIENCE=%s', (names) => {
    expect(fault(issuer({ JWT_AUDIENCE: names }))).toBe(
      `JWT_AUDIENCE must be names with commas between them, not "${names}"`,
    );
  });

  it.each(['JWKS_URL', 'JWT_ISSUER', 'JWT_AUDIENCE'])('refuses an issuer without %s', (name) => {
    const all = 'JWKS_URL, JWT_ISSUER, JWT_AUDIENCE must all be set or none';
    expect(fault(issuer({ [name]: '' }))).toBe(`${all}; not set: ${name}`);
  });

  it('refuses more issuers than addresses of keys', () => {
    expect(fault(issuer({ JWT_ISSUER: 'one,two' }))).toBe(
      'JWKS_URL and JWT_ISSUER must have as many values, one address an issuer, not 1 and 2',
    );
  });

  it('refuses a LOG_LEVEL that is none, naming those that are', () => {
    expect(fault({ LOG_LEVEL: 'loud' })).toBe(
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent, not "loud"',
    );
  });

  it('refuses a variable of its own that it does not know, since it may be misspelt', () => {
    expect(fault({ HUB_DATADIR: '/srv' })).toMatch(
      /^HUB_DATADIR is not a variable of the hub \(known: .*HUB_DATA_DIR.*\)$/,
    );
  });

  it('tells everything that is wrong at once', () => {
    const message = fault({ PORT: 'abc', LOG_LEVEL: 'loud', HUB_FOO: '1', DATABASE_URL: 'mysql://secret' });
    for (const name of ['PORT', 'LOG_LEVEL', 'HUB_FOO', 'DATABASE_URL'])
      expect(message).toContain(`${name} `);
    expect(message.split('; ')).toHaveLength(4);
    expect(message).not.toContain('secret');
  });

  it('tells it in one line, whatever the values are', () => {
    expect(fault({ PORT: '1\n2', LOG_LEVEL: 'a\r\nb\u2028c' })).toMatch(/^[^\n\r]+$/);
  });

  it('takes a relative folder from where the hub is started', () => {
    expect(readConfig({ HUB_DATA_DIR: 'some/where' }).dataDir).toBe(resolve('some/where'));
  });
});

/** The environment of a hub with an issuer, but for what a test has otherwise. */
function issuer(otherwise: Readonly<Record<string, string>>): Record<string, string> {
  return {
    JWKS_URL: 'https://login.example/keys',
    JWT_ISSUER: 'https://login.example',
    JWT_AUDIENCE: 'hub',
    ...otherwise,
  };
}

function fault(env: Readonly<Record<string, string>>): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error('it was not refused');
}
