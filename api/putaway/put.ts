import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import type { CrossDockOffer } from '#shared/ledger/cross-dock.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import { decidePut, type PutBody, type PutFacts, type PutPlan, type PutResult, put } from '#shared/putaway/put.ts';
import { crossDockOffersFor } from '../platform/facts/cross-dock.ts';
import { locationType, lockLocation } from '../platform/facts/locations.queries.ts';
import {
  changedSince,
  othersBroughtTo,
  othersTookFromPlace,
  othersTookFromPlate,
} from '../platform/facts/news.queries.ts';
import { ontoPlate } from '../platform/facts/onto-plate.ts';
import { lockOrder } from '../platform/facts/outbound-orders.queries.ts';
import {
  lockStockOfFamily,
  nestPlate,
  publishCarriers,
  stockOfFamily,
  workOfFamily,
} from '../platform/facts/plate-family.queries.ts';
import { makePlate, takePlate, workOfLoose, workOfPlate } from '../platform/facts/plates.queries.ts';
import { itemsByKey, itemsByNumber, lockItem } from '../platform/facts/stock-items.queries.ts';
import { lockStockOfItems } from '../platform/facts/stock-rows.queries.ts';
import { endWork } from '../platform/facts/work.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { renewClaims } from './claim.queries.ts';
import { writeCrossDock } from './write-cross-dock.ts';

export const putHandler = handler({ operation: put, facts, decide: decidePut, reconsider, apply });

/** The facts of the rule, and who has the goods on a trip. */
interface Facts extends PutFacts {
  readonly claimedBy: string | null;
}

async function facts(trx: AppTrx, command: Command<PutBody>): Promise<Facts> {
  const { warehouse, body: asked } = command;
  const goods = asked.licensePlate === undefined ? await looseGoods(trx, command) : await plateGoods(trx, command);
  const text = asked.toLicensePlate;
  const onto = text === undefined ? null : await ontoPlate(trx, { text, warehouse, moving: goods.plate?.number ?? '' });
  return {
    ...goods,
    ...(onto && { onto }),
    ...(goods.fromType === 'receiving' && { offers: await offersOf(trx, warehouse, goods.rows) }),
    to: await lockLocation(trx, warehouse, asked.to),
    isMoveNews: false,
    isTargetNews: false,
  };
}

/** What of the goods is offered to orders, those locked: nobody else gives them other goods meanwhile. */
async function offersOf(trx: AppTrx, warehouse: string, rows: readonly StockRow[]): Promise<CrossDockOffer[]> {
  const atDock = { warehouse, rows, nowMs: trx.now };
  const offers = await crossDockOffersFor(trx, atDock);
  if (offers.length === 0 || trx.dialect === 'sqlite') return offers;
  for (const orderKey of [...new Set(offers.map(({ order }) => order))].sort()) {
    await lockOrder(trx, orderKey);
  }
  return crossDockOffersFor(trx, atDock);
}

type GoodsFacts = Pick<Facts, 'plate' | 'items' | 'rows' | 'fromType' | 'openWork' | 'nestedWork' | 'claimedBy'>;

async function plateGoods(trx: AppTrx, { warehouse, body: asked }: Command<PutBody>): Promise<GoodsFacts> {
  const plate = await takePlate(trx, asked.licensePlate ?? '');
  const rows = await lockStockOfFamily(trx, plate?.number ?? '');
  return {
    plate,
    rows,
    items:
      asked.item === undefined
        ? await itemsByKey(
            trx,
            rows.map(({ item }) => item),
          )
        : await itemsByNumber(trx, asked.item),
    fromType: rows[0] ? await locationType(trx, warehouse, rows[0].location) : null,
    ...(await workOf(trx, plate?.number ?? '')),
  };
}

async function workOf(trx: AppTrx, plate: string): Promise<Pick<Facts, 'openWork' | 'nestedWork' | 'claimedBy'>> {
  const works = await workOfFamily(trx, plate);
  const own = works.find(({ licensePlate }) => licensePlate === plate);
  const nestedWork = works.filter((work) => work !== own);
  return { openWork: own?.id ?? null, nestedWork, claimedBy: own?.claimedBy ?? null };
}

