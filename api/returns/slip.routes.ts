import * as z from 'zod';
import { dayAfter } from '#shared/kernel/day.ts';
import { problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { sourceSystemOf } from '#shared/ledger/item-key.ts';
import { type SlipAnswer, slipAnswer } from '#shared/returns/console.ts';
import type { ShippedLine } from '#shared/returns/facts.ts';
import { policyFor, type ReturnPolicies } from '#shared/returns/policy.ts';
import type { Runner } from '../platform/db/connection.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { policiesOf } from './register.queries.ts';
import { readShipped } from './shipped.ts';

const permit = 'returns.register';
const code = z.string().min(1).max(64);

const query = z
  .strictObject({
    warehouse: z.string().min(1).max(32),
    returnId: code.optional(),
    order: code.optional(),
    sourceSystem: code.optional(),
  })
  .refine((asked) => asked.returnId ?? asked.order, { params: { code: 'returns.slip_missing' } });

/** What may come back of what left: whoever scans the label sees what should be in the parcel. */
export function addSlipRoutes(routes: Routes, { store, clock }: Services): void {
  routes.add(
    {
      method: 'get',
      path: '/api/device/returns',
      summary: 'What left under a return number or for an order, and what of it can still come back',
      tag: 'Device',
      access: { permit },
      query,
      answers: { 200: { description: 'Each item that left', schema: slipAnswer } },
    },
    async ({ c, query: asked, caller }) => {
      asPersonIn(caller, asked.warehouse, permit);
      const shipped = await readShipped(store.read, asked, { warehouse: asked.warehouse, instant: clock.now() });
      if (shipped.orders.length === 0) {
        const { returnId, order = '' } = asked;
        const unknown = returnId === undefined ? { order } : { returnId };
        const what = returnId === undefined ? 'returns.order_unknown' : 'returns.return_id_unknown';
        throw new HttpProblem(404, problem(what, unknown));
      }
      const items: SlipAnswer['items'] = [];
      for (const [key, lines] of Map.groupBy(shipped.lines, ({ item }) => item)) {
        const shown = await shownItem(store.read, key, lines);
        if (shown) items.push(shown);
      }
      const slip = asked.returnId ?? asked.order ?? '';
      return c.json({ slip, orders: shipped.orders.map(({ number }) => number), items });
    },
  );
}

async function shownItem(
  read: Runner,
  key: string,
  lines: readonly ShippedLine[],
): Promise<SlipAnswer['items'][number] | null> {
  const [item] = await itemsByKey(read, [key]);
  if (!item) return null;
  const sourceSystem = sourceSystemOf(key);
  const row = await read.one(policiesOf, { sourceSystem });
  const own = row ? (JSON.parse(row.policies) as ReturnPolicies['policies']) : [];
  const { isTaken, days } = policyFor(
    { number: item.number, category: item.category ?? null },
    own,
    await settingsOf(read, sourceSystem),
  );
  const sum = (of: (line: ShippedLine) => number) => lines.reduce((all, line) => all + of(line), 0);
  const inTime = lines.filter(({ daysAgo }) => days === null || daysAgo <= days);
  const last = lines
    .map(({ shippedOn }) => shippedOn)
    .sort()
    .at(-1);
  return {
    item: item.number,
    description: item.description,
    unit: item.baseUnit,
    shipped: fromBase(
      sum(({ shippedBase }) => shippedBase),
      item.decimals,
    ),
    returned: fromBase(
      sum(({ returnedBase }) => returnedBase),
      item.decimals,
    ),
    left: fromBase(
      sum(({ shippedBase, returnedBase }) => Math.max(0, shippedBase - returnedBase)),
      item.decimals,
    ),
    until: days === null || last === undefined ? null : dayAfter(last, days),
    isTaken: isTaken && inTime.length > 0,
  };
}
