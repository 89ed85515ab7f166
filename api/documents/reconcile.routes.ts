import * as z from 'zod';
import { reconciliation, reconciliationList, reconciliations } from '#shared/documents/reconciliation.ts';
import { name32, name64 } from '#shared/kernel/fields.ts';
import { fromBase, maxUnits, toBase } from '#shared/kernel/quantity.ts';
import { reachOf } from '../platform/facts/source-systems.queries.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { asSourceSystem, notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { itemsNotTold, itemsOfNumber } from './reconcile.queries.ts';
import { type ReconciledItem, reconcile } from './reconcile.ts';

const permit = 'integration.read';
/** More items than this are of no use to anyone at a desk. */
const itemsAtMost = 200;

const query = z.strictObject({
  item: name64,
  warehouse: name32,
  /** What the ERP says it has, in the base unit. */
  erpQuantity: z
    .string()
    .regex(/^-?\d{1,12}(\.\d{1,6})?$/)
    .transform(Number)
    .pipe(z.number().min(-maxUnits).max(maxUnits))
    .optional(),
});

/** Why the ERP says 11 and the warehouse 10, line by line: for the source system itself, and for people. */
export function addReconciliationRoutes(routes: Routes, { store, clock }: Services): void {
  const { read } = store;

  function explained(item: ReconciledItem, { warehouse, erpQuantity }: z.infer<typeof query>) {
    const erpBase = erpQuantity === undefined ? null : stepsOf(erpQuantity, item.decimals);
    return reconcile(read, item, { warehouse, erpBase, nowMs: clock.now() });
  }

  routes.add(
    {
      method: 'get',
      path: '/api/erp/reconciliation',
      summary:
        'Why the ERP says one number and the warehouse another: every change of an item that was not told, not confirmed or rejected; `onHand` is `confirmed` and all of these. `erpQuantity`: what the ERP has, to be explained',
      tag: 'ERP',
      access: { scopes: ['erp'] },
      query,
      answers: { 200: { description: 'What adds up to the difference', schema: reconciliation } },
    },
    async ({ c, query: asked, caller }) => {
      const { sourceSystem } = asSourceSystem(caller);
      if (!(await reachOf(read, sourceSystem))?.warehouses.includes(asked.warehouse)) throw notFound(asked.warehouse);
      const [item] = await itemsOfNumber(read, asked.item, sourceSystem);
      if (!item) throw notFound(asked.item);
      return c.json(await explained(item, asked));
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/console/reconciliation',
      summary: 'The same for people: of each source system that has an item of that number',
      tag: 'Console',
      access: { permit },
      query,
      answers: { 200: { description: 'What adds up to the difference', schema: reconciliations } },
    },
    async ({ c, query: asked, caller }) => {
      asPersonIn(caller, asked.warehouse, permit);
      const found = await itemsOfNumber(read, asked.item, null);
      const items = [];
      for (const item of found) items.push(await explained(item, asked));
      return c.json({ items });
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/console/not-told',
      summary: 'Items of a warehouse of which the ERP was not told everything, the largest difference first',
      tag: 'Console',
      access: { permit },
      query: z.strictObject({ warehouse: name32 }),
      answers: { 200: { description: 'The items', schema: reconciliationList } },
    },
    async ({ c, query: { warehouse }, caller }) => {
      asPersonIn(caller, warehouse, permit);
      const rows = await itemsNotTold(read, { warehouse, limit: itemsAtMost + 1 });
      const items = rows.slice(0, itemsAtMost).map((row) => ({
        item: row.number,
        description: row.description,
        sourceSystem: row.source_system,
        unit: row.base_unit,
        onHand: fromBase(row.quantity_base, row.decimals),
        reportedToErp: fromBase(row.quantity_base - row.unreported_base, row.decimals),
        notTold: fromBase(row.unreported_base, row.decimals),
      }));
      return c.json({ items, hasMore: rows.length > itemsAtMost });
    },
  );
}

/** Throws 422 where the item has no such decimals. */
function stepsOf(quantity: number, decimals: number): number {
  const steps = toBase(quantity, { numerator: 1, denominator: 1 }, decimals);
  if (typeof steps === 'number') return steps;
  throw new HttpProblem(422, { ...steps, errors: [{ ...steps, pointer: '/erpQuantity', value: quantity }] });
}
