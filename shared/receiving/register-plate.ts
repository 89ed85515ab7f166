import {
  type Applied,
  applied,
  type Decision,
  type Held,
  held,
  type Refused,
  refused,
} from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { type FieldError, type Problem, problem } from '#shared/kernel/problem.ts';
import type { DiscrepancyClass } from '#shared/ledger/discrepancy.ts';
import type { EntryDraft } from '#shared/ledger/entry.ts';
import { outside } from '#shared/ledger/place.ts';
import { shownIn } from '#shared/ledger/stock-item.ts';
import { discrepancyFound } from './discrepancy-found.ts';
import type { ReceivingLine, ReceivingOrder, ReceivingPlace } from './facts.ts';
import { overDelivery } from './over-delivery.ts';
import type { ExpectedLine, ExpectedPlate, PlateFacts } from './plate-facts.ts';
import { type PlateGoods, shelfLifeOf, whyNotGoods } from './plate-goods.ts';
import type { RegisterResult } from './register.ts';
import type { RegisterPlateBody } from './register-body.ts';
import { roomOf } from './spread.ts';

/** One registration to be kept; its id is known before it is written. */
export interface PlateRegistration {
  readonly id: string;
  readonly line: ReceivingLine;
  readonly quantityBase: number;
  readonly lot: string | null;
  readonly serial: string | null;
  readonly inventoryStatus: string;
  readonly expectedLine: number;
}

export interface ReceivedPlate {
  readonly licensePlate: string;
  /** The plate it is made to stand on, where it is new. */
  readonly parent: string | null;
  readonly isNew: boolean;
  readonly registrations: readonly PlateRegistration[];
}

/** The put-away that waits for a plate and all that stand on it. */
export interface PlateWork {
  readonly licensePlate: string;
  readonly id: string;
  readonly isNew: boolean;
}

export interface RegisterPlatePlan {
  readonly load: string;
  readonly location: string;
  readonly plates: readonly ReceivedPlate[];
  readonly works: readonly PlateWork[];
  /** The order that the first of the goods are for. */
  readonly order: ReceivingOrder | null;
  /** What is wrong with the goods, as far as this says so. */
  readonly discrepancy: DiscrepancyClass | null;
  readonly newLots: readonly { readonly itemKey: string; readonly lot: string; readonly expiryDate: string | null }[];
}

/**
 * One scan of a plate that a notice announces registers everything that is to be on it, and on the plates on it.
 *
 * Refusals, in this order: `receiving.plate_not_announced` (held when it was until after `knownAt`);
 * `receiving.plate_other_warehouse`; `receiving.plate_on_other_load`; `receiving.load_completed`;
 * `receiving.order_not_on_plate` the order named is not for anything on it;
 * `receiving.plate_received` all of it is registered already; `receiving.plate_begun` some of it was registered item by
 * item, and nobody says that the rest is as announced; `receiving.plate_changed`, always held: what is announced is not
 * what the device had shown; `receiving.location_unknown`, `receiving.location_not_receiving`;
 * `receiving.plate_elsewhere`, `receiving.plate_put_away` one of the plates holds goods at another place. Then for its
 * lines, the first one's problem with an error for each: `receiving.line_unknown`, `receiving.order_closed` (held when it
 * was closed after `knownAt`), `receiving.line_closed`, lot, expiry and serials as in `whyNotGoods`, then
 * `receiving.serial_repeated` and `receiving.expiry_conflict` between two of them; at last
 * `receiving.over_delivery` and `receiving.load_over_delivery`, of each order line all plates together.
 */
