/** The columns of a tracker. */
const columns = [
  'reporting_period',
  'commitments',
  'milestones',
  'indicators',
  'status',
  'progress_en',
  'progress_fr',
  'evidence_en',
  'evidence_fr',
  'challenges_en',
  'challenges_fr',
  'record_created',
  'record_modified',
  'user_modified',
  'owner_org',
  'owner_org_title',
] as const;

/** Some cells of a row; the others are as in {@link row}. */
export type Cells = Partial<Record<(typeof columns)[number], string>>;

/** A sound row about an indicator, whose code names its milestone and commitment too. */
export function row(indicator = 'C01.1.1', cells: Cells = {}): Cells {
  const [commitment = '', milestone = ''] = indicator.split('.');
  return {
    reporting_period: '2022-06',
    commitments: commitment,
    milestones: `${commitment}.${milestone}`,
    indicators: indicator,
    status: 'LP',
    progress_en: 'Some of it',
    progress_fr: 'Une partie',
    owner_org: 'tbs-sct',
    ...cells,
  };
}

/** The text of a tracker with these rows, every cell in quotes. */
export function trackerText(...rows: readonly Cells[]): string {
  const line = (cells: readonly string[]) =>
    `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
  return [columns, ...rows.map((cells) => columns.map((column) => cells[column] ?? ''))].map(line).join('');
}

/**
 * The structure of a tracker, as published: milestones C01.1 (with C01.1.1, C01.1.2 and C01.1.01), C01.10 (with
 * C01.10.1) and C02.1 (with C02.1.1), and the reporting periods 2022-03, 2022-06 and 2022-09.
 * @param leads slugs of the departments that lead indicator C01.1.1.
 */
export function trackerPlan(
  code = 'xx-2022-2024',
  period = '2022-2024',
  leads: readonly string[] = ['tbs-sct', 'cra-arc'],
): object {
  const title = { en: 'Something', fr: 'Quelque chose' };
  const indicator = (indicatorCode: string, leadDepts: readonly string[] = ['tbs-sct']) => ({
    code: indicatorCode,
    title,
    dueDate: '2023-12',
    leadDepts,
  });
  return {
    code,
    period,
    title,
    reportingPeriods: ['2022-03', '2022-06', '2022-09'],
    commitments: [
      {
        code: 'C01',
        title,
        milestones: [
          {
            code: 'C01.1',
            title,
            indicators: [indicator('C01.1.1', leads), indicator('C01.1.2'), indicator('C01.1.01')],
          },
          { code: 'C01.10', title, indicators: [indicator('C01.10.1')] },
        ],
      },
      { code: 'C02', title, milestones: [{ code: 'C02.1', title, indicators: [indicator('C02.1.1')] }] },
    ],
  };
}
