/** Levels from the lowest to the highest. */
export const levels = ['NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE'] as const;
export type Level = (typeof levels)[number];

export type Plan = 'p-2016' | 'p-review';
export type Period = 'first' | 'second';
/** Department one leads; two supports, so that its level counts where one gave none for the period. */
export type Department = 'one' | 'two';
export type Deliverable = '1.1' | '1.2';

export interface Place {
  readonly plan: Plan;
  readonly period: Period;
  readonly department: Department;
}

export interface Version {
  state: 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'PUBLISHED' | 'SUPERSEDED' | 'WITHDRAWN';
  readonly entries: ReadonlyMap<Deliverable, Level>;
  readonly reason: string | null;
}

export interface Said {
  readonly entries: ReadonlyMap<Deliverable, Level>;
  readonly reason: string | null;
  /** null: not given. */
  readonly ifVersion: number | null;
}

const periods: readonly Period[] = ['first', 'second'];
const departments: readonly Department[] = ['one', 'two'];
const isLower = (one: Level, other: Level) => levels.indexOf(one) < levels.indexOf(other);

/** The rules of reports as simply as they can be said: everything in memory, nothing at once, no database. */
export class ModelOfReports {
  readonly #versions = new Map<string, Version[]>();
  /** Every change of a current level, in order. */
  readonly statusChanges: string[] = [];

  versionsOf({ plan, period, department }: Place): Version[] {
    const key = `${plan} ${period} ${department}`;
    const known = this.#versions.get(key) ?? [];
    this.#versions.set(key, known);
    return known;
  }

  /** The number of the version that stands; 0: none does. */
  currentVersion(place: Place): number {
    return (
      this.versionsOf(place).findLastIndex(({ state }) => state !== 'SUPERSEDED' && state !== 'WITHDRAWN') + 1
    );
  }

  /** @returns the codes of what is wrong; empty: it was done. */
  save(place: Place, said: Said, wish: 'draft' | 'submit'): string[] {
    const versions = this.versionsOf(place);
    const open = versions.find(({ state }) => ['DRAFT', 'SUBMITTED', 'RETURNED'].includes(state));
    const published = versions.find(({ state }) => state === 'PUBLISHED');
    const base = new Map([...(published?.entries ?? []), ...(open?.entries ?? [])]);
    const entries = new Map([...base, ...said.entries]);
    const reason = said.reason ?? open?.reason ?? null;
    const errors =
      said.ifVersion !== null && said.ifVersion !== this.currentVersion(place) ? ['CONFLICT'] : [];
    if (wish === 'submit') {
      if (entries.size === 0) errors.push('REQUIRED');
      for (const [deliverable, level] of entries) {
        if (reason === null && this.#isLowered(place, deliverable, level, published))
          errors.push('REASON_REQUIRED');
      }
    }
    if (errors.length > 0) return errors.sort();
    const aim = wish === 'draft' ? 'DRAFT' : place.plan === 'p-review' ? 'SUBMITTED' : 'PUBLISHED';
    const differs =
      [...entries].some(([deliverable, level]) => base.get(deliverable) !== level) ||
      (open !== undefined && open.reason !== reason);
    if (differs || (!open && !published)) {
      if (open) open.state = 'SUPERSEDED';
      if (aim === 'PUBLISHED' && published) published.state = 'SUPERSEDED';
      versions.push({ state: aim, entries, reason });
    } else if (open && open.state !== aim) {
      if (aim === 'PUBLISHED' && published) published.state = 'SUPERSEDED';
      open.state = aim;
    }
    this.#noticeLevels();
    return [];
  }

  publish(place: Place, number: number): string[] {
    const [error, version] = this.#find(place, number, ['SUBMITTED']);
    if (!version) return [error];
    const published = this.versionsOf(place).find(({ state }) => state === 'PUBLISHED');
    const lowered = [...version.entries].filter(([deliverable, level]) =>
      this.#isLowered(place, deliverable, level, published),
    );
    if (version.reason === null && lowered.length > 0) return lowered.map(() => 'REASON_REQUIRED');
    if (published) published.state = 'SUPERSEDED';
    version.state = 'PUBLISHED';
    this.#noticeLevels();
    return [];
  }

  giveBack(place: Place, number: number): string[] {
    const [error, version] = this.#find(place, number, ['SUBMITTED']);
    if (!version) return [error];
    version.state = 'RETURNED';
    return [];
  }

  withdraw(place: Place, number: number): string[] {
    const [error, version] = this.#find(place, number, ['PUBLISHED', 'DRAFT', 'SUBMITTED', 'RETURNED']);
    if (!version) return [error];
    version.state = 'WITHDRAWN';
    this.#noticeLevels();
    return [];
  }

  /** The level that everybody reads. */
  levelOf(plan: Plan, deliverable: Deliverable): Level | null {
    return this.#shownAt(plan, deliverable, 'second')?.level ?? null;
  }

  readonly #shown = new Map<string, Level | null>();

  #noticeLevels(): void {
    for (const plan of ['p-2016', 'p-review'] as const) {
      for (const deliverable of ['1.1', '1.2'] as const) {
        const key = `${plan}/${deliverable}`;
        const [before, now] = [this.#shown.get(key) ?? null, this.levelOf(plan, deliverable)];
        if (before !== now) this.statusChanges.push(`${key} ${before} ${now}`);
        this.#shown.set(key, now);
      }
    }
  }

  /** What stands at the end of a period: the latest period's, of several departments the lead's. */
  #shownAt(plan: Plan, deliverable: Deliverable, until: Period) {
    for (const period of periods.slice(0, periods.indexOf(until) + 1).toReversed()) {
      for (const department of departments) {
        const level = this.versionsOf({ plan, period, department })
          .find(({ state }) => state === 'PUBLISHED')
          ?.entries.get(deliverable);
        if (level !== undefined) return { level, period, department };
      }
    }
    return null;
  }

  #isLowered(place: Place, deliverable: Deliverable, level: Level, published: Version | undefined): boolean {
    if (published?.entries.get(deliverable) === level) return false;
    const own = periods
      .slice(0, periods.indexOf(place.period) + 1)
      .toReversed()
      .map((period) => this.versionsOf({ ...place, period }).find(({ state }) => state === 'PUBLISHED'))
      .find((version) => version?.entries.has(deliverable))
      ?.entries.get(deliverable);
    const shown = this.#shownAt(place.plan, deliverable, place.period);
    const yields = shown?.period === place.period && shown.department === 'one' && place.department === 'two';
    return (
      (own !== undefined && isLower(level, own)) || (shown !== null && !yields && isLower(level, shown.level))
    );
  }

  #find(place: Place, number: number, states: readonly string[]): [string, Version | undefined] {
    const versions = this.versionsOf(place);
    const version = versions[number - 1];
    if (!version) return ['UNKNOWN', undefined];
    if (states.includes(version.state)) return ['', version];
    return [number < versions.length ? 'CONFLICT' : 'WRONG_STATE', undefined];
  }
}
