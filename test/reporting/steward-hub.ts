import { TestHub, type TestToken } from '../setup/hub.js';

const change = `changes {
  kind fields reason from to direction fromRole toRole cursor
  plan { code } commitment { code } deliverable { code } period { key } department { code } partner { code }
  activity { code } reference { id state } assessment { id }
}`;

/** What the payload of a mutation shows beside its changes and errors, by the name of its field. */
const shown = {
  plan: 'code title(language: EN) titleFr: title(language: FR) start end rules reviewRequired priorityAreas(language: EN)',
  period: 'code key label(language: EN) start end due isOpen plan { code }',
  commitment:
    'code number title(language: EN) titleFr: title(language: FR) problem(language: EN) problemFr: problem(language: FR) languages ogpCode sourceCode ogpValues policyAreas pages',
  deliverable:
    'code kind position text(language: EN) sourceCode dueDate duePrecision deadline(language: EN) parent { code }',
  department:
    'code gcOrgId name(language: EN) nameFr: name(language: FR) abbreviation(language: EN) openGovSlug aliases { name from to }',
  partner: 'code name(language: EN) kind aliases website identifiers { scheme value }',
  actor: 'id role position statedBy endedOn organization { code } deliverable { code } commitment { code }',
  assessment: 'id author scale level on statement(language: EN) deliverable { code } period { key }',
  reference:
    'id kind state quote(language: EN) from { code } to { code } deliverable { code } period { key }',
  activity:
    'code kind title(language: EN) summary(language: EN) start end datePrecision places(language: EN) formats heard(language: EN) response(language: EN) url withdrawnAt withdrawalReason departments { code } partners { code } commitments { code } legs { position place(language: EN) start end datePrecision reportUrl }',
} as const;

type Thing = keyof typeof shown;

/** The field that the payload of a mutation has its thing in. */
function thingOf(mutation: string): Thing {
  if (/Commitments$|Reference$/.test(mutation)) return 'reference';
  return mutation.replace(/^[a-z]+/, '').toLowerCase() as Thing;
}

/** A hub with the sample plan, and callers with roles. */
export class StewardHub {
  private constructor(
    readonly hub: TestHub,
    readonly steward: Record<string, string>,
  ) {}

  static async start(): Promise<StewardHub> {
    const hub = await TestHub.start();
    return new StewardHub(hub, { authorization: `Bearer ${await hub.token({ roles: ['steward'] })}` });
  }

  /** Headers of a caller. */
  async as(token: TestToken, language = 'en'): Promise<Record<string, string>> {
    return { authorization: `Bearer ${await this.hub.token(token)}`, 'accept-language': language };
  }

  /** Headers of a reporter of a department. */
  reporter(...departments: readonly string[]): Promise<Record<string, string>> {
    return this.as({ roles: ['reporter'], departments });
  }

  /** Runs a mutation, as the steward unless headers say otherwise; whatever comes of it. */
  try(mutation: string, input: object, headers: Record<string, string> = this.steward) {
    const thing = thingOf(mutation);
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    return this.hub.ask(
      `mutation ($input: ${type}!) {
        payload: ${mutation}(input: $input) { thing: ${thing} { ${shown[thing]} } ${change} cursor userErrors { code field message } }
      }`,
      { input },
      headers,
    );
  }

  /** Runs a mutation and insists that it was let through. @returns its payload. */
  async write(mutation: string, input: object, headers?: Record<string, string>) {
    const { data, errors } = await this.try(mutation, input, headers);
    if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
    return data.payload;
  }

  /** Runs a mutation and insists that it did what it was to do. @returns its thing and its changes, without nulls. */
  async done(mutation: string, input: object, headers?: Record<string, string>) {
    const { thing, changes, userErrors } = await this.write(mutation, input, headers);
    expect(userErrors).toEqual([]);
    return { thing, changes: changes.map(told) };
  }

  /** Runs a mutation and insists that it saved nothing. @returns what was wrong: codes and paths. */
  async refused(mutation: string, input: object, headers?: Record<string, string>): Promise<string[]> {
    const before = await this.newest();
    const { thing, changes, cursor, userErrors } = await this.write(mutation, input, headers);
    expect({ thing, changes, cursor }).toEqual({ thing: null, changes: [], cursor: null });
    expect(await this.newest()).toBe(before);
    return userErrors.map(
      ({ code, field }: { code: string; field: string[] | null }) => `${code} ${field?.join('.') ?? ''}`,
    );
  }

  /** The code of the error that a mutation is refused with before it is looked at. */
  async forbidden(mutation: string, input: object, headers: Record<string, string> = {}) {
    const { data, errors } = await this.try(mutation, input, headers);
    expect(data?.payload ?? null).toBeNull();
    return errors?.[0]?.extensions.code;
  }

  /** The position of the newest change. */
  async newest(): Promise<number> {
    const [row] = await this.hub.database.dataSource.query(
      'select coalesce(max(id), 0)::int as id from change',
    );
    return row.id;
  }

  stop(): Promise<void> {
    return this.hub.stop();
  }
}

interface ToldChange {
  readonly kind: string;
  readonly fields: readonly string[];
  readonly [name: string]: unknown;
}

/** A change without what it does not say, and with codes for things. */
function told({ cursor, fields, ...change }: ToldChange): Record<string, unknown> {
  expect(cursor).toEqual(expect.any(String));
  const parts = Object.entries(change).flatMap(([name, value]) => {
    if (value === null) return [];
    const { code, key, id } = Object(value) as { code?: string; key?: string; id?: string };
    return [[name, code ?? key ?? id ?? value] as const];
  });
  return { ...Object.fromEntries(parts), ...(fields.length > 0 && { fields: [...fields].sort() }) };
}
