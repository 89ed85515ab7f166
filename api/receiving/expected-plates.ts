import type { Command } from '#shared/command/envelope.ts';
import type { ReceivingPlate } from '#shared/ledger/arriving-goods.ts';
import type { ReceivingLine } from '#shared/receiving/facts.ts';
import type { ExpectedLine, ExpectedPlate } from '#shared/receiving/plate-facts.ts';
import { carriersFirst } from '#shared/receiving/plate-facts.ts';
import type { Runner } from '../platform/db/connection.ts';
import { locationType } from '../platform/facts/locations.queries.ts';
import { dayIn } from '../platform/facts/warehouses.queries.ts';
import { type PlateTreeRow, plateTree } from './register-plate.queries.ts';

interface Asked {
  readonly load: string;
  readonly licensePlate: string;
  readonly command: Pick<Command<unknown>, 'warehouse' | 'occurredAt'>;
}

/** A plate as its load announces it, with all that stand on it; what carries comes before what it carries. */
export async function expectedPlates(read: Runner, { load, licensePlate, command }: Asked): Promise<ExpectedPlate[]> {
  const rows = await read.all(plateTree, { load, licensePlate });
  const hasDates = rows.some((row) => row.expiry_tracked === 1);
  const today = hasDates ? await todayAt(read, command) : '';
  const plates: ExpectedPlate[] = [];
  for (const [number, ofPlate] of Map.groupBy(rows, (row) => row.license_plate)) {
    const [first] = ofPlate;
    if (!first) continue;
    plates.push({
      licensePlate: number,
      parent: first.parent,
      standsOn: first.stands_on,
      plate: await standing(read, first),
      lines: ofPlate.flatMap((row) => lineOf(row, today)),
    });
  }
  return carriersFirst(licensePlate, plates);
}

async function todayAt(read: Runner, { warehouse, occurredAt }: Asked['command']): Promise<string> {
  return dayIn(read, warehouse, Date.parse(occurredAt));
}

async function standing(read: Runner, row: PlateTreeRow): Promise<ReceivingPlate | null> {
  const { license_plate: number, plate_warehouse: warehouse, plate_location: location, plate_work: openWork } = row;
  if (warehouse === null) return null;
  const type = location === null ? null : await locationType(read, warehouse, location);
  return { number, warehouse, location, locationType: type, openWork };
}

function lineOf(row: PlateTreeRow, today: string): ExpectedLine[] {
  if (row.position === null || row.order_key === null || row.line_number === null || row.item_key === null) return [];
  const isExpiryTracked = row.expiry_tracked === 1;
  return [
    {
      position: row.position,
      quantityBase: row.quantity_base ?? 0,
      registeredBase: row.registered_base ?? 0,
      lot: row.lot,
      expiryDate: row.expiry_date,
      serials: row.serials === null ? null : (JSON.parse(row.serials) as string[]),
      inventoryStatus: row.inventory_status,
      item: {
        key: row.item_key,
        number: row.number ?? '',
        sourceSystem: row.source_system ?? '',
        baseUnit: row.base_unit ?? '',
        decimals: row.decimals ?? 0,
        isLotTracked: row.lot_tracked === 1,
        isSerialTracked: row.serial_tracked === 1,
        isExpiryTracked,
        units: [],
      },
      shelfLife: isExpiryTracked ? { today, lifeDays: row.shelf_life_days } : null,
      lotFacts: { isKnown: row.known_lot !== null, expiryDate: row.known_expiry, isOnHold: row.lot_hold !== null },
      line: orderLineOf(row, row.order_key, row.line_number),
      order: row.order_key,
      lineNumber: row.line_number,
    },
  ];
}

function orderLineOf(row: PlateTreeRow, order: string, line: number): ReceivingLine | null {
  if (row.ordered_item === null) return null;
  return {
    order,
    line,
    item: row.ordered_item,
    orderedBase: row.ordered_base ?? 0,
    overPercent: Number(row.over_percent),
    underPercent: Number(row.under_percent),
    inventoryStatus: row.ordered_status ?? '',
    owner: row.owner ?? '',
    lot: row.ordered_lot,
    status: row.line_status ?? '',
    registeredBase: row.line_registered_base ?? 0,
    receivedBase: row.received_base ?? 0,
    onLoad:
      row.expected_base === null
        ? null
        : {
            expectedBase: row.expected_base,
            overPercent: Number(row.load_over_percent),
            registeredBase: row.on_load_base ?? 0,
          },
  };
}
