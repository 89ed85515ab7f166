import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import {
  type ConsolidateBody,
  type ConsolidateFacts,
  type ConsolidatePlan,
  type ConsolidateResult,
  consolidate,
  decideConsolidate,
} from '#shared/inventory/consolidate.ts';
import { lockLocation } from '../platform/facts/locations.queries.ts';
import { othersTookFromPlate } from '../platform/facts/news.queries.ts';
import { lockStockOfFamily, publishPlates } from '../platform/facts/plate-family.queries.ts';
import { takePlate } from '../platform/facts/plates.queries.ts';
import { settleWorkOfPlate } from '../platform/facts/settle-work.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { nestingPlate, settleNesting, standOn } from './nesting.ts';
import { standingOn } from './promises.queries.ts';
import { carryPromises, promisesOf } from './promises.ts';

export const consolidateHandler = handler({
  operation: consolidate,
  facts,
  decide: decideConsolidate,
  reconsider,
  apply,
});

interface Facts extends ConsolidateFacts {
  /** Where the goods stood. */
  readonly from: string;
  /** The plate that the emptied one stood on. */
  readonly parent: string | null;
}

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<ConsolidateBody>): Promise<Facts> {
  const plate = await takePlate(trx, asked.licensePlate);
  const number = plate?.number ?? '';
  const rows = await lockStockOfFamily(trx, number);
  const from = rows[0]?.location ?? '';
  const onto = await nestingPlate(trx, { text: asked.toLicensePlate, warehouse, moving: number });
  const place = onto.location ?? from;
  return {
    plate,
    rows,
    from,
    parent: plate?.parent ?? null,
    items: await itemsByKey(trx, new Set(rows.map(({ item }) => item))),
    promises: await promisesOf(trx, warehouse, rows),
    nested: plate ? await standingOn(trx, number) : [],
    // Goods change onto it without their plate: what stood on that comes to stand one lower than a whole plate would.
    onto: { ...onto, levels: onto.levels - 1 },
    to: place === '' ? null : await lockLocation(trx, warehouse, place),
    isMoveNews: false,
  };
}

async function reconsider(trx: AppTrx, command: Command<ConsolidateBody>, known: Facts): Promise<Facts> {
  const number = known.plate?.number ?? '';
  return { ...known, isMoveNews: await othersTookFromPlate(trx, number, command) };
}

async function apply(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<ConsolidateBody>,
  { plan }: Applied<ConsolidatePlan, ConsolidateResult>,
  known: Facts,
): Promise<undefined> {
  const change = { commandId, warehouse };
  const { from, onto, to, nested } = plan;
  for (const key of new Set([known.from, to.code])) {
    trx.publish({ kind: 'thing', thing: 'location', key, warehouse, deleted: false });
  }
  await carryPromises(trx, commandId, plan.carried, to);
  await settleNesting(trx, change, onto);
  for (const plate of nested) await standOn(trx, warehouse, plate, onto.number);
  await standOn(trx, warehouse, from, null);
  await publishPlates(trx, warehouse, [from, onto.number, ...nested]);
  const parents = known.parent === null ? [] : [known.parent];
  for (const plate of [...nested, onto.number, from, ...parents]) await settleWorkOfPlate(trx, change, plate);
  return undefined;
}
