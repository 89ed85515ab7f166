import type { Meeting } from '#shared/replenishment/meet-need.ts';
import { keepNeed, type NeedKey } from '../platform/facts/fill-requests.queries.ts';
import { waitForStock } from '../platform/facts/wait-for-stock.ts';
import type { AppTrx } from '../platform/store.ts';
import { type ForFace, sendForParts } from './send-for-parts.ts';
import { raiseFill } from './waiting.queries.ts';

/** A need that somebody named, and by which command. */
export interface NamedNeed extends NeedKey {
  readonly commandId: string;
  readonly warehouse: string;
}

/** Does what was decided about a need. Answers the work, the first of several. */
export async function meet(trx: AppTrx, need: NamedNeed, goods: ForFace, meeting: Meeting): Promise<string> {
  const { commandId, warehouse, sourceSystem, number } = need;
  const { item, face, priority } = goods;
  switch (meeting.by) {
    case 'goods': {
      const [work = ''] = await sendForParts(trx, need, { ...goods, parts: meeting.parts });
      return work;
    }
    case 'work':
      await raiseFill(trx, warehouse, meeting.work, priority);
      await trx.one(keepNeed, { sourceSystem, number, work: meeting.work, quantityBase: 0 });
      return meeting.work;
    case 'waiting':
      return waitForStock(trx, {
        ...{ commandId, warehouse, sourceSystem, number, face, priority },
        ...{ itemKey: item.key, unit: item.baseUnit, quantityBase: meeting.quantityBase },
      });
  }
}
