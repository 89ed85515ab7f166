import type { Command } from '#shared/command/envelope.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import type { ReceivingLine, ReceivingOrder, RegisterFacts } from '#shared/receiving/facts.ts';
import { changedSince, seenBy } from '../platform/facts/news.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { inboundLane } from '../platform/message-kind.ts';
import type { AppTrx } from '../platform/store.ts';
import { acceptedVersions } from './replaced-lines.queries.ts';

/** What may be said because the ERP changed the order since. */
const codesOfOrder = [
  'receiving.line_unknown',
  'receiving.line_other_item',
  'receiving.item_not_on_order',
  'receiving.lot_not_on_order',
  'receiving.over_delivery',
  'receiving.load_over_delivery',
];

/**
 * What each version of an order that its ERP replaced after the device's `knownAt` said of an item: one list of lines a
 * version, newest first; none where the device knew the order as it is, or the refusal is about something else. What was
 * registered is as it is now.
 */
export async function replacedUnseen(
  trx: AppTrx,
  command: Command<unknown>,
  { orders, item, lines }: Pick<RegisterFacts, 'orders' | 'item' | 'lines'>,
  refusal: string,
): Promise<readonly (readonly ReceivingLine[])[]> {
  if (!codesOfOrder.includes(refusal)) return [];
  const [order, ...others] = orders;
  const seen = await seenBy(trx, command);
  if (!order || others.length > 0 || !item || seen === null) return [];
  if (!(await changedSince(trx, 'inboundOrder', order.key, command))) return [];
  const { sourceSystem, number } = order;
  const versions = await trx.all(acceptedVersions, { sourceSystem, lane: inboundLane(number) });
  const isNews = (index: number) => (versions[index - 1]?.processed_at ?? 0) > seen.after;
  const [counted = item] = await itemsByKey(trx, [item.key]);
  return versions
    .filter((_, index) => index > 0 && isNews(index))
    .map(({ body }) => linesOfVersion(body, order, counted, lines));
}

interface SentLine {
  readonly lineNumber: number;
  readonly item: string;
  readonly quantity: number;
  readonly unit: string;
  readonly overDeliveryPercent?: number;
  readonly underDeliveryPercent?: number;
  readonly inventoryStatus?: string;
  readonly lot?: string | null;
}

/** The message was checked when it came. */
function linesOfVersion(
  body: string,
  { key, sourceSystem }: ReceivingOrder,
  item: StockItem,
  now: readonly ReceivingLine[],
): ReceivingLine[] {
  const { order }: { order: { lines: readonly SentLine[] } } = JSON.parse(body);
  return order.lines.flatMap((sent) => {
    const orderedBase = readQuantity(item, sent.quantity, sent.unit);
    if (itemKey(sourceSystem, sent.item) !== item.key || isProblem(orderedBase)) return [];
    const same = now.find(({ line, item: itsItem }) => line === sent.lineNumber && itsItem === item.key);
    const line = {
      order: key,
      line: sent.lineNumber,
      item: item.key,
      orderedBase,
      overPercent: sent.overDeliveryPercent ?? 0,
      underPercent: sent.underDeliveryPercent ?? 0,
      inventoryStatus: sent.inventoryStatus ?? 'available',
      owner: same?.owner ?? '',
      lot: sent.lot ?? null,
      status: same?.status ?? 'open',
      registeredBase: same?.registeredBase ?? 0,
      receivedBase: same?.receivedBase ?? 0,
    };
    return [line];
  });
}
