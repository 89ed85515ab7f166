import { totalBase } from '#shared/kernel/quantity.ts';
import { nextName } from '../platform/counter.ts';
import { insertWalk } from '../platform/facts/work-lines.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  firstLeft,
  handLineOver,
  handPromisesOver,
  keepToZone,
  linesBeyond,
  workToShare,
} from './leave-to-zones.queries.ts';

/**
 * Who picks in one zone takes work no further than that: what of it lies in others becomes work of its own, which whoever
 * picks there may claim. Lines keep their numbers. Of a line that was begun the rest stays where it was begun.
 */
export async function leaveToZones(
  trx: AppTrx,
  { work, warehouse, zone }: { readonly work: string; readonly warehouse: string; readonly zone: string },
): Promise<void> {
  const beyond = await trx.all(linesBeyond, { work, warehouse, zone });
  const [first] = beyond;
  const shared = await trx.one(workToShare, { work });
  if (!first || !shared || shared.priority === null) return;
  const quantityBase = totalBase(beyond.map((line) => ({ quantityBase: line.quantity_base })));
  const rest = await nextName(trx, 'work', 'WK');
  await trx.one(insertWalk, {
    ...{ id: rest, type: 'pick', face: null, warehouse, status: 'open', quantityBase, at: trx.now },
    ...{ location: first.location, zone: first.zone, walkSequence: first.walk_sequence ?? 0 },
    ...{ commandId: shared.command_id, orderKey: shared.order_key, shipment: shared.shipment, wave: shared.wave },
    priority: shared.priority,
  });
  for (const { line } of beyond) {
    await trx.one(handLineOver, { work, line, to: rest });
    await trx.one(handPromisesOver, { work, line, to: rest });
  }
  const { shipment: key } = shared;
  if (key !== null) trx.publish({ kind: 'thing', thing: 'shipment', key, warehouse, deleted: false });
  const left = await trx.one(firstLeft, { work });
  if (!left) return;
  const { location, walk_sequence: walkSequence } = left;
  await trx.one(keepToZone, { work, zone, location, walkSequence: walkSequence ?? 0, quantityBase });
}
