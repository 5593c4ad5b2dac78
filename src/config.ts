import { resolve } from 'node:path';
import { z } from 'zod';

/** What the environment says, read and checked once when a command starts. */
export interface Config {
  /** TCP port to listen on; 0 takes any free one. `PORT`, default 4000. */
  readonly port: number;
  /** Address to listen on. `HOST`, default 127.0.0.1: this machine only. */
  readonly host: string;
  /** A PostgreSQL (15 or later) to use. `DATABASE_URL`; without it the hub starts its own. */
  readonly databaseUrl: string | null;
  /** Absolute folder for the embedded PostgreSQL's data. `HUB_DATA_DIR`, default `.hub`. */
  readonly dataDir: string;
  /** Whose tokens are accepted. `JWKS_URL`, `JWT_ISSUER`, `JWT_AUDIENCE`; none: the hub issues its own. */
  readonly issuers: readonly IssuerConfig[];
  /** Least severe log line written. `LOG_LEVEL`, default `info`. */
  readonly logLevel: LogLevel;
}

/** An issuer of tokens outside the hub. */
export interface IssuerConfig {
  /** The `iss` of its tokens. */
  readonly issuer: string;
  /** Where it publishes its keys. */
  readonly jwksUrl: string;
  /** One of these must be in the `aud` of a token. */
  readonly audiences: readonly string[];
}

export type LogLevel = (typeof logLevels)[number];

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** A value of the environment that cannot be used. Its message is one line that names every such value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Several values with commas between them. */
const list = z.string().transform((values) => values.split(',').map((value) => value.trim()));

const environment = z.object({
  PORT: z
    .string()
    .refine(
      (port) => /^\d{1,5}$/.test(port) && Number(port) <= 65_535,
      'must be a whole number from 0 to 65535',
    )
    .transform(Number)
    .default(4000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an IP address')
    .default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }).optional(),
  HUB_DATA_DIR: z.string().default('.hub'),
  JWKS_URL: list
    .refine(
      (urls) => urls.every(isKeyAddress),
      'must be https:// addresses (http:// on this machine alone) without a user, with commas between them',
    )
    .optional(),
  JWT_ISSUER: list
    .refine(
      (issuers) => !issuers.includes('') && new Set(issuers).size === issuers.length,
      'must be different names with commas between them',
    )
    .optional(),
  JWT_AUDIENCE: list
    .refine((audiences) => !audiences.includes(''), 'must be names with commas between them')
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

/** These may hold a password and are never repeated in a message. */
const secret: ReadonlySet<string> = new Set(['DATABASE_URL', 'JWKS_URL']);

/**
 * Reads the configuration from environment variables. An empty value counts as not set.
 * @throws ConfigError naming every wrong value, and every `HUB_` variable that the hub does not know.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const unknown = Object.keys(set).filter((name) => name.startsWith('HUB_') && !(name in environment.shape));
  const outcome = environment.safeParse(set);
  const wrong = (outcome.error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0]);
    return `${name} ${issue.message}${secret.has(name) ? '' : `, not ${JSON.stringify(set[name])}`}`;
  });
  const known = Object.keys(environment.shape).filter((name) => name.startsWith('HUB_'));
  wrong.push(...unknown.map((name) => `${name} is not a variable of the hub (known: ${known.join(', ')})`));
  const { data } = outcome;
  if (data) wrong.push(...unpaired(data));
  if (!data || wrong.length > 0) throw new ConfigError(wrong.join('; '));
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL ?? null,
    dataDir: resolve(data.HUB_DATA_DIR),
    issuers: (data.JWT_ISSUER ?? []).map((issuer, at) => ({
      issuer,
      jwksUrl: data.JWKS_URL?.[at] ?? '',
      audiences: data.JWT_AUDIENCE ?? [],
    })),
    logLevel: data.LOG_LEVEL,
  };
}

/** Keys that come over a network in the clear are anybody's. */
function isKeyAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
}

type Environment = z.infer<typeof environment>;

/** What is wrong with the variables on issuers taken together. */
function unpaired({ JWKS_URL, JWT_ISSUER, JWT_AUDIENCE }: Environment): string[] {
  const given = { JWKS_URL, JWT_ISSUER, JWT_AUDIENCE };
  const missing = Object.entries(given).flatMap(([name, values]) => (values ? [] : [name]));
  if (missing.length === 3) return [];
  if (missing.length > 0) {
    return [`${Object.keys(given).join(', ')} must all be set or none; not set: ${missing.join(', ')}`];
  }
  const [urls, issuers] = [JWKS_URL?.length, JWT_ISSUER?.length];
  return urls === issuers
    ? []
    : [`JWKS_URL and JWT_ISSUER must have as many values, one address an issuer, not ${urls} and ${issuers}`];
}
