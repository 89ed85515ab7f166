import { type Held, held, type Refused, refused } from '#shared/command/decision.ts';
import { problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { LoadFacts, ReceivingLine, ReceivingSettings } from './facts.ts';
import { limitOf, loadLimitOf, roomOf } from './spread.ts';

interface TooMuch {
  readonly lines: readonly ReceivingLine[];
  readonly load: Pick<LoadFacts, 'number'> | null;
  readonly overReceipt: ReceivingSettings['overReceipt'];
  /** What others registered on these lines after the device's `knownAt`. */
  readonly registeredSinceBase: number;
}

/**
 * Why a quantity does not fit: `receiving.over_delivery` the order's lines do not take it, all loads together, else
 * `receiving.load_over_delivery` the load's do not, though the order's would. Says the limit, what is registered and how
 * much still fits. Held where it would have fitted on what the device knew: then the goods are a fact to be decided on.
 */
export function overDelivery(
  { lines, load, overReceipt, registeredSinceBase }: TooMuch,
  item: StockItem,
  quantityBase: number,
): Refused | Held {
  const sum = (part: (line: ReceivingLine) => number) => lines.reduce((base, line) => base + part(line), 0);
  const ofOrderBase = sum((line) => Math.max(0, limitOf(line) - line.registeredBase));
  const isOfOrder = quantityBase > ofOrderBase || overReceipt !== 'block';
  const limitBase = sum((line) => (isOfOrder ? limitOf(line) : (loadLimitOf(line, overReceipt) ?? limitOf(line))));
  const registeredBase = sum((line) => (isOfOrder ? line.registeredBase : (line.onLoad?.registeredBase ?? 0)));
  const shown = (base: number) => fromBase(base, item.decimals);
  const numbers = {
    item: item.number,
    limit: shown(limitBase),
    registered: shown(registeredBase),
    unit: item.baseUnit,
  };
  const why = isOfOrder
    ? problem('receiving.over_delivery', { ...numbers, fits: shown(ofOrderBase) })
    : problem('receiving.load_over_delivery', {
        ...numbers,
        load: load?.number ?? '',
        fits: shown(sum((line) => roomOf(line, overReceipt))),
        more: shown(ofOrderBase),
      });
  const fittedThen = registeredBase - registeredSinceBase + quantityBase <= limitBase;
  return registeredSinceBase > 0 && fittedThen ? held(why) : refused(why);
}
