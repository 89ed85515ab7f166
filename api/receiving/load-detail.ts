import { byPercent, fromBase } from '#shared/kernel/quantity.ts';
import type { LoadDetail, LoadLine, LoadReceipt, LoadRow, PlateLine } from '#shared/receiving/console.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import { settingsFrom } from '../platform/facts/source-systems.queries.ts';
import { linesOfLoad, type loadWhole, receiptsOfLoad, unannouncedOn } from './console.queries.ts';
import { announcedPlates } from './load-things.queries.ts';
import type { LoadDocument } from './load-things.ts';

type WholeLoad = NonNullable<Awaited<ReturnType<typeof loadWhole>>>;

/** A load as the console shows it whole. */
export async function loadDetailOf(read: Runner, whole: WholeLoad, row: LoadRow): Promise<LoadDetail> {
  const { carrier, notes } = JSON.parse(whole.document) as LoadDocument;
  const { supplierPackingSlip, postingDelaySeconds } = settingsFrom(whole.settings);
  return {
    ...row,
    shippedAt: whole.shipped_at === null ? null : instant(whole.shipped_at),
    carrier: carrier ?? null,
    notes: notes ?? null,
    packingSlip: supplierPackingSlip,
    lineItems: (await linesOfLoad(read, row.load)).map(lineOf),
    plateItems: await platesOf(read, whole),
    receipts: (await receiptsOfLoad(read, row.load)).map((receipt) => receiptOf(receipt, postingDelaySeconds)),
  };
}

function lineOf(line: Awaited<ReturnType<typeof linesOfLoad>>[number]): LoadLine {
  const shown = (quantityBase: number) => fromBase(quantityBase, line.decimals);
  const overDeliveryPercent = Number(line.over_percent);
  return {
    order: line.order_number,
    line: line.line_number,
    item: line.item_number,
    description: line.description,
    status: line.status,
    expected: shown(line.expected_base),
    registered: shown(line.registered_base),
    unit: line.base_unit,
    overDeliveryPercent,
    isOverridden: line.over_overridden === 1,
    limit: shown(byPercent(line.expected_base, overDeliveryPercent)),
  };
}

/** What was announced, plate by plate, and after it what came besides; loose goods are on the plate ''. */
async function platesOf(read: Runner, { load_number: load, warehouse }: WholeLoad): Promise<PlateLine[]> {
  const announced = await announcedPlates(read, { warehouse, load, isOfAnyLoad: true });
  const besides = await unannouncedOn(read, load);
  return [
    ...announced.flatMap((row): PlateLine[] => {
      if (row.position === null || row.line_number === null) return [];
      const shown = (quantityBase: number | null) => fromBase(quantityBase ?? 0, row.decimals ?? 0);
      return [
        {
          licensePlate: row.license_plate,
          parent: row.parent,
          order: row.order_number ?? '',
          line: row.line_number,
          item: row.item_number ?? '',
          description: row.description ?? '',
          lot: row.lot,
          announced: shown(row.quantity_base),
          received: shown(row.registered_base),
          unit: row.base_unit ?? '',
        },
      ];
    }),
    ...besides.map((row) => ({
      licensePlate: row.license_plate,
      parent: null,
      order: row.order_number,
      line: row.line_number,
      item: row.item_number,
      description: row.description,
      lot: row.lot,
      announced: 0,
      received: fromBase(row.quantity_base, row.decimals),
      unit: row.base_unit,
    })),
  ];
}

function receiptOf(receipt: Awaited<ReturnType<typeof receiptsOfLoad>>[number], delaySeconds: number): LoadReceipt {
  return {
    documentNumber: receipt.number,
    version: receipt.version,
    active: receipt.active === 1,
    postingStatus: receipt.posting_status,
    order: receipt.order_number,
    madeAt: instant(receipt.made_at),
    reversibleUntil: instant(receipt.made_at + delaySeconds * 1000),
    completion: receipt.command_id,
  };
}
