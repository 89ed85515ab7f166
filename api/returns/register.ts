import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import { outside } from '#shared/ledger/place.ts';
import { standardSettings } from '#shared/ledger/source-system-settings.ts';
import type { Disposition } from '#shared/returns/disposition.ts';
import { policyFor, type ReturnPolicies } from '#shared/returns/policy.ts';
import {
  decideRegister,
  type ReturnPlan,
  type ReturnResult,
  register,
  tooMuchCodes,
} from '#shared/returns/register.ts';
import type { RegisterBody } from '#shared/returns/register-body.ts';
import { ownLimit } from '../platform/facts/adjusted.queries.ts';
import { openApproval } from '../platform/facts/approval.queries.ts';
import { issueJournal } from '../platform/facts/counting-journal.ts';
import { dockPlace } from '../platform/facts/dock-place.ts';
import { keepAtDock } from '../platform/facts/keep-at-dock.ts';
import { keepLot } from '../platform/facts/lots.queries.ts';
import { freeOrderNumber, sourceSystemsFor } from '../platform/facts/made-orders.ts';
import { nextPlateNumber } from '../platform/facts/plate-numbers.queries.ts';
import { workOfLoose } from '../platform/facts/plates.queries.ts';
import { serialsLastAt } from '../platform/facts/shipment-goods.queries.ts';
import { settingsFrom } from '../platform/facts/source-systems.queries.ts';
import { itemsByKey, lockItem, serialsInStock } from '../platform/facts/stock-items.queries.ts';
import { dayIn } from '../platform/facts/warehouses.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { announcedReturns } from './announced.ts';
import { daysSinceShipped } from './days-since-shipped.ts';
import { type KnownReturn, receiveReturn } from './receive.ts';
import { policiesOf, scrappedBy } from './register.queries.ts';
import { type ReturnedOf, returnedUnseen, shippedBefore } from './shipped.ts';

export const registerHandler = handler({ operation: register, facts, decide: decideRegister, reconsider, apply });

const series = 'return-order';

async function facts(trx: AppTrx, command: Command<RegisterBody>): Promise<KnownReturn> {
  const { warehouse, body: asked } = command;
  const at = { warehouse, instant: Date.parse(command.occurredAt) };
  const named = await shippedBefore(trx, asked, at);
  const announced = named?.orders.length === 0 ? await announcedReturns(trx, asked) : [];
  const [announcing] = announced;
  const shipped = announcing ? null : named;
  const ofSystem = announcing?.sourceSystem ?? named?.orders[0]?.sourceSystem ?? asked.sourceSystem;
  const systems = await sourceSystemsFor(trx, warehouse, asked.item, ofSystem);
  const [system] = systems;
  const settings = system ? settingsFrom(system.settings) : standardSettings;
  const sourceSystem = system?.code ?? '';
  const [item = null] = await itemsByKey(trx, [itemKey(sourceSystem, asked.item)]);
  const { announcedOn, ...place } = await dockPlace(trx, warehouse, { ...asked, itemKey: item?.key ?? '' });
  const row = await trx.one(policiesOf, { sourceSystem });
  const own = row ? (JSON.parse(row.policies) as ReturnPolicies['policies']) : [];
  const policy = policyFor({ number: asked.item, category: item?.category ?? null }, own, settings);
  if (item) await lockItem(trx, item.key);
  const [owner = sourceSystem] = JSON.parse(system?.owners ?? '[]') as string[];
  return {
    returnedSinceBase: 0,
    ...{ shipped, announced, settings, owner, item, policy, announcedOn, ...place },
    sourceSystems: systems.map(({ code }) => code),
    today: await dayIn(trx, warehouse, at.instant),
    orderType: settings.returnOrderType,
    lastShippedDaysAgo:
      named || !item || policy.days === null ? null : await daysSinceShipped(trx, item.key, asked, at),
    order: announcing ?? (await newOrder(trx, sourceSystem, settings.returnNumberPrefix)),
    serialsInStock: await serialsInStock(trx, item?.key ?? '', asked.serials ?? []),
    serialsScrapped: named || !item ? [] : await serialsLastAt(trx, outside.scrap, item.key, asked.serials ?? []),
    newPlate: asked.licensePlate === undefined ? await nextPlateNumber(trx) : null,
    looseWork:
      asked.licensePlate === null && item
        ? await workOfLoose(trx, { warehouse, location: place.location?.code ?? '', itemKey: item.key })
        : null,
    ...(await scrapLimit(trx, command, ofReturn(shipped, announcing), item?.key ?? '')),
  };
}

/** By what the goods of a return are found that came back before; null of a blind one. */
function ofReturn(
  shipped: KnownReturn['shipped'],
  announcing: { readonly key: string } | undefined,
): ReturnedOf | null {
  if (announcing) return { column: 'announced', key: announcing.key };
  return shipped?.of ?? null;
}

/** What who returns may scrap alone, and how much of it is used up. */
async function scrapLimit(
  trx: AppTrx,
  { warehouse, operator, body: { disposition } }: Command<RegisterBody>,
  of: ReturnedOf | null,
  itemKey: string,
): Promise<Pick<KnownReturn, 'valueLimit' | 'scrappedBeforeBase'>> {
  if (disposition !== ('scrap' satisfies Disposition)) return { valueLimit: null, scrappedBeforeBase: 0 };
  const own = await ownLimit(trx, { operator, warehouse, itemKey, location: outside.scrap });
  const { valueLimit, adjustedLatelyBase: ofDay } = own;
  if (of === null || valueLimit === null) return { valueLimit, scrappedBeforeBase: ofDay };
  const ofReturned = await trx.one(scrappedBy[of.column], { of: of.key, itemKey, operator });
  return { valueLimit, scrappedBeforeBase: Math.max(ofDay, ofReturned?.quantity_base ?? 0) };
}

async function newOrder(trx: AppTrx, sourceSystem: string, prefix: string) {
  const number = await freeOrderNumber(trx, { series, sourceSystem, prefix });
  return { number, key: itemKey(sourceSystem, number) };
}

async function reconsider(
  trx: AppTrx,
  command: Command<RegisterBody>,
  known: KnownReturn,
  { code }: Problem,
): Promise<KnownReturn> {
  const [announcing] = known.announced;
  const of = ofReturn(known.shipped, announcing);
  if (!tooMuchCodes.includes(code) || !known.item || !of) return known;
  return { ...known, returnedSinceBase: await returnedUnseen(trx, command, of, known.item.key) };
}

async function apply(
  trx: AppTrx,
  command: Command<RegisterBody>,
  { plan, result, entries }: Applied<ReturnPlan, ReturnResult>,
  known: KnownReturn,
): Promise<ReturnResult> {
  const { id: commandId, warehouse } = command;
  const { item, approval, location, licensePlate } = plan;
  if (approval) {
    await openApproval(trx, { commandId, warehouse, problem: approval });
    return result;
  }
  if (plan.newLot) await keepLot(trx, { itemKey: item.key, ...plan.newLot });
  const documents = await receiveReturn(trx, command, plan, known);
  if (plan.work) await keepAtDock(trx, command, { ...plan, work: plan.work, itemKey: item.key });
  const gone = entries.filter(({ coverage }) => coverage?.kind === 'counting-journal');
  if (gone.length === 0) return { ...result, documents };
  const lines = gone.map(({ lot, serial, quantityBase }) => {
    return { item, location, licensePlate, lot, serial, differenceBase: -quantityBase };
  });
  const journal = await issueJournal(trx, command, { lines, entries: gone, reason: 'damaged' });
  return { ...result, documents, journal };
}
