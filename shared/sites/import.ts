import * as z from 'zod';
import { problemParams } from '#shared/kernel/shown-problem.ts';
import type { ShownLocation } from './location.ts';

/** What becomes of a row of an import. */
export const rowOutcomes = ['created', 'changed', 'unchanged', 'refused'] as const;

export const importRow = z.object({
  row: z.number().describe('Counted from 1; a heading does not count.'),
  code: z.string().nullable(),
  outcome: z.enum(rowOutcomes),
  errors: z.array(
    z.object({
      pointer: z.string().describe('Begins with the index of the row, counted from 0.'),
      code: z.string(),
      detail: z.string(),
      params: problemParams.optional(),
      value: z.unknown(),
    }),
  ),
});

/** What an import did, or would do, row by row. Where one row is wrong, nothing is changed. */
export const importReport = z.object({
  dryRun: z.boolean(),
  applied: z.boolean(),
  created: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  rows: z.array(importRow),
});

export type ImportRow = z.infer<typeof importRow>;
export type ImportReport = z.infer<typeof importReport>;

/** Rows that may be imported at once. */
export const rowsAtOnce = 20_000;

interface CsvColumn {
  /** The member that a cell fills in, as a pointer. */
  readonly pointer: string;
  readonly kind: 'text' | 'whole' | 'flag' | 'list';
  readonly of: (location: ShownLocation) => string | number | boolean | readonly string[] | null;
}

/**
 * The columns of a file of locations, by their headings, in whatever order and number: a column that is not there leaves
 * what is, an empty cell takes what is usual. Lists are separated by `|`.
 */
export const csvColumns: Readonly<Record<string, CsvColumn>> = {
  code: { pointer: '/code', kind: 'text', of: ({ code }) => code },
  type: { pointer: '/type', kind: 'text', of: ({ type }) => type },
  zone: { pointer: '/zone', kind: 'text', of: ({ zone }) => zone },
  sequence: { pointer: '/sequence', kind: 'whole', of: ({ sequence }) => sequence },
  capacityPlates: { pointer: '/capacity/plates', kind: 'whole', of: ({ capacity }) => capacity.plates },
  capacityWeightGrams: { pointer: '/capacity/weightGrams', kind: 'whole', of: ({ capacity }) => capacity.weightGrams },
  capacityVolumeCm3: { pointer: '/capacity/volumeCm3', kind: 'whole', of: ({ capacity }) => capacity.volumeCm3 },
  mixingItems: { pointer: '/mixing/items', kind: 'flag', of: ({ mixing }) => mixing.items },
  mixingLots: { pointer: '/mixing/lots', kind: 'flag', of: ({ mixing }) => mixing.lots },
  mixingStatuses: { pointer: '/mixing/statuses', kind: 'flag', of: ({ mixing }) => mixing.statuses },
  mixingOwners: { pointer: '/mixing/owners', kind: 'flag', of: ({ mixing }) => mixing.owners },
  fixedItem: { pointer: '/fixedItem', kind: 'text', of: ({ fixedItem }) => fixedItem },
  fixedItemSourceSystem: {
    pointer: '/fixedItemSourceSystem',
    kind: 'text',
    of: ({ fixedItemSourceSystem }) => fixedItemSourceSystem,
  },
  onlyCategories: { pointer: '/onlyCategories', kind: 'list', of: ({ onlyCategories }) => onlyCategories },
  barredCategories: { pointer: '/barredCategories', kind: 'list', of: ({ barredCategories }) => barredCategories },
  allowedStatuses: { pointer: '/allowedStatuses', kind: 'list', of: ({ allowedStatuses }) => allowedStatuses },
  allowNegativeStock: {
    pointer: '/allowNegativeStock',
    kind: 'flag',
    of: ({ allowNegativeStock }) => allowNegativeStock,
  },
  checkDigit: { pointer: '/checkDigit', kind: 'text', of: ({ checkDigit }) => checkDigit },
  active: { pointer: '/active', kind: 'flag', of: ({ active }) => active },
};
