/** Behind which row of a list, newest first, a page begins: when that was made, and what it is called by. */
export interface Position {
  readonly createdAt: number;
  readonly key: string;
}

/** Reads `before` back, `<created at> <key>`; what is no such position gives the first page. */
export function positionIn(before: string | undefined): Position | undefined {
  const [, createdAt, key] = /^(\d{1,15}) (.+)$/.exec(before ?? '') ?? [];
  return createdAt === undefined || key === undefined ? undefined : { createdAt: Number(createdAt), key };
}

/** The rows of a page, of which one more than `limit` was read, and the `before` of the next one; null on the last. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  positionOf: (row: Row) => Position,
): { readonly shown: readonly Row[]; readonly next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  if (rows.length <= limit || !last) return { shown, next: null };
  const { createdAt, key } = positionOf(last);
  return { shown, next: `${createdAt} ${key}` };
}
