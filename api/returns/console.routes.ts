import * as z from 'zod';
import { fromBase } from '#shared/kernel/quantity.ts';
import { returnIdOf, shipmentOfReturn } from '#shared/ledger/return-id.ts';
import { type ReturnRow, returnList } from '#shared/returns/console.ts';
import { instant } from '../platform/clock.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { returnsOf } from './console.queries.ts';

const permit = 'returns.read';

const query = z.strictObject({
  warehouse: z.string().min(1).max(32),
  disposition: z.enum(['restock', 'quarantine', 'scrap']).optional(),
  search: z.string().min(1).max(64).optional(),
  /** `next` of the answer before. */
  before: z
    .string()
    .regex(/^\d{1,15}~.{1,96}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Goods that came back, with what became of them and the receipt that credits them. */
export function addReturnConsoleRoutes(routes: Routes, { store }: Services): void {
  routes.add(
    {
      method: 'get',
      path: '/api/console/returns',
      summary: 'Goods that came back, the newest first',
      tag: 'Console',
      access: { permit },
      query,
      answers: { 200: { description: 'Returns', schema: returnList } },
    },
    async ({ c, query: { warehouse, disposition, search, before, limit }, caller }) => {
      asPersonIn(caller, warehouse, permit);
      const shipment = search === undefined ? null : shipmentOfReturn(search);
      const behind = before === undefined ? null : behindOf(before);
      const asked = { warehouse, disposition, search, shipment, before: behind, limit: limit + 1 };
      const rows = await returnsOf(store.read, asked);
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      const next = last ? `${last.returned_at}~${last.registration}` : null;
      return c.json({ items: rows.slice(0, limit).map(shown), next });
    },
  );
}

function behindOf(text: string) {
  const end = text.indexOf('~');
  return { at: Number(text.slice(0, end)), registration: text.slice(end + 1) };
}

function shown(row: Awaited<ReturnType<typeof returnsOf>>[number]): ReturnRow {
  const { disposition, condition, registration, location, lot, serial } = row;
  return {
    ...{ registration, disposition, condition, location, lot, serial },
    order: row.order_number,
    sourceSystem: row.source_system,
    item: row.number,
    description: row.description,
    quantity: fromBase(row.quantity_base, row.decimals),
    unit: row.base_unit,
    dispositionCode: row.disposition_code,
    photos: JSON.parse(row.photos) as string[],
    originalOrder: row.original_order,
    returnId: row.shipment === null ? null : returnIdOf(row.shipment),
    licensePlate: row.license_plate || null,
    documentNumber: row.document_number,
    isUndone: row.status !== 'active',
    returnedBy: row.returned_by,
    returnedAt: instant(row.returned_at),
  };
}
