import { accepted, faulty, type Message, type MessageVerdict } from '#shared/command/message-verdict.ts';
import { instantMs } from '#shared/kernel/instant.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import { totalBase } from '../kernel/quantity.ts';
import type { NoticeDocument } from './notice-document.ts';
import { type AnnouncedLine, type NoticeLineFacts, readNoticeLine } from './notice-line.ts';

export interface NoticeFacts extends NoticeLineFacts {
  /** The warehouses that the source system may name. */
  readonly warehouses: readonly string[];
  /** The load as it is; null when this is the first word of it. */
  readonly load: NoticeLoad | null;
  /** The plates of the notice as it was accepted last. */
  readonly known: readonly KnownPlate[];
  /** Plates of the notice that hold goods somewhere, or that another load announces which is not completed. */
  readonly taken: ReadonlyMap<string, PlateUse>;
  /** Plates of the notice that nobody knows and that locations of the warehouse are called. */
  readonly places: ReadonlySet<string>;
}

export interface NoticeLoad {
  readonly number: string;
  readonly warehouse: string;
  readonly sourceSystem: string;
  readonly status: string;
  /** Something is registered on it. */
  readonly hasGoods: boolean;
}

export type PlateUse = { readonly location: string } | { readonly load: string };

export interface KnownPlate {
  readonly licensePlate: string;
  readonly shipment: string;
  readonly parent: string | null;
  readonly lines: readonly (AnnouncedLine & { readonly registeredBase: number })[];
}

export interface PlannedPlate {
  readonly licensePlate: string;
  readonly shipment: string;
  readonly parent: string | null;
  readonly lines: readonly AnnouncedLine[];
  /** It is as it was announced before, as it has to be where something of it is registered. */
  readonly isKept: boolean;
}

export interface PutNoticePlan {
  readonly plates: readonly PlannedPlate[];
  /** Plates that are no longer announced. */
  readonly removed: readonly string[];
  /** What the load brings of each order line, all its plates together. */
  readonly loadLines: readonly LoadLine[];
  /** Each order on the load, and the first shipment that brings something of it. */
  readonly shipments: readonly { readonly order: string; readonly shipment: string }[];
}

export interface LoadLine {
  readonly order: string;
  readonly line: number;
  readonly expectedBase: number;
  readonly overPercent: number;
}

/**
 * A notice is sent, for the first time or anew: it replaces what was announced of the load before. What was received
 * already stays: only plates of which nothing is registered may change or disappear.
 *
 * Faults, all at once: `notice.load_taken` another source system has a load of that name; `notice.load_completed`;
 * `notice.warehouse_unknown`, `notice.warehouse_has_goods` it moves with goods registered; `notice.period_reversed` it
 * arrives before it leaves; `notice.plate_begun` a plate changes or is left out that was received, or some of it;
 * `notice.plate_is_location` a plate is called what a location of the warehouse is: whoever scanned the one would mean the
 * other; `notice.plate_in_use` a plate holds goods at some place; `notice.plate_on_other_load`; for each line of a plate
 * those of `readNoticeLine`. More than an order asks for is no fault: what comes, comes, and the caps hold at the dock.
 */
export function decidePutNotice(
  { sourceSystem, document }: Message<NoticeDocument>,
  facts: NoticeFacts,
): MessageVerdict<PutNoticePlan> {
  const before = new Map(facts.known.map((plate) => [plate.licensePlate, plate]));
  const read = document.shipments.flatMap(({ shipment, licensePlates }, shipmentIndex) =>
    licensePlates.map(({ licensePlate, parent, lines }, plateIndex) => {
      const pointer = `/notice/shipments/${shipmentIndex}/licensePlates/${plateIndex}`;
      const known = before.get(licensePlate);
      const readLines = (lines ?? []).map((line, index) =>
        readNoticeLine(line, `${pointer}/lines/${index}`, document.warehouse, facts),
      );
      const announced = {
        licensePlate,
        shipment,
        parent: parent ?? null,
        lines: readLines.flatMap(({ line }) => (line ? [line] : [])),
      };
      const plate: PlannedPlate = { ...announced, isKept: known !== undefined && isSame(announced, known) };
      // Of what was received nothing may change, so nothing else can be wrong with it.
      const errors =
        known && isBegun(known)
          ? faultsOfBegun(plate, pointer)
          : [...faultsOfName(plate, facts, pointer), ...readLines.flatMap((line) => line.errors)];
      return { plate, errors };
    }),
  );
  const plates = read.map(({ plate }) => plate);
  const errors = [
    ...faultsOfHeader(sourceSystem, document, facts),
    ...omittedAndBegun(plates, facts.known.filter(isBegun)),
    ...read.flatMap((plate) => plate.errors),
  ];
  if (errors.length > 0) return faulty(errors);
  const named = new Set(plates.map(({ licensePlate }) => licensePlate));
  const removed = facts.known.map(({ licensePlate }) => licensePlate).filter((plate) => !named.has(plate));
  return accepted({ plates, removed, loadLines: loadLinesOf(plates, facts), shipments: shipmentsOf(plates) });
}

