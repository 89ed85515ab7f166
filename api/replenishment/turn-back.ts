import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import { isLow } from '#shared/replenishment/fill-face.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { lockFillWork } from '../platform/facts/replenish-work.queries.ts';
import { dayIn } from '../platform/facts/warehouses.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { howFull, limitedFacesOf } from './faces.queries.ts';
import { fetchedForNobody, sendElsewhere } from './turn-back.queries.ts';

const body = z.strictObject({ work: z.string().min(1).max(64) });

type TurnBackBody = z.infer<typeof body>;

/** The server sees that nobody needs what somebody carries to a pick face, and sends them back: nobody else does. */
export const turnBackFill = operation({ type: 'replenishment.turn_back', version: 1, body });

type Fetched = RowOf<typeof fetchedForNobody>;

/**
 * Refusals, in this order: `auth.permit_missing` from anybody but the server itself; `replenishment.still_needed` an order
 * or the face itself needs the goods, or they are put down already.
 */
export const turnBackHandler = handler({ operation: turnBackFill, facts, decide, apply });

async function facts(
  trx: AppTrx,
  { operator, warehouse, body: { work } }: Command<TurnBackBody>,
): Promise<Fetched | null> {
  if (operator !== 'server') return null;
  await lockFillWork(trx, work);
  const fetched = (await trx.all(fetchedForNobody, { warehouse })).find(({ id }) => id === work);
  if (!fetched) return null;
  const faces = await limitedFacesOf(trx, warehouse, [fetched.item_key], await dayIn(trx, warehouse, trx.now));
  const own = faces.filter(({ location }) => location === fetched.planned_location);
  const [face] = await howFull(trx, warehouse, own);
  const isNeeded = face !== undefined && isLow({ ...face, comingBase: face.comingBase - fetched.picked_base });
  return isNeeded ? null : fetched;
}

function decide(command: Command<TurnBackBody>, fetched: Fetched | null): Decision<Fetched, Record<string, never>> {
  const { operator, warehouse, body: asked } = command;
  if (operator !== 'server') {
    return refused(problem('auth.permit_missing', { operation: turnBackFill.type, warehouse }));
  }
  return fetched ? applied(fetched, {}) : refused(problem('replenishment.still_needed', asked));
}

async function apply(
  trx: AppTrx,
  { warehouse }: Command<TurnBackBody>,
  { plan: { id: work, location: to } }: { readonly plan: Fetched },
): Promise<undefined> {
  await trx.one(sendElsewhere, { work, to });
  trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: false });
  return undefined;
}
