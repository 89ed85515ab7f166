import * as z from 'zod';
import { dayAfter } from '#shared/kernel/day.ts';
import { problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { sourceSystemOf } from '#shared/ledger/item-key.ts';
import { type AnnouncedLine, whyNotAnnounced } from '#shared/returns/announced.ts';
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
import { readAnnounced } from './announced.ts';
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

/** What may come back of what left, or was announced: whoever scans the label sees what should be in the parcel. */
export function addSlipRoutes(routes: Routes, { store, clock }: Services): void {
  routes.add(
    {
      method: 'get',
      path: '/api/device/returns',
      summary:
        'What left under a return number or for an order, or a return order announces, and what of it can still come back',
      tag: 'Device',
      access: { permit },
      query,
      answers: { 200: { description: 'Each item that left', schema: slipAnswer } },
    },
    async ({ c, query: asked, caller }) => {
      asPersonIn(caller, asked.warehouse, permit);
      const shipped = await readShipped(store.read, asked, { warehouse: asked.warehouse, instant: clock.now() });
      if (shipped.orders.length === 0) return c.json(await announcedSlip(store.read, asked));
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

/** What may come back on the order that announces it. */
async function announcedSlip(read: Runner, asked: z.infer<typeof query>): Promise<SlipAnswer> {
  const { returnId, order = '', warehouse } = asked;
  if (returnId !== undefined) throw new HttpProblem(404, problem('returns.return_id_unknown', { returnId }));
  const orders = await readAnnounced(read, asked);
  const [announced] = orders;
  if (!announced) throw new HttpProblem(404, problem('returns.order_unknown', { order }));
  const why = whyNotAnnounced(orders, warehouse);
  if (why) throw new HttpProblem(409, why);
  const items: SlipAnswer['items'] = [];
  for (const [key, lines] of Map.groupBy(announced.lines, ({ item }) => item)) {
    const [item] = await itemsByKey(read, [key]);
    if (!item) continue;
    const { number, description, baseUnit: unit, decimals } = item;
    const shown = (of: (line: AnnouncedLine) => number) => fromBase(sumOf(lines, of), decimals);
    items.push({
      ...{ item: number, description, unit, until: null, isTaken: true },
      shipped: shown(({ orderedBase }) => orderedBase),
      returned: shown(({ registeredBase }) => registeredBase),
      left: shown(({ orderedBase, registeredBase }) => Math.max(0, orderedBase - registeredBase)),
    });
  }
  return { slip: order, orders: [order], items };
}

function sumOf<Line>(lines: readonly Line[], of: (line: Line) => number): number {
  return lines.reduce((sum, line) => sum + of(line), 0);
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
  const shown = (of: (line: ShippedLine) => number) => fromBase(sumOf(lines, of), item.decimals);
  const inTime = lines.filter(({ daysAgo }) => days === null || daysAgo <= days);
  const last = lines
    .map(({ shippedOn }) => shippedOn)
    .sort()
    .at(-1);
  return {
    item: item.number,
    description: item.description,
    unit: item.baseUnit,
    shipped: shown(({ shippedBase }) => shippedBase),
    returned: shown(({ returnedBase }) => returnedBase),
    left: shown(({ shippedBase, returnedBase }) => Math.max(0, shippedBase - returnedBase)),
    until: days === null || last === undefined ? null : dayAfter(last, days),
    isTaken: isTaken && inTime.length > 0,
  };
}