export function decideRegisterPlate(
  command: Command<RegisterPlateBody>,
  facts: PlateFacts,
): Decision<RegisterPlatePlan, RegisterResult> {
  const isApproved = command.approvedBy !== undefined;
  const why = whyNotPlates(command, facts);
  if (why) return isNews(why, facts) ? held(why) : refused(why);
  const { location, load } = facts;
  const noPlace = whyNotPlace(command.body, location);
  if (noPlace || !location || !load) return refused(noPlace ?? problem('receiving.location_unknown', { location: '' }));
  const elsewhere = whyNotThere(facts, location);
  if (elsewhere) return refused(elsewhere);
  const goods = goodsLeft(facts, command.body);
  const alone = goods.flatMap((each) => whyNotGoods(each, facts, isApproved) ?? []);
  const faults = alone.length > 0 ? alone : whyNotTogether(goods);
  const [first] = faults;
  if (first) {
    const all = problem(first.code, first.params, faults.map(errorOf));
    return first.code === 'receiving.order_closed' && facts.isOrderNews ? held(all) : refused(all);
  }
  return (isApproved ? null : tooMuch(goods, facts)) ?? registered(command, facts, location, goods);
}

function whyNotPlates({ body: asked, warehouse }: Command<RegisterPlateBody>, facts: PlateFacts): Problem | null {
  const { licensePlate } = asked;
  const { load, plates } = facts;
  if (!load) return problem('receiving.plate_not_announced', { licensePlate });
  if (load.warehouse !== warehouse) {
    return problem('receiving.plate_other_warehouse', { licensePlate, warehouse: load.warehouse });
  }
  if (asked.load !== undefined && asked.load !== load.number) {
    return problem('receiving.plate_on_other_load', { licensePlate, load: load.number });
  }
  if (load.status !== 'open') return problem('receiving.load_completed', { load: load.number });
  if (asked.order !== undefined && !facts.orders.some(({ number }) => number === asked.order)) {
    return problem('receiving.order_not_on_plate', { licensePlate, order: asked.order });
  }
  const open = plates.filter(({ lines }) => lines.some(isLeft));
  if (open.length === 0) return problem('receiving.plate_received', { licensePlate, load: load.number });
  const begun = open.find(({ lines }) => lines.some(({ registeredBase }) => registeredBase > 0));
  if (begun && asked.remaining !== true) {
    const left = begun.lines.filter(isLeft).length;
    return problem('receiving.plate_begun', { licensePlate: begun.licensePlate, left, lines: begun.lines.length });
  }
  return facts.isPlateNews ? problem('receiving.plate_changed', { licensePlate }) : null;
}

function isNews({ code }: Problem, { isPlateNews }: PlateFacts): boolean {
  return isPlateNews && (code === 'receiving.plate_changed' || code === 'receiving.plate_not_announced');
}

function isLeft({ quantityBase, registeredBase }: ExpectedLine): boolean {
  return registeredBase < quantityBase;
}

function whyNotPlace(asked: RegisterPlateBody, location: ReceivingPlace | null): Problem | null {
  const code = asked.location ?? '';
  if (!location?.isActive) return problem('receiving.location_unknown', { location: code });
  return location.type === 'receiving'
    ? null
    : problem('receiving.location_not_receiving', { location: location.code });
}

/** None of the plates may hold goods anywhere but here. */
function whyNotThere({ plates }: PlateFacts, { code: here }: ReceivingPlace): Problem | null {
  for (const { plate, lines } of plates) {
    if (!lines.some(isLeft) || plate?.location == null || plate.location === here) continue;
    const code = plate.locationType === 'receiving' ? 'receiving.plate_elsewhere' : 'receiving.plate_put_away';
    return problem(code, { licensePlate: plate.number, location: plate.location });
  }
  return null;
}

/** What is still to come of each announced line. Of serials that were registered one by one, those that are not here. */
function goodsLeft({ plates, serialsInStock }: PlateFacts, asked: RegisterPlateBody): PlateGoods[] {
  return plates.flatMap(({ licensePlate, lines }) =>
    lines.filter(isLeft).map((line) => {
      const isBegun = line.registeredBase > 0;
      const serials = line.serials?.filter((serial) => !(isBegun && serialsInStock.includes(serial))) ?? null;
      const inventoryStatus = asked.inventoryStatus ?? line.inventoryStatus;
      const quantityBase = line.quantityBase - line.registeredBase;
      return { licensePlate, expected: line, inventoryStatus, quantityBase, serials };
    }),
  );
}

