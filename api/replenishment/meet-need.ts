import { availableStatus } from '#shared/ledger/stock-row.ts';
import type { Meeting } from '#shared/replenishment/meet-need.ts';
import { nextName } from '../platform/counter.ts';
import { insertWalk, insertWorkLine } from '../platform/facts/work-lines.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { keepNeed, type NeedKey } from './needs.queries.ts';
import { type ForFace, sendForParts } from './send-for-parts.ts';
import { raiseFill } from './waiting.queries.ts';

/** A need that somebody named, and by which command. */
export interface NamedNeed extends NeedKey {
  readonly commandId: string;
  readonly warehouse: string;
}

/** Does what was decided about a need. Answers the work, the first of several. */
export async function meet(trx: AppTrx, need: NamedNeed, goods: ForFace, meeting: Meeting): Promise<string> {
  switch (meeting.by) {
    case 'goods': {
      const [work = ''] = await sendForParts(trx, need, { ...goods, parts: meeting.parts });
      return work;
    }
    case 'work':
      await trx.one(raiseFill, { work: meeting.work, priority: goods.priority });
      await keep(trx, need, meeting.work, 0);
      return meeting.work;
    case 'waiting':
      return waitForStock(trx, need, goods, meeting.quantityBase);
  }
}

/** Work that leads nowhere yet: nobody is shown it until goods of the item come into reserve. */
async function waitForStock(
  trx: AppTrx,
  need: NamedNeed,
  { item, face, priority }: ForFace,
  quantityBase: number,
): Promise<string> {
  const work = await nextName(trx, 'work', 'WK');
  const { commandId, warehouse } = need;
  const nowhere = { location: '', zone: '', walkSequence: 0, quantityBase };
  const nobody = { orderKey: null, shipment: null, wave: null };
  await trx.one(insertWalk, {
    ...{ id: work, type: 'replenish', status: 'held', warehouse, face, commandId, priority, at: trx.now },
    ...nowhere,
    ...nobody,
  });
  await trx.one(insertWorkLine, {
    ...{ work, line: 1, location: '', licensePlate: '', itemKey: item.key, owner: '', lot: '', serial: '' },
    ...{ inventoryStatus: availableStatus, quantityBase, unit: item.baseUnit, walkSequence: 0 },
    ...{ shipment: null, orderKey: null, orderLine: null, blockedBy: null },
  });
  await keep(trx, need, work, quantityBase);
  return work;
}

async function keep(trx: AppTrx, { sourceSystem, number }: NamedNeed, work: string, quantityBase: number) {
  await trx.one(keepNeed, { sourceSystem, number, work, quantityBase });
}
