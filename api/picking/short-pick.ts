import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { totalBase } from '#shared/kernel/quantity.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import {
  decideShortPick,
  type ShortPickBody,
  type ShortPickFacts,
  type ShortPickPlan,
  type ShortPickResult,
  shortPick,
} from '#shared/picking/short-pick.ts';
import { ownLimit } from '../platform/facts/adjusted.queries.ts';
import { candidatesFor } from '../platform/facts/candidates.queries.ts';
import { endWhenOver } from '../platform/facts/end-when-over.ts';
import { goodUntilFor, worthOf } from '../platform/facts/line-worth.queries.ts';
import { endLineShort } from '../platform/facts/missing-goods.queries.ts';
import { settleMissing } from '../platform/facts/missing-goods.ts';
import { backorderLine, publishOrderStatus } from '../platform/facts/outbound-orders.queries.ts';
import { keepClaim } from '../platform/facts/pick-work.queries.ts';
import { publishPlates } from '../platform/facts/plate-family.queries.ts';
import { takeElsewhere } from '../platform/facts/take-elsewhere.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { pickFacts } from './pick-facts.ts';
import { pickNews } from './pick-news.ts';
import { withPlateMeant } from './plate-meant.ts';
import { writePick } from './write-pick.ts';

export const shortPickHandler = handler({
  operation: shortPick,
  facts,
  decide: (_, known) => decideShortPick(known.meant, known),
  reconsider,
  apply,
});

interface KnownFacts extends ShortPickFacts {
  readonly meant: Command<ShortPickBody>;
}

async function facts(trx: AppTrx, command: Command<ShortPickBody>): Promise<KnownFacts> {
  const meant = await withPlateMeant(trx, command);
  const known = await pickFacts(trx, meant);
  const { line } = known;
  const { warehouse, operator } = command;
  const worth = line ? await worthOf(trx, line) : undefined;
  return {
    ...known,
    meant,
    unitCost: worth?.unit_cost ?? null,
    ...(await ownLimit(trx, { warehouse, operator, itemKey: line?.item ?? '', location: meant.body.location })),
    candidates: line ? await candidatesFor(trx, warehouse, line.item) : [],
    goodUntil: await goodUntilFor(trx, warehouse, worth),
  };
}

/** Whether somebody else had been there, for a rule that said no. */
async function reconsider(trx: AppTrx, command: Command<ShortPickBody>, known: KnownFacts): Promise<KnownFacts> {
  return { ...known, ...(await pickNews(trx, command, known)) };
}

async function apply(
  trx: AppTrx,
  command: Command<ShortPickBody>,
  { plan, result }: Applied<ShortPickPlan, ShortPickResult>,
  known: ShortPickFacts,
): Promise<ShortPickResult> {
  const { warehouse, operator } = command;
  const { line } = plan;
  const { reason } = plan.missing;
  const work = known.work?.id ?? '';
  if (plan.pick) await writePick(trx, command, plan.pick);
  else await trx.one(keepClaim, { id: work, by: operator, at: trx.now, targetPlate: null });
  const { item } = plan;
  const told = await settleMissing(trx, command, withoutPicked(plan), { item, location: line.location });
  await trx.one(endLineShort, { work, line: line.line, reason });
  const reallocated = await takeElsewhere(trx, command, { work, of: line, item, parts: plan.instead });
  const shortBase = plan.missingBase - totalBase(plan.instead);
  if (line.order !== null && line.orderLine !== null) {
    if (shortBase > 0) await trx.one(backorderLine, { orderKey: line.order, line: line.orderLine, reason });
    publishOrderStatus(trx, line.order);
  }
  trx.publish({ kind: 'thing', thing: 'location', key: line.location, warehouse, deleted: false });
  await publishPlates(trx, warehouse, [line.licensePlate]);
  const isOver = await endWhenOver(trx, { commandId: command.id, warehouse, work, shipment: line.shipment });
  if (!isOver) trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: false });
  return { ...result, reallocated, ...told };
}

/** What is missing of each promise, as it is after the pick of the same command. */
function withoutPicked(plan: ShortPickPlan): ShortPickPlan['missing'] {
  const parts = plan.missing.parts.map(({ reservation, quantityBase }) => {
    const leftBase = reservation.quantityBase - takenOfPromise(plan, reservation);
    return { reservation: { ...reservation, quantityBase: leftBase }, quantityBase };
  });
  return { ...plan.missing, parts };
}

/** What of a promise the pick of the same command has taken already. */
function takenOfPromise({ pick }: ShortPickPlan, { id }: Reservation): number {
  const own = (pick?.taken ?? []).filter(({ reservation }) => reservation.id === id);
  return totalBase(own);
}
