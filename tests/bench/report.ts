/** One measured figure beside what it is judged by. */
export interface Row {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  /** The physical limit measured in the same rounds, in the same unit. */
  readonly limit?: { readonly name: string; readonly value: number };
  /** `at least` or `at most` so much of the limit, or in the row's own unit where there is none. */
  readonly bound?: { readonly kind: 'at least' | 'at most'; readonly value: number; readonly times?: 'of the limit' };
  readonly rounds: readonly number[];
}

/** Judges a row by its bound: true where there is none. */
export function isMet(row: Row): boolean {
  if (!row.bound) return true;
  const { kind, value, times } = row.bound;
  const against = times ? row.measured / (row.limit?.value ?? Number.NaN) : row.measured;
  return kind === 'at least' ? against >= value : against <= value;
}

/** All rows as a table for people. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    `${number(row.measured)} ${row.unit}`,
    row.limit ? `${number(row.limit.value)} ${row.unit}` : '',
    row.limit ? `${number(row.measured / row.limit.value)}x ${row.limit.name}` : '',
    boundText(row),
    row.bound ? (isMet(row) ? 'met' : 'NOT MET') : '',
  ]);
  const heads = ['what', 'measured', 'limit', 'measured / limit', 'bound', ''];
  const widths = heads.map((head, column) => Math.max(head.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}

function boundText(row: Row): string {
  if (!row.bound) return '';
  const { kind, value, times } = row.bound;
  return times ? `${kind} ${value}x` : `${kind} ${number(value)} ${row.unit}`;
}

function number(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}
