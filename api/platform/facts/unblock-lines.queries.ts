import { lockingStatement } from '../db/locking.ts';
import { statement } from '../db/statement.ts';
import { undoneLines } from './literals.ts';

/** Lines that wait for what a piece of work brings. */
export const linesBlockedBy = lockingStatement<{ work: string }>()((k, p) =>
  k
    .selectFrom('work_line')
    .selectAll()
    .where('blocked_by', '=', p('work'))
    .where('status', 'in', undoneLines)
    .orderBy('work')
    .orderBy('line'),
);

/** The goods of a line are there: where, and how much of it. */
export const sendLineTo = statement<{
  work: string;
  line: number;
  location: string;
  licensePlate: string;
  lot: string;
  walkSequence: number;
  leftBase: number;
  reason: string | null;
}>()((k, p) =>
  k
    .updateTable('work_line')
    .set((eb) => ({
      location: p('location'),
      license_plate: p('licensePlate'),
      lot: p('lot'),
      walk_sequence: p('walkSequence'),
      quantity_base: eb('picked_base', '+', p('leftBase')),
      reason: eb.fn.coalesce(p('reason'), 'reason'),
      blocked_by: null,
    }))
    .where('work', '=', p('work'))
    .where('line', '=', p('line')),
);

/** Nothing waits any more, whatever became of it. */
export const unblockAll = statement<{ work: string }>()((k, p) =>
  k.updateTable('work_line').set({ blocked_by: null }).where('blocked_by', '=', p('work')),
);
