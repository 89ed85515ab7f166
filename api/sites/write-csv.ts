import { stringify } from 'csv-stringify/sync';
import { csvColumns } from '#shared/sites/import.ts';
import type { ShownLocation } from '#shared/sites/location.ts';

/** A file of locations that `readCsv` takes back. What a spreadsheet would take for a formula stays text in it. */
export function writeCsv(locations: readonly ShownLocation[]): string {
  const columns = Object.entries(csvColumns);
  const lines = locations.map((location) => columns.map(([, { of }]) => cellOf(of(location))));
  return stringify([columns.map(([name]) => name), ...lines], { escape_formulas: true, record_delimiter: 'windows' });
}

function cellOf(value: ReturnType<(typeof csvColumns)[string]['of']>): string | number {
  if (value === null) return '';
  if (typeof value === 'object') return value.join('|');
  return typeof value === 'boolean' ? String(value) : value;
}
