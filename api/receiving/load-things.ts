import { phaseOfLoad } from '#shared/ledger/load-phase.ts';
import type { ExpectedPlateThing, InboundLoadThing } from '#shared/ledger/thing.ts';
import type { Runner } from '../platform/db/connection.ts';
import { isPlanned } from '../platform/facts/loads.queries.ts';
import { settingsFrom } from '../platform/facts/source-systems.queries.ts';
import type { LoadThings } from '../platform/thing-loaders.ts';
import {
  type AnnouncedRow,
  announcedPlates,
  linesOfLoads,
  openLoads,
  ordersOfLoads,
  registrationsOnPlates,
} from './load-things.queries.ts';

/** Loads as devices keep them: those of which it was said what they bring, and all where each load is capped. */
export const loadInboundLoads: LoadThings = async (read, keys, warehouse) => {
  const rows = await openLoads(read, warehouse, keys);
  const kept = rows.filter((row) => isPlanned(row.made_by) || settingsFrom(row.settings).overReceipt === 'block');
  const numbers = kept.map((row) => row.load_number);
  if (numbers.length === 0) return new Map();
  const orders = Map.groupBy(await ordersOfLoads(read, numbers), (row) => row.load_number);
  const lines = Map.groupBy(await linesOfLoads(read, numbers), (row) => row.load_number);
  return new Map(
    kept.map((row) => {
      const load = row.load_number;
      const { expectedArrival, carrier, notes } = JSON.parse(row.document) as LoadDocument;
      const onLoad = (lines.get(load) ?? []).map((line) => ({
        order: line.order_key,
        line: line.line_number,
        expectedBase: line.expected_base,
        overPercent: Number(line.over_percent),
        registeredBase: line.registered_base,
      }));
      const thing: InboundLoadThing = {
        load,
        sourceSystem: row.source_system,
        status: phaseOfLoad(row.status, row.shipped_at !== null, onLoad),
        isPlanned: isPlanned(row.made_by),
        expectedArrival: expectedArrival ?? null,
        carrier: carrier ?? null,
        notes: notes ?? null,
        orders: (orders.get(load) ?? []).map(({ order_key: order, shipment }) => ({ order, shipment })),
        lines: onLoad,
      };
      return [load, thing];
    }),
  );
};

/** What notices and people say of a load besides what it brings. */
export interface LoadDocument {
  readonly expectedArrival?: string | null;
  readonly carrier?: string | null;
  readonly notes?: string | null;
}

/** Announced plates as devices keep them, as long as their load is open. */
export const loadExpectedPlates: LoadThings = async (read, keys, warehouse) => {
  const rows = await announcedPlates(read, { warehouse, plates: keys });
  const here = await serialsThatCame(read, rows);
  const byPlate = Map.groupBy(rows, (row) => row.license_plate);
  return new Map(
    [...byPlate].flatMap(([licensePlate, ofPlate]) => {
      const [first] = ofPlate;
      if (!first) return [];
      const thing: ExpectedPlateThing = {
        licensePlate,
        load: first.load_number,
        shipment: first.shipment,
        parent: first.parent,
        lines: ofPlate.flatMap((row) => lineThing(row, here)),
      };
      return [[licensePlate, thing]];
    }),
  );
};

/** Pieces that are registered already of lines that are begun, by plate and item. */
async function serialsThatCame(read: Runner, rows: readonly AnnouncedRow[]): Promise<ReadonlySet<string>> {
  const begun = rows.filter((row) => row.serials !== null && (row.registered_base ?? 0) > 0);
  const came = new Set<string>();
  for (const [load, ofLoad] of Map.groupBy(begun, (row) => row.load_number)) {
    const plates = [...new Set(ofLoad.map((row) => row.license_plate))];
    for (const one of await registrationsOnPlates(read, load, plates)) {
      came.add(pieceOn(one.license_plate, one.item_number, one.serial ?? ''));
    }
  }
  return came;
}

function pieceOn(licensePlate: string, item: string, serial: string): string {
  return JSON.stringify([licensePlate, item, serial]);
}

function lineThing(row: AnnouncedRow, here: ReadonlySet<string>): ExpectedPlateThing['lines'] {
  if (row.position === null || row.order_key === null || row.line_number === null || row.item_key === null) return [];
  const registeredBase = row.registered_base ?? 0;
  const serials = row.serials === null ? null : (JSON.parse(row.serials) as string[]);
  return [
    {
      position: row.position,
      order: row.order_key,
      line: row.line_number,
      item: row.item_key,
      quantityBase: Math.max(0, (row.quantity_base ?? 0) - registeredBase),
      registeredBase: 0,
      isBegun: registeredBase > 0,
      lot: row.lot,
      expiryDate: row.expiry_date,
      serials:
        serials?.filter((serial) => !here.has(pieceOn(row.license_plate, row.item_number ?? '', serial))) ?? null,
      inventoryStatus: row.inventory_status,
    },
  ];
}
