import { useState } from 'preact/hooks';

/** Rows that are selected; they stay so while others are looked for. */
export interface Selection<Row> {
  has(row: Row): boolean;
  set(rows: readonly Row[], isIn: boolean): void;
  /** Whether the row may be selected. */
  may(row: Row): boolean;
  /** What the box of a row is called, and the box of all. */
  nameOf(row: Row): string;
  readonly allName: string;
}

/** Keeps what is selected, as it was when it was selected, in the order in which it was. */
export function useSelection<Row>(
  keyOf: (row: Row) => string,
  named: Pick<Selection<Row>, 'nameOf' | 'allName'> & Partial<Pick<Selection<Row>, 'may'>>,
): { readonly chosen: readonly Row[]; readonly clear: () => void; readonly selection: Selection<Row> } {
  const [rows, setRows] = useState<ReadonlyMap<string, Row>>(new Map());
  const set = (changed: readonly Row[], isIn: boolean) =>
    setRows((before) => {
      const next = new Map(before);
      for (const row of changed) {
        if (isIn) next.set(keyOf(row), row);
        else next.delete(keyOf(row));
      }
      return next;
    });
  return {
    chosen: [...rows.values()],
    clear: () => setRows(new Map()),
    selection: { may: () => true, ...named, has: (row) => rows.has(keyOf(row)), set },
  };
}
