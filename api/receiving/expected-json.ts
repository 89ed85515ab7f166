import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { lineOnLoad } from '#shared/ledger/line-on-load.ts';
import type { Runner } from '../platform/db/connection.ts';
import { type AnnouncedRow, announcedPlates, type PlatesAsked, registrationsOnPlates } from './load-things.queries.ts';

export const expectedPlateJson = later(() =>
  z.object({
    load: z.string(),
    shipment: z.string(),
    licensePlate: z.string(),
    parent: z.string().nullable(),
    /** `begun`: some of it is registered, `received`: all of it; a plate that only carries others has neither. */
    status: z.enum(['expected', 'begun', 'received']),
    lines: z.array(
      lineOnLoad.extend({
        left: z.number(),
        lot: z.string().nullable(),
        expiryDate: z.string().nullable(),
        serials: z.array(z.string()).nullable(),
        inventoryStatus: z.string().nullable(),
      }),
    ),
    /** What is registered on the plate and on no receipt yet: each can be taken back with `receiving.undo_registration`. */
    registrations: z.array(
      z.object({
        registration: z.string(),
        order: z.string(),
        line: z.number(),
        item: z.string(),
        quantity: z.number(),
        unit: z.string(),
        lot: z.string().nullable(),
        serial: z.string().nullable(),
      }),
    ),
  }),
);

type ExpectedPlateJson = z.infer<typeof expectedPlateJson>;

const platesAtOnce = 500;

/** Announced plates of a load, or one plate, with what is left of each and what was registered. */
export async function expectedJson(
  read: Runner,
  { warehouse, load, licensePlate }: Omit<PlatesAsked, 'plates'> & { readonly licensePlate?: string | undefined },
): Promise<ExpectedPlateJson[]> {
  const plates = licensePlate === undefined ? undefined : [licensePlate];
  const rows = await announcedPlates(read, { warehouse, load, plates });
  const items: ExpectedPlateJson[] = [];
  for (const [ofLoad, onLoad] of Map.groupBy(rows, (row) => row.load_number)) {
    const byPlate = Map.groupBy(onLoad, (row) => row.license_plate);
    const registered = await registeredOn(read, ofLoad, [...byPlate.keys()]);
    for (const [plate, ofPlate] of byPlate) items.push(...plateJson(plate, ofPlate, registered.get(plate) ?? []));
  }
  return items;
}

type RegisteredRow = Awaited<ReturnType<typeof registrationsOnPlates>>[number];

async function registeredOn(
  read: Runner,
  load: string,
  plates: readonly string[],
): Promise<Map<string, RegisteredRow[]>> {
  const rows: RegisteredRow[] = [];
  for (let start = 0; start < plates.length; start += platesAtOnce) {
    rows.push(...(await registrationsOnPlates(read, load, plates.slice(start, start + platesAtOnce))));
  }
  return Map.groupBy(rows, (row) => row.license_plate);
}

function plateJson(
  licensePlate: string,
  rows: readonly AnnouncedRow[],
  registered: readonly RegisteredRow[],
): ExpectedPlateJson[] {
  const [first] = rows;
  if (!first) return [];
  const lines = rows.flatMap(lineJson);
  const isBegun = lines.some((line) => line.registered > 0);
  const isReceived = isBegun && lines.every(({ left }) => left === 0);
  return [
    {
      load: first.load_number,
      shipment: first.shipment,
      licensePlate,
      parent: first.parent,
      status: isReceived ? 'received' : isBegun ? 'begun' : 'expected',
      lines,
      registrations: registered.map((row) => ({
        registration: row.id,
        order: row.order_number,
        line: row.line_number,
        item: row.item_number,
        quantity: fromBase(row.quantity_base, row.decimals),
        unit: row.base_unit,
        lot: row.lot,
        serial: row.serial,
      })),
    },
  ];
}

function lineJson(row: AnnouncedRow): ExpectedPlateJson['lines'] {
  if (row.position === null || row.line_number === null) return [];
  const decimals = row.decimals ?? 0;
  const [expectedBase, registeredBase] = [row.quantity_base ?? 0, row.registered_base ?? 0];
  return [
    {
      order: row.order_number ?? '',
      line: row.line_number,
      item: row.item_number ?? '',
      description: row.description ?? '',
      expected: fromBase(expectedBase, decimals),
      registered: fromBase(registeredBase, decimals),
      left: fromBase(Math.max(0, expectedBase - registeredBase), decimals),
      unit: row.base_unit ?? '',
      lot: row.lot,
      expiryDate: row.expiry_date,
      serials: row.serials === null ? null : (JSON.parse(row.serials) as string[]),
      inventoryStatus: row.inventory_status,
    },
  ];
}
