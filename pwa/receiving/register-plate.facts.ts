import type { Command } from '#shared/command/envelope.ts';
import { standardSettings } from '#shared/ledger/source-system-settings.ts';
import type { ExpectedLineThing, ExpectedPlateThing, InboundLoadThing } from '#shared/ledger/thing.ts';
import type { ReceivingLine } from '#shared/receiving/facts.ts';
import type { RegisterPlatePlan } from '#shared/receiving/plan-plates.ts';
import type { ExpectedLine, ExpectedPlate, PlateFacts } from '#shared/receiving/plate-facts.ts';
import type { RegisterPlateBody } from '#shared/receiving/register-body.ts';
import { firstDock, standing } from '../store/dock.ts';
import type { Effect } from '../store/effects.ts';
import { foundOf, type ReadThings } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { lineOnLoad, receivingLine, receivingOrder } from './order-facts.ts';
import { registeredEffects } from './registered.ts';

/** What a whole announced plate is judged by on the device; null where its copy does not know all of it. */
export async function plateFacts(
  { body, warehouse }: Command<RegisterPlateBody>,
  read: ReadThings,
): Promise<PlateFacts | null> {
  const plate = await read.thing('expectedPlate', body.licensePlate);
  const load = plate && (await read.thing('inboundLoad', plate.load));
  if (!plate || !load) return null;
  const onLoad = foundOf(await read.byCodes([snapshotCode.expectedOn(plate.load)]), 'expectedPlate');
  const family = plateFamily(
    plate,
    onLoad.map(({ value }) => value),
  );
  const keys = new Set(family.flatMap(({ lines }) => lines.map(({ order }) => order)));
  const orders = (await Promise.all([...keys].map((key) => read.thing('inboundOrder', key)))).filter(
    (order) => order !== undefined,
  );
  const dock = body.location === undefined ? await firstDock(read) : await read.thing('location', body.location);
  const plates = await Promise.all(family.map((each) => expectedPlate(each, load, warehouse, read)));
  if (orders.length < keys.size || plates.includes(null)) return null;
  return {
    load: { number: load.load, warehouse, status: 'open' },
    plates: plates.filter((each) => each !== null),
    orders: orders.map((order) => receivingOrder(order, warehouse)),
    settings: { ...standardSettings, ...orders[0]?.settings },
    location: dock ? { code: dock.code, type: dock.type, isActive: dock.isActive } : null,
    serialsInStock: [],
    isPlateNews: false,
    isOrderNews: false,
    registeredSinceBase: 0,
  };
}

/** A plate and all that are announced to stand on it; what carries comes before what it carries. */
export function plateFamily(plate: ExpectedPlateThing, onLoad: readonly ExpectedPlateThing[]): ExpectedPlateThing[] {
  const family = [plate];
  for (const carrier of family) {
    const children = onLoad.filter(({ parent }) => parent === carrier.licensePlate);
    family.push(...children.filter((child) => !family.includes(child)));
  }
  return family;
}

async function expectedPlate(
  { licensePlate, parent, lines }: ExpectedPlateThing,
  load: InboundLoadThing,
  warehouse: string,
  read: ReadThings,
): Promise<ExpectedPlate | null> {
  const known = await Promise.all(lines.map((line) => expectedLine(line, load, read)));
  if (known.includes(null)) return null;
  const seen = await read.thing('licensePlate', licensePlate);
  const plate = await standing(licensePlate, warehouse, read);
  return { licensePlate, parent, standsOn: seen?.parent ?? null, plate, lines: known.filter((line) => line !== null) };
}

async function expectedLine(
  { order: orderKey, line: lineNumber, item: itemKey, ...expected }: ExpectedLineThing,
  load: InboundLoadThing,
  read: ReadThings,
): Promise<ExpectedLine | null> {
  const item = await read.thing('item', itemKey);
  const order = await read.thing('inboundOrder', orderKey);
  const ordered = order?.lines.find((each) => each.line === lineNumber);
  if (!item) return null;
  const line: ReceivingLine | null =
    order && ordered ? { ...receivingLine(order, ordered), onLoad: lineOnLoad(load, orderKey, lineNumber) } : null;
  // The rest of a lot's life is for the server to judge: a device does not keep every lot.
  return { ...expected, item, shelfLife: null, lotFacts: null, line, order: orderKey, lineNumber };
}

/** Everything announced is in, and waits to be put away. */
export function plateEffects(command: Command<RegisterPlateBody>, plan: RegisterPlatePlan): Effect[] {
  const { id } = command;
  const registered = plan.plates.flatMap(({ licensePlate, registrations }) =>
    registrations.map((one) => ({
      order: one.line.order,
      registration: one.id,
      command: id,
      line: one.line.line,
      item: one.line.item,
      quantityBase: one.quantityBase,
      licensePlate,
      lot: one.lot,
      load: plan.load,
      expectedLine: one.expectedLine,
    })),
  );
  return [
    ...registeredEffects(registered),
    ...plan.plates.map(({ licensePlate }): Effect => ({ does: 'receive-plate', licensePlate })),
    ...plan.works
      .filter(({ isNew }) => isNew)
      .map(
        ({ id: work, licensePlate }): Effect => ({
          does: 'open-work',
          work: {
            ...{ work, type: 'putaway', status: 'open', licensePlate, item: null },
            ...{ fromLocation: plan.location, toLocation: null, command: id },
          },
        }),
      ),
  ];
}
