import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import type { Lacking } from '#shared/replenishment/lacking.ts';
import { partsOf } from '#shared/replenishment/meet-need.ts';
import { bringLess } from '../platform/facts/brought.queries.ts';
import { needsOfWork, setNeed } from '../platform/facts/fill-requests.queries.ts';
import { lockFillWork } from '../platform/facts/replenish-work.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { lackingIn } from './lacking.queries.ts';
import { meet } from './meet-need.ts';
import { unfetched, wayOfWork } from './replenishment.queries.ts';
import { candidatesToBring } from './reserve.queries.ts';

const body = z.strictObject({ work: z.string().min(1).max(64) });

type AimAnewBody = z.infer<typeof body>;

/** The server sees that goods are gone that somebody is sent for, and has others brought: nobody else does. */
export const aimAnew = operation({ type: 'replenishment.aim_anew', version: 1, body });

interface Plan extends Lacking {
  readonly item: string;
}

/**
 * Refusals, in this order: `auth.permit_missing` from anybody but the server itself; `replenishment.still_needed` the
 * goods are there, or in somebody's hands.
 */
export const aimAnewHandler = handler({ operation: aimAnew, facts, decide, apply });

async function facts(trx: AppTrx, { operator, warehouse, body: { work } }: Command<AimAnewBody>): Promise<Plan | null> {
  if (operator !== 'server') return null;
  await lockFillWork(trx, work);
  return (await lackingIn(trx, warehouse)).find((one) => one.work === work) ?? null;
}

function decide(command: Command<AimAnewBody>, known: Plan | null): Decision<Plan, Record<string, never>> {
  const { operator, warehouse, body: asked } = command;
  if (operator !== 'server') return refused(problem('auth.permit_missing', { operation: aimAnew.type, warehouse }));
  return known ? applied(known, {}) : refused(problem('replenishment.still_needed', asked));
}

/**
 * What the face itself lacks is seen by whoever watches the faces; what people or ERPs asked for is brought from elsewhere,
 * or waits until there is some.
 */
async function apply(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<AimAnewBody>,
  { plan: { work, item: itemKey, lackingBase } }: { readonly plan: Plan },
): Promise<undefined> {
  const line = await trx.one(unfetched, { work });
  const way = await trx.one(wayOfWork, { work });
  const [item] = await itemsByKey(trx, [itemKey]);
  const needs = await trx.all(needsOfWork, { work });
  await bringLess(trx, work, lackingBase);
  if (!line || !way || !item) return;
  const freeBase = line.quantity_base - Number(line.promised_base ?? 0);
  const askedBase = needs.reduce((sum, need) => sum + need.quantity_base, 0);
  let goneBase = lackingBase - Math.max(0, freeBase - askedBase);
  for (const { source_system: sourceSystem, number, quantity_base: wantedBase } of needs) {
    const partBase = Math.min(wantedBase, goneBase);
    if (partBase <= 0) continue;
    goneBase -= partBase;
    await trx.one(setNeed, { sourceSystem, number, work, quantityBase: wantedBase - partBase });
    const face = way.planned_location ?? '';
    const parts = partsOf(partBase, item, face, await candidatesToBring(trx, warehouse, itemKey));
    const need = { commandId, warehouse, sourceSystem, number };
    const goods = { item, face, priority: way.priority ?? 0 };
    await meet(trx, need, goods, parts.length > 0 ? { by: 'goods', parts } : { by: 'waiting', quantityBase: partBase });
  }
}