/** What two lines say that cannot both be: a serial number twice, a new lot with two dates. */
function whyNotTogether(goods: readonly PlateGoods[]): Problem[] {
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

function errorOf(fault: Problem): FieldError {
  return { pointer: '/body/licensePlate', code: fault.code, ...(fault.params && { params: fault.params }) };
}

function tooMuch(goods: readonly PlateGoods[], facts: PlateFacts): Refused | Held | null {
  const { overReceipt } = facts.settings;
  const byLine = Map.groupBy(goods, ({ expected }) => `${expected.order} ${expected.lineNumber}`);
  for (const ofLine of byLine.values()) {
    const quantityBase = ofLine.reduce((sum, each) => sum + each.quantityBase, 0);
    const expected = ofLine[0]?.expected;
    if (!expected?.line || quantityBase <= roomOf(expected.line, overReceipt)) continue;
    const { load, registeredSinceBase } = facts;
    return overDelivery(
      { lines: [expected.line], load, overReceipt, registeredSinceBase },
      expected.item,
      quantityBase,
    );
  }
  return null;
}

function registered(
  command: Command<RegisterPlateBody>,
  facts: PlateFacts,
  location: ReceivingPlace,
  goods: readonly PlateGoods[],
): Applied<RegisterPlatePlan, RegisterResult> {
  let count = 0;
  const nextId = () => {
    count += 1;
    return `${command.id}.${count}`;
  };
  const plates = facts.plates.map((plate, index): ReceivedPlate => {
    const own = goods.filter(({ licensePlate }) => licensePlate === plate.licensePlate);
    return {
      licensePlate: plate.licensePlate,
      // Taken off its pallet and scanned by itself, it stands by itself.
      parent: index === 0 ? null : plate.parent,
      isNew: plate.plate === null,
      registrations: own.flatMap((each) => registrationsOf(each, nextId)),
    };
  });
  const touched = plates.filter(({ registrations, isNew }) => registrations.length > 0 || isNew);
  const warnings = goods.flatMap((each) => shelfLifeOf(each, facts)?.problem ?? []);
  const plan: RegisterPlatePlan = {
    load: facts.load?.number ?? '',
    location: location.code,
    plates: touched,
    works: worksOf(command.id, facts, touched),
    newLots: newLotsOf(goods),
    order: facts.orders.find(({ key }) => key === goods[0]?.expected.order) ?? null,
    discrepancy: discrepancyFound(
      command.body,
      touched.flatMap(({ registrations }) => registrations),
      warnings.length > 0,
    ),
  };
  const entries = touched.flatMap((plate) =>
    plate.registrations.map((registration) => entryOf(plate, registration, plan, goods)),
  );
  const result = resultOf(command, facts, plan, goods);
  return applied(plan, { ...result, ...(warnings.length > 0 && { warnings }) }, entries);
}

/** Goods on nested plates wait by the put-away of the plate that carries them all. */
function worksOf(commandId: string, { plates }: PlateFacts, touched: readonly ReceivedPlate[]): PlateWork[] {
  const carriers = new Map<string, ExpectedPlate>();
  for (const plate of plates) {
    const isNested = plate.plate === null || plate.standsOn === plate.parent;
    const above = isNested && plate.parent !== null ? carriers.get(plate.parent) : undefined;
    carriers.set(plate.licensePlate, above ?? plate);
  }
  const filled = touched.filter(({ registrations }) => registrations.length > 0);
  const waiting = new Set(filled.flatMap(({ licensePlate }) => carriers.get(licensePlate) ?? []));
  return [...waiting].map(({ licensePlate, plate }, index) => {
    const openWork = plate?.openWork ?? null;
    const id = index === 0 ? `${commandId}.work` : `${commandId}.work-${index + 1}`;
    return { licensePlate, id: openWork ?? id, isNew: openWork === null };
  });
}

function registrationsOf(
  { expected, quantityBase, serials, inventoryStatus: status }: PlateGoods,
  nextId: () => string,
): readonly PlateRegistration[] {
  const { line, lot, position } = expected;
  if (!line) return [];
  const inventoryStatus = status ?? line.inventoryStatus;
  const one = { line, lot, inventoryStatus, expectedLine: position };
  if (!serials) return [{ ...one, id: nextId(), quantityBase, serial: null }];
  const unitBase = 10 ** expected.item.decimals;
  return serials.map((serial) => ({ ...one, id: nextId(), quantityBase: unitBase, serial }));
}

/** Lots that were never here, each once. */
function newLotsOf(goods: readonly PlateGoods[]): RegisterPlatePlan['newLots'] {
  const lots = new Map<string, RegisterPlatePlan['newLots'][number]>();
  for (const { expected } of goods) {
    const { lot, lotFacts, item, expiryDate } = expected;
    if (lot === null || lotFacts?.isKnown !== false) continue;
    const key = `${item.key} ${lot}`;
    lots.set(key, { itemKey: item.key, lot, expiryDate: expiryDate ?? lots.get(key)?.expiryDate ?? null });
  }
  return [...lots.values()];
}

function resultOf(
  { body: asked }: Command<RegisterPlateBody>,
  facts: PlateFacts,
  { plates, works }: RegisterPlatePlan,
  goods: readonly PlateGoods[],
): RegisterResult {
  return {
    registrations: plates.flatMap(({ licensePlate, registrations }) =>
      registrations.map(({ id, line, quantityBase }) => ({
        registration: id,
        order: facts.orders.find(({ key }) => key === line.order)?.number ?? '',
        line: line.line,
        ...shownOf(goods, licensePlate, line, quantityBase),
        licensePlate,
      })),
    ),
    licensePlate: asked.licensePlate,
    work: works[0]?.id ?? '',
    works: works.map(({ licensePlate, id }) => ({ licensePlate, work: id })),
  };
}

function shownOf(goods: readonly PlateGoods[], licensePlate: string, line: ReceivingLine, quantityBase: number) {
  const item = itemOn(goods, licensePlate, line);
  return item ? shownIn(item, quantityBase, item.baseUnit) : { quantity: quantityBase, unit: '' };
}

function itemOn(goods: readonly PlateGoods[], licensePlate: string, { item }: ReceivingLine) {
  return goods.find((each) => each.licensePlate === licensePlate && each.expected.item.key === item)?.expected.item;
}

/** From the supplier to the dock; the receipt will tell of it under the registration's id. */
function entryOf(
  { licensePlate }: ReceivedPlate,
  registration: PlateRegistration,
  { location }: RegisterPlatePlan,
  goods: readonly PlateGoods[],
): EntryDraft {
  const { id, line, lot, serial, quantityBase, inventoryStatus } = registration;
  const decimals = itemOn(goods, licensePlate, line)?.decimals;
  return {
    item: line.item,
    owner: line.owner,
    lot,
    serial,
    quantityBase,
    from: { location: outside.supplier, licensePlate: null, inventoryStatus },
    to: { location, licensePlate, inventoryStatus },
    reason: 'receive',
    coverage: { id, kind: 'shipment-receipt' },
    ...(decimals !== undefined && { decimals }),
  };
}

/** Which plates of an announced tree come first: what carries before what it carries. */
export function carriersFirst<Plate extends Pick<ExpectedPlate, 'licensePlate' | 'parent'>>(
  root: string,
  plates: readonly Plate[],
): Plate[] {
  const children = Map.groupBy(plates, ({ parent }) => parent);
  const ordered = plates.filter(({ licensePlate }) => licensePlate === root);
  for (const { licensePlate } of ordered) ordered.push(...(children.get(licensePlate) ?? []));
  return ordered;
}