/** Goods named by item and place: loose ones, else those of the one plate that they stand on. */
async function looseGoods(trx: AppTrx, { warehouse, body: asked }: Command<PutBody>): Promise<GoodsFacts> {
  const location = asked.from ?? '';
  const numbered = await itemsByNumber(trx, asked.item ?? '');
  const items = numbered.filter((item) => (asked.sourceSystem ?? item.sourceSystem) === item.sourceSystem);
  for (const { key } of items) await lockItem(trx, key);
  const rows = await lockStockOfItems(trx, warehouse, location, items);
  const fromType = await locationType(trx, warehouse, location);
  const [number = '', ...others] = new Set(rows.filter(isOfLot(asked.lot)).map((row) => row.licensePlate));
  if (number !== '' && others.length === 0) {
    const plate = (await takePlate(trx, number)) ?? { number, warehouse };
    return { plate, rows: await lockStockOfFamily(trx, number), items, fromType, ...(await workOf(trx, number)) };
  }
  const openWork = await workOfLoose(trx, { warehouse, location, itemKey: rows[0]?.item ?? '' });
  return { plate: null, rows, items, fromType, openWork, claimedBy: null };
}

function isOfLot(lot: string | undefined) {
  return (row: StockRow): boolean => lot === undefined || row.lot === lot;
}

/** What others did behind the device's back, for a rule that said no. */
async function reconsider(trx: AppTrx, command: Command<PutBody>, known: Facts): Promise<Facts> {
  const { warehouse, body: asked } = command;
  const itemKeys = known.items.map((item) => item.key);
  const named = known.plate?.number ?? asked.licensePlate;
  const isMoveNews =
    named === undefined
      ? await othersTookFromPlace(trx, { warehouse, location: asked.from ?? '', itemKeys }, command)
      : await othersTookFromPlate(trx, named, command);
  const isTargetNews = await othersBroughtTo(trx, { warehouse, location: asked.to }, command);
  const isOfferNews =
    asked.order !== undefined && known.openWork !== null && (await changedSince(trx, 'work', known.openWork, command));
  return { ...known, isMoveNews, isTargetNews, isOfferNews };
}

async function apply(
  trx: AppTrx,
  command: Command<PutBody>,
  { plan, result }: Applied<PutPlan, PutResult>,
  known: Facts,
): Promise<PutResult> {
  const { id: commandId, warehouse, operator } = command;
  const { work, to, onto } = plan;
  trx.publish({ kind: 'thing', thing: 'location', key: to.code, warehouse, deleted: false });
  if (onto?.isNew) await makePlate(trx, { number: onto.number, warehouse, commandId });
  const plates = new Set([known.plate?.number, onto?.number, ...plan.parts.map(({ row }) => row.licensePlate)]);
  for (const key of plates) {
    if (key) trx.publish({ kind: 'thing', thing: 'licensePlate', key, warehouse, deleted: false });
  }
  if (work.isOpen && work.isDone) await endWork(trx, { id: work.id, warehouse, status: 'closed', to: to.code });
  else if (work.isOpen) trx.publish({ kind: 'thing', thing: 'work', key: work.id, warehouse, deleted: false });
  for (const id of plan.alsoDone) await endWork(trx, { id, warehouse, status: 'closed', to: to.code });
  await leaveParent(trx, plan, known, warehouse);
  if (known.claimedBy === operator) await renewClaims(trx, operator);
  return { ...result, ...(await writeCrossDock(trx, command, plan)) };
}

/** A plate that was put away does not stand on its old one any more; the put-away of that may be done with it. */
async function leaveParent(trx: AppTrx, plan: PutPlan, { plate }: PutFacts, warehouse: string): Promise<void> {
  const parent = plate?.parent ?? null;
  const next = plan.onto?.number ?? null;
  if (plate && parent !== null) await publishCarriers(trx, warehouse, plate.number);
  if (plate && plan.licensePlate !== null && parent !== next) await nestPlate(trx, plate.number, next);
  if (parent === null) return;
  const rest = await stockOfFamily(trx, parent);
  const id = rest.length === 0 ? await workOfPlate(trx, parent) : null;
  if (id !== null) await endWork(trx, { id, warehouse, status: 'closed', to: plan.to.code });
}
