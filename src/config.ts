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
  /** Least severe log line written. `LOG_LEVEL`, default `info`. */
  readonly logLevel: LogLevel;
}

export type LogLevel = (typeof logLevels)[number];

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** A value of the environment that cannot be used. Its message is one line that names every such value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

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
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

/** These may hold a password and are never repeated in a message. */
const secret: ReadonlySet<string> = new Set(['DATABASE_URL']);

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
  if (!outcome.success || wrong.length > 0) throw new ConfigError(wrong.join('; '));
  const { data } = outcome;
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL ?? null,
    dataDir: resolve(data.HUB_DATA_DIR),
    logLevel: data.LOG_LEVEL,
  };
}
