import { type Command, commandReference } from '#shared/command/envelope.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import type { ItemThing, PlateContent } from '#shared/ledger/thing.ts';
import { decidePut, type PutBody, type PutFacts, type PutPlan, put } from '#shared/putaway/put.ts';
import type { Effect } from '../store/effects.ts';
import { deviceOperation } from '../store/provisional.ts';
import { foundOf, type ReadThings } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { undoPut } from './undo-put.ts';

/** Putting goods away on the device: a plate, or loose goods that it knows to be at the dock. */
export const putOnDevice = deviceOperation({
  operation: put,
  facts: putFacts,
  decide: decidePut,
  causedBy: makerOf,
  effects: putEffects,
  undo: undoPut,
});

type GoodsFacts = Pick<PutFacts, 'plate' | 'items' | 'rows' | 'fromType' | 'openWork' | 'nestedWork' | 'offers'> & {
  readonly known: Known;
};

/** What is known of the goods besides what the rule asks for. */
type Known = readonly PlateContent[];

async function putFacts(command: Command<PutBody>, read: ReadThings): Promise<(PutFacts & GoodsFacts) | null> {
  const { body, warehouse } = command;
  const { licensePlate } = body;
  if (licensePlate !== undefined && commandReference(licensePlate) !== null) return null;
  const goods =
    licensePlate === undefined ? await looseGoods(body, read) : await plateGoods(licensePlate, warehouse, read);
  if (!goods) return null;
  const to = (await read.thing('location', body.to)) ?? null;
  return { ...goods, to, isMoveNews: false, isTargetNews: false };
}

async function plateGoods(licensePlate: string, warehouse: string, read: ReadThings): Promise<GoodsFacts | null> {
  const plate = await read.thing('licensePlate', licensePlate);
  if (!plate) return null;
  const from = plate.location === null ? undefined : await read.thing('location', plate.location);
  const nested = await Promise.all((plate.nested ?? []).map((number) => read.thing('licensePlate', number)));
  const plates = [plate, ...nested.filter((each) => each !== undefined)];
  const codes = plates.map((each) => snapshotCode.workOfPlate(each.licensePlate));
  const works = foundOf(await read.byCodes(codes), 'work');
  const own = works.find(({ value }) => value.licensePlate === licensePlate);
  const known = plates.flatMap(({ contents }) => contents);
  return {
    plate: { number: licensePlate, warehouse, parent: plate.parent ?? null },
    items: await itemsOf(known, read),
    rows: plates.flatMap((each) => rowsOf(each.contents, plate.location ?? '', each.licensePlate)),
    fromType: from?.type ?? null,
    openWork: own?.key ?? null,
    offers: own?.value.crossDock ?? [],
    nestedWork: works
      .filter((work) => work !== own)
      .map(({ key, value }) => ({ id: key, licensePlate: value.licensePlate ?? '' })),
    known,
  };
}

/**
 * Loose goods of an item at a place, as the open put-away tells of them. Goods that came in behind the device's back are
 * not known: then nothing is said of them, they stand before the worker all the same.
 */
async function looseGoods({ item, from, sourceSystem }: PutBody, read: ReadThings): Promise<GoodsFacts | null> {
  if (item === undefined || from === undefined) return null;
  const numbered = foundOf(await read.byCodes([snapshotCode.itemNumber(item)]), 'item').map(({ value }) => value);
  const items = numbered.filter((known) => (sourceSystem ?? known.sourceSystem) === known.sourceSystem);
  const works = foundOf(await read.byCodes(items.map(({ key }) => snapshotCode.workOfLoose(key))), 'work');
  const work = works.find(({ value }) => value.fromLocation === from);
  if (!work?.value.loose) return null;
  return {
    plate: null,
    items,
    rows: [...rowsOf(work.value.loose, from, ''), ...(await rowsOnPlates(read, from, work.value.item ?? ''))],
    fromType: (await read.thing('location', from))?.type ?? null,
    openWork: work.key,
    offers: work.value.crossDock ?? [],
    known: work.value.loose,
  };
}

async function rowsOnPlates(read: ReadThings, location: string, item: string): Promise<StockRow[]> {
  const plates = foundOf(await read.byCodes([snapshotCode.platesAt(location)]), 'licensePlate');
  return plates.flatMap(({ key, value: { contents } }) =>
    rowsOf(
      contents.filter((content) => content.item === item),
      location,
      key,
    ),
  );
}

function rowsOf(contents: readonly PlateContent[], location: string, licensePlate: string): StockRow[] {
  return contents.map((content) => ({ ...content, location, licensePlate, reservedBase: 0 }));
}

async function itemsOf(contents: Known, read: ReadThings): Promise<ItemThing[]> {
  const keys = [...new Set(contents.map((content) => content.item))];
  const items = await Promise.all(keys.map((key) => read.thing('item', key)));
  return items.filter((item) => item !== undefined);
}

/** The work is done, or what it is for is less. */
function putEffects(
  _command: Command<PutBody>,
  { work, parts, alsoDone, crossDocked }: PutPlan,
  { plate, openWork, known }: GoodsFacts,
): Effect[] {
  const nested: Effect[] = alsoDone.map((id) => ({ does: 'close-work', work: id }));
  if (crossDocked.length > 0) {
    const given = crossDocked.map(({ offer, quantityBase }) => ({ ...offer, quantityBase }));
    nested.push({ does: 'take-offer', work: work.id, taken: given });
  }
  if (work.isDone) return [{ does: 'close-work', work: work.id }, ...nested];
  if (plate || openWork === null) return nested;
  const taken = parts.flatMap(({ row, quantityBase }) => {
    const content = known.find(
      ({ item, lot, serial }) => item === row.item && lot === row.lot && serial === row.serial,
    );
    return content ? [{ ...content, quantityBase }] : [];
  });
  return [{ does: 'take-loose', work: openWork, taken }, ...nested];
}

/** What is put away was registered by a command that the server has not answered yet. */
async function makerOf({ licensePlate, item, from, sourceSystem }: PutBody, read: ReadThings): Promise<string | null> {
  if (licensePlate !== undefined) return read.makerOfPlate(licensePlate);
  const goods = await looseGoods({ item, from, sourceSystem, to: '' }, read);
  return goods?.openWork ? read.makerOfWork(goods.openWork) : null;
}
