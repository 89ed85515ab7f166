import { CsvError, parse } from 'csv-parse/sync';
import { type FieldError, problem } from '#shared/kernel/problem.ts';
import { csvColumns } from '#shared/sites/import.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import type { SentRow } from './plan-locations.ts';

/** What a spreadsheet may put between cells; the heading tells which. */
const separators = [',', ';', '\t'] as const;

/**
 * The rows of a file of locations, each as the location it describes. Throws 400 `request.malformed_csv` for what is no
 * CSV, and 422 with every heading that is unknown or there twice. An empty cell is null: what is usual.
 */
export function readCsv(text: string): SentRow[] {
  const [names = [], ...lines] = recordsOf(text);
  const errors = faultsOfHeading(names);
  if (errors.length > 0) throw new HttpProblem(422, problem('request.invalid', {}, errors));
  return lines.map((cells, index) => readLine(names, cells, index));
}

function recordsOf(text: string): string[][] {
  const [firstLine = ''] = text.split('\n', 1);
  const [delimiter] = separators.toSorted((a, b) => firstLine.split(b).length - firstLine.split(a).length);
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiter ?? ',',
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new HttpProblem(400, problem('request.malformed_csv', { line: Number(error.lines ?? 0) }));
  }
}

function faultsOfHeading(names: readonly string[]): FieldError[] {
  const columns = Object.keys(csvColumns).join(', ');
  const strange = names.flatMap((name) =>
    Object.hasOwn(csvColumns, name)
      ? []
      : [{ pointer: '', code: 'import.column_unknown', params: { column: name, columns }, value: name }],
  );
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const missing = names.includes('code')
    ? []
    : [{ pointer: '', code: 'import.column_missing', params: { column: 'code' } }];
  return [
    ...strange,
    ...twice.map((name) => ({ pointer: '', code: 'import.column_repeated', params: { column: name }, value: name })),
    ...missing,
  ];
}

function readLine(names: readonly string[], cells: readonly string[], index: number): SentRow {
  const value: Record<string, unknown> = {};
  for (const [column, name] of names.entries()) {
    const described = csvColumns[name];
    const [member = '', part] = (described?.pointer ?? '').slice(1).split('/');
    const cell = meaningOf(described?.kind ?? 'text', unguarded(cells[column] ?? ''));
    if (part === undefined) value[member] = cell;
    else value[member] = { ...(value[member] as object | undefined), [part]: cell };
  }
  const pointer = `/${index}`;
  const params = { cells: cells.length, columns: names.length };
  const isOdd = cells.length !== names.length;
  const errors = isOdd ? [{ pointer, code: 'import.cells', params, value: cells.join(' | ') }] : [];
  return { pointer, value, errors };
}

/** What a cell says. What is no number or yes or no stays the text it is, and the check of the location tells. */
function meaningOf(kind: 'text' | 'whole' | 'flag' | 'list', cell: string): unknown {
  if (cell === '') return null;
  switch (kind) {
    case 'text':
      return cell;
    case 'whole':
      return /^-?\d{1,15}$/.test(cell) ? Number(cell) : cell;
    case 'flag':
      return flags[cell.toLowerCase()] ?? cell;
    case 'list':
      return cell.split('|').map((each) => each.trim());
  }
}

/** A cell that would be a formula is written with an apostrophe before it; see `writeCsv`. */
function unguarded(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

const flags: Readonly<Record<string, boolean>> = { true: true, yes: true, 1: true, false: false, no: false, 0: false };
