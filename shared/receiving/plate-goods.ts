import { type Problem, problem } from '#shared/kernel/problem.ts';
import { whyNotTracking } from '#shared/ledger/arriving-goods.ts';
import { isSetAside } from './discrepancy-found.ts';
import type { ExpectedLine, PlateFacts } from './plate-facts.ts';
import type { RegisterPlateBody } from './register-body.ts';
import { type ShelfLifeVerdict, shelfLifeVerdict } from './shelf-life.ts';

/** What is still to come of one announced line of a plate. `serials` null: its item has none, or none was announced. */
export interface PlateGoods {
  readonly licensePlate: string;
  readonly expected: ExpectedLine;
  /** The status that the worker, else the notice, gives the goods; null: the order line's own. */
  readonly inventoryStatus: string | null;
  readonly quantityBase: number;
  readonly serials: readonly string[] | null;
}

const openOrderStatuses: readonly string[] = ['open', 'partially_received'];

/**
 * Why these goods cannot be taken as they were announced; somebody has to look at them one by one. In this order:
 * `receiving.line_unknown` the order has the line no more, `receiving.order_closed`, `receiving.line_closed` (both as good
 * as open with a supervisor's approval); lot, expiry, status and serials as in `whyNotTracking`; `receiving.expired`,
 * `receiving.shelf_life_short`.
 */
export function whyNotGoods(goods: PlateGoods, facts: PlateFacts, isApproved: boolean): Problem | null {
  const { expected, quantityBase, serials, inventoryStatus } = goods;
  const { line, item } = expected;
  const order = facts.orders.find(({ key }) => key === expected.order);
  const number = order?.number ?? expected.order.slice(expected.order.indexOf(':') + 1);
  const named = { order: number, line: expected.lineNumber };
  if (!line || !order || line.item !== item.key) return problem('receiving.line_unknown', named);
  if (!isApproved && !openOrderStatuses.includes(order.status)) {
    return problem('receiving.order_closed', { order: number, status: order.status });
  }
  if (!isApproved && line.status !== 'open') return problem('receiving.line_closed', named);
  const { lot, expiryDate } = expected;
  const asked = {
    ...(lot !== null && { lot }),
    ...(expiryDate !== null && { expiryDate }),
    ...(serials !== null && { serials: [...serials] }),
    ...(inventoryStatus !== null && { inventoryStatus }),
  };
  const known = { lot: expected.lotFacts, lines: [line], serialsInStock: facts.serialsInStock };
  const why = whyNotTracking(asked, known, item, quantityBase);
  if (why) return why;
  const verdict = shelfLifeOf(goods, facts);
  return verdict?.isRefused ? verdict.problem : null;
}

/** How long the goods are still good; nobody judges those that are set aside as they come. */
export function shelfLifeOf(goods: PlateGoods, { settings }: PlateFacts): ShelfLifeVerdict | null {
  const { expiryDate, lotFacts, shelfLife, item } = goods.expected;
  const { inventoryStatus } = goods;
  if (inventoryStatus !== null && isSetAside({ inventoryStatus })) return null;
  return shelfLifeVerdict(expiryDate ?? lotFacts?.expiryDate ?? null, shelfLife, settings, item);
}

/** What is still to come of each announced line. Of serials that were registered one by one, those that are not here. */
export function goodsLeft({ plates, serialsInStock }: PlateFacts, asked: RegisterPlateBody): PlateGoods[] {
  return plates.flatMap(({ licensePlate, lines }) =>
    lines.filter(isLeft).map((line) => {
      const serials = line.serials?.filter((serial) => !(isBegun(line) && serialsInStock.includes(serial))) ?? null;
      const inventoryStatus = asked.inventoryStatus ?? line.inventoryStatus;
      const quantityBase = line.quantityBase - line.registeredBase;
      return { licensePlate, expected: line, inventoryStatus, quantityBase, serials };
    }),
  );
}

/** What two lines say that cannot both be: a serial number twice, a new lot with two dates. */
export function whyNotTogether(goods: readonly PlateGoods[]): Problem[] {
  const serials = new Set<string>();
  const dates = new Map<string, string>();
  return goods.flatMap(({ expected, serials: own }) => {
    const { item, lot, expiryDate } = expected;
    const repeated = (own ?? []).filter((serial) => serials.has(`${item.key} ${serial}`));
    for (const serial of own ?? []) serials.add(`${item.key} ${serial}`);
    const known = lot === null ? undefined : dates.get(`${item.key} ${lot}`);
    if (lot !== null && expiryDate !== null) dates.set(`${item.key} ${lot}`, expiryDate);
    const isConflict = lot !== null && expiryDate !== null && known !== undefined && known !== expiryDate;
    return [
      ...repeated.map((serial) => problem('receiving.serial_repeated', { serial })),
      ...(isConflict ? [problem('receiving.expiry_conflict', { lot, known, sent: expiryDate })] : []),
    ];
  });
}

/** Whether something of an announced line came already. */
export function isBegun({
  isBegun: wasBegun = false,
  registeredBase,
}: Pick<ExpectedLine, 'isBegun' | 'registeredBase'>): boolean {
  return wasBegun || registeredBase > 0;
}

/** Whether something of an announced line is still to come. */
export function isLeft({ quantityBase, registeredBase }: ExpectedLine): boolean {
  return registeredBase < quantityBase;
}
