import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import { decidePut, type PutBody, type PutFacts, type PutPlan, type PutResult, put } from '#shared/putaway/put.ts';
import { locationType, lockLocation } from '../platform/facts/locations.queries.ts';
import { othersBroughtTo, othersTookFromPlace, othersTookFromPlate } from '../platform/facts/news.queries.ts';
import { lockPlate, takePlate, workOfLoose, workOfPlate } from '../platform/facts/plates.queries.ts';
import { itemsByKey, itemsByNumber, lockItem } from '../platform/facts/stock-items.queries.ts';
import { lockStockOfItems, lockStockOnPlate } from '../platform/facts/stock-rows.queries.ts';
import { endWork } from '../platform/facts/work.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';

export const putHandler = handler({ operation: put, facts, decide: decidePut, reconsider, apply });

async function facts(trx: AppTrx, command: Command<PutBody>): Promise<PutFacts> {
  const { warehouse, body: asked } = command;
  const goods = asked.licensePlate === undefined ? await looseGoods(trx, command) : await plateGoods(trx, command);
  return {
    ...goods,
    to: await lockLocation(trx, warehouse, asked.to),
    isMoveNews: false,
    isTargetNews: false,
  };
}

type GoodsFacts = Pick<PutFacts, 'plate' | 'items' | 'rows' | 'fromType' | 'openWork'>;

async function plateGoods(trx: AppTrx, { warehouse, body: asked }: Command<PutBody>): Promise<GoodsFacts> {
  const plate = await takePlate(trx, asked.licensePlate ?? '');
  const rows = await lockStockOnPlate(trx, plate?.number ?? '');
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
    openWork: plate ? await workOfPlate(trx, plate.number) : null,
  };
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
    await lockPlate(trx, number);
    const onPlate = await lockStockOnPlate(trx, number);
    return { plate: { number, warehouse }, rows: onPlate, items, fromType, openWork: await workOfPlate(trx, number) };
  }
  const openWork = await workOfLoose(trx, { warehouse, location, itemKey: rows[0]?.item ?? '' });
  return { plate: null, rows, items, fromType, openWork };
}

function isOfLot(lot: string | undefined) {
  return (row: StockRow): boolean => lot === undefined || row.lot === lot;
}

/** What others did behind the device's back, for a rule that said no. */
async function reconsider(trx: AppTrx, command: Command<PutBody>, known: PutFacts): Promise<PutFacts> {
  const { warehouse, body: asked } = command;
  const itemKeys = known.items.map((item) => item.key);
  const named = known.plate?.number ?? asked.licensePlate;
  const isMoveNews =
    named === undefined
      ? await othersTookFromPlace(trx, { warehouse, location: asked.from ?? '', itemKeys }, command)
      : await othersTookFromPlate(trx, named, command);
  return { ...known, isMoveNews, isTargetNews: await othersBroughtTo(trx, { warehouse, location: asked.to }, command) };
}

async function apply(
  trx: AppTrx,
  { warehouse }: Command<PutBody>,
  { plan }: Applied<PutPlan, PutResult>,
  known: PutFacts,
): Promise<undefined> {
  const { work, to } = plan;
  trx.publish({ kind: 'thing', thing: 'location', key: to.code, warehouse, deleted: false });
  if (known.plate) {
    trx.publish({ kind: 'thing', thing: 'licensePlate', key: known.plate.number, warehouse, deleted: false });
  }
  if (work.isOpen && work.isDone) await endWork(trx, { id: work.id, warehouse, status: 'closed', to: to.code });
  else if (work.isOpen) trx.publish({ kind: 'thing', thing: 'work', key: work.id, warehouse, deleted: false });
  return undefined;
}