/** Whether something of a plate is registered. */
export function isBegun(plate: Pick<KnownPlate, 'lines'>): boolean {
  return plate.lines.some(({ registeredBase }) => registeredBase > 0);
}

function faultsOfHeader(sourceSystem: string, document: NoticeDocument, facts: NoticeFacts): FieldError[] {
  const errors: FieldError[] = [];
  const at = (member: string, code: string, params: FieldError['params'], value: unknown) =>
    errors.push({ pointer: `/notice/${member}`, code, ...(params && { params }), value });
  const { load: number, warehouse, shippedAt, expectedArrival } = document;
  const { load, warehouses } = facts;
  const isOthers = load !== null && load.sourceSystem !== sourceSystem;
  if (isOthers) at('load', 'notice.load_taken', { load: number }, number);
  else if (load?.status === 'received') at('load', 'notice.load_completed', { load: number }, number);
  if (!warehouses.includes(warehouse)) at('warehouse', 'notice.warehouse_unknown', { warehouse }, warehouse);
  if (load && !isOthers && load.hasGoods && load.warehouse !== warehouse) {
    at('warehouse', 'notice.warehouse_has_goods', { load: number, warehouse: load.warehouse }, warehouse);
  }
  if (shippedAt && expectedArrival && isBefore(expectedArrival, shippedAt)) {
    at('expectedArrival', 'notice.period_reversed', undefined, expectedArrival);
  }
  return errors;
}

function faultsOfName({ licensePlate }: PlannedPlate, { places, taken }: NoticeFacts, plate: string): FieldError[] {
  const errors: FieldError[] = [];
  const pointer = `${plate}/licensePlate`;
  const because = (code: string, params: object) =>
    errors.push({ pointer, code, params: { licensePlate, ...params }, value: licensePlate });
  if (places.has(licensePlate)) because('notice.plate_is_location', {});
  const use = taken.get(licensePlate);
  if (use === undefined) return errors;
  if ('location' in use) because('notice.plate_in_use', { location: use.location });
  else because('notice.plate_on_other_load', { load: use.load });
  return errors;
}

function faultsOfBegun(plate: PlannedPlate, pointer: string): FieldError[] {
  return plate.isKept ? [] : [begunFault(`${pointer}/licensePlate`, plate.licensePlate)];
}

function isSame(plate: Omit<PlannedPlate, 'isKept'>, known: KnownPlate): boolean {
  return (
    plate.shipment === known.shipment &&
    plate.parent === known.parent &&
    plate.lines.length === known.lines.length &&
    plate.lines.every((line, index) => textOf(line) === textOf(known.lines[index]))
  );
}

function omittedAndBegun(plates: readonly PlannedPlate[], begun: readonly KnownPlate[]): FieldError[] {
  const named = new Set(plates.map(({ licensePlate }) => licensePlate));
  return begun
    .filter((plate) => !named.has(plate.licensePlate))
    .map(({ licensePlate }) => begunFault('/notice/shipments', licensePlate));
}

function begunFault(pointer: string, licensePlate: string): FieldError {
  return { pointer, code: 'notice.plate_begun', params: { licensePlate }, value: licensePlate };
}

/** What an announced line says, for comparing; the unit it was said in does not matter. */
function textOf(line: AnnouncedLine | undefined): string {
  if (!line) return '';
  const { order, line: number, item, quantityBase, lot, expiryDate, serials, inventoryStatus } = line;
  return JSON.stringify([order, number, item, quantityBase, lot, expiryDate, serials, inventoryStatus]);
}

function loadLinesOf(plates: readonly PlannedPlate[], facts: NoticeFacts): LoadLine[] {
  const percents = new Map<string, number>(
    [...facts.orders.values()].flatMap(({ key, lines }) =>
      [...lines].map(([number, { overPercent }]) => [`${key} ${number}`, overPercent] as const),
    ),
  );
  const ofLine = Map.groupBy(
    plates.flatMap(({ lines }) => lines),
    ({ order, line }) => `${order} ${line}`,
  );
  return [...ofLine].flatMap(([key, lines]) => {
    const [first] = lines;
    if (!first) return [];
    const expectedBase = totalBase(lines);
    return [{ order: first.order, line: first.line, expectedBase, overPercent: percents.get(key) ?? 0 }];
  });
}

function shipmentsOf(plates: readonly PlannedPlate[]): PutNoticePlan['shipments'] {
  const first = new Map<string, string>();
  for (const { shipment, lines } of plates) {
    for (const { order } of lines) if (!first.has(order)) first.set(order, shipment);
  }
  return [...first].map(([order, shipment]) => ({ order, shipment }));
}

function isBefore(a: string, b: string): boolean {
  return (instantMs(a) ?? 0) < (instantMs(b) ?? 0);
}
