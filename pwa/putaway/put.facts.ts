import { type Command, commandReference } from '#shared/command/envelope.ts';
import type { ItemThing, LicensePlateThing } from '#shared/ledger/thing.ts';
import { decidePut, type PutBody, type PutFacts, put } from '#shared/putaway/put.ts';
import { deviceOperation } from '../store/provisional.ts';
import { foundOf, type ReadThings } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';

/** Putting a plate away on the device. Loose goods are not in its copy, so of those nothing is said here. */
export const putOnDevice = deviceOperation({
  operation: put,
  facts: putFacts,
  decide: decidePut,
  causedBy: (body, read) => (body.licensePlate === undefined ? null : read.makerOfPlate(body.licensePlate)),
  effects: (_command, { work }) => (work.isDone ? [{ does: 'close-work' as const, work: work.id }] : []),
});

async function putFacts({ body, warehouse }: Command<PutBody>, read: ReadThings): Promise<PutFacts | null> {
  const { licensePlate } = body;
  if (licensePlate === undefined || commandReference(licensePlate) !== null) return null;
  const plate = await read.thing('licensePlate', licensePlate);
  if (!plate) return null;
  const from = plate.location === null ? undefined : await read.thing('location', plate.location);
  const [work] = foundOf(await read.byCodes([snapshotCode.workOfPlate(licensePlate)]), 'work');
  return {
    plate: { number: licensePlate, warehouse },
    items: await itemsOn(plate, read),
    rows: plate.contents.map((content) => ({
      ...content,
      location: plate.location ?? '',
      licensePlate,
      reservedBase: 0,
    })),
    fromType: from?.type ?? null,
    to: (await read.thing('location', body.to)) ?? null,
    openWork: work?.key ?? null,
    isMoveNews: false,
    isTargetNews: false,
  };
}

async function itemsOn(plate: LicensePlateThing, read: ReadThings): Promise<ItemThing[]> {
  const keys = [...new Set(plate.contents.map((content) => content.item))];
  const items = await Promise.all(keys.map((key) => read.thing('item', key)));
  return items.filter((item) => item !== undefined);
}
