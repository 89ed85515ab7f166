import { type Applied, applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import type { ReceivingPlace } from '#shared/ledger/arriving-goods.ts';
import type { DiscrepancyClass } from '#shared/ledger/discrepancy.ts';
import type { EntryDraft } from '#shared/ledger/entry.ts';
import { shownIn } from '#shared/ledger/stock-item.ts';
import { statusOnArrival } from '#shared/ledger/stock-status.ts';
import { originOf } from '#shared/ledger/transfer.ts';
import { discrepancyFound } from './discrepancy-found.ts';
import type { ReceivingLine, ReceivingOrder } from './facts.ts';
import type { ExpectedPlate, PlateFacts } from './plate-facts.ts';
import { type PlateGoods, shelfLifeOf } from './plate-goods.ts';
import type { RegisterResult } from './register.ts';
import type { RegisterPlateBody } from './register-body.ts';

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
  /** The plate it is made to stand on, where it is new or nothing was on it. */
  readonly parent: string | null;
  readonly isNew: boolean;
  /** The plate is known, from other goods or another warehouse, and nothing was on it. */
  readonly wasEmpty: boolean;
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

/** What is written of announced plates with these goods, and answered. */
export function registered(
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
      wasEmpty: plate.plate !== null && plate.plate.location === null,
      registrations: own.flatMap((each) => registrationsOf(each, nextId)),
    };
  });
  const elsewhere = facts.plates.filter(({ plate }) => plate && plate.warehouse !== command.warehouse);
  const moved = new Set(elsewhere.map(({ licensePlate }) => licensePlate));
  const touched = plates.filter(
    ({ licensePlate, registrations, isNew }) => registrations.length > 0 || isNew || moved.has(licensePlate),
  );
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
    const isNested = (plate.plate?.location ?? null) === null || plate.standsOn === plate.parent;
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
  const inventoryStatus = statusOnArrival(status ?? line.inventoryStatus, expected.lotFacts);
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

/**
 * From the supplier, or from the way between two warehouses, to the dock; the receipt will tell of it under the
 * registration's id.
 */
function entryOf(
  { licensePlate }: ReceivedPlate,
  registration: PlateRegistration,
  { location, load }: RegisterPlatePlan,
  goods: readonly PlateGoods[],
): EntryDraft {
  const { id, line, lot, serial, quantityBase, inventoryStatus } = registration;
  const item = itemOn(goods, licensePlate, line);
  return {
    item: line.item,
    owner: line.owner,
    lot,
    serial,
    quantityBase,
    from: { location: originOf(load), licensePlate: null, inventoryStatus },
    to: { location, licensePlate, inventoryStatus },
    reason: 'receive',
    coverage: { id, kind: 'shipment-receipt' },
    ...(item && { scale: { decimals: item.decimals, baseUnit: item.baseUnit } }),
  };
}
