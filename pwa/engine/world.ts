import { invariant } from '#shared/kernel/invariant.ts';
import type { ThingKind, Things } from '#shared/ledger/thing.ts';
import type { FoundThing, ReadThings } from '../store/read-things.ts';
import type { Need, World } from './flow.ts';

/** What is true of the surroundings at a moment, without looking anything up. */
export type Surroundings = Pick<
  World,
  'today' | 'nowMs' | 'nextPlate' | 'warehouse' | 'operator' | 'syncedAtMs' | 'asked'
>;

/** Looks up what a step asked for, together with what was scanned. Reading anything else of the answer throws. */
export async function worldOf(
  things: ReadThings,
  surroundings: Surroundings | Promise<Surroundings>,
  needs: readonly Need[],
  found: readonly FoundThing[] = [],
): Promise<World> {
  const known = new Map<string, unknown>(found.map((thing) => [keyOf(thing.kind, thing.key), thing.value]));
  const lists = new Map<string, readonly FoundThing[]>();
  const looking = Promise.all(
    needs.map(async (need) => {
      if ('list' in need) lists.set(need.list, await things.byCodes([need.list]));
      else if ('goodsOn' in need) await readGoods(things, need.goodsOn, known);
      else if ('ordersOn' in need) await readLoad(things, need.ordersOn, known);
      else if ('placesOf' in need) await readPlaces(things, need.placesOf, known);
      else if ('shipmentOf' in need) await readShipment(things, need.shipmentOf, known);
      else if ('kind' in need) known.set(keyOf(need.kind, need.key), await things.thing(need.kind, need.key));
    }),
  );
  const [around] = await Promise.all([surroundings, looking]);
  return {
    ...around,
    isConfirmed: false,
    plateState: (licensePlate) => things.plateState(licensePlate),
    thing: <Kind extends ThingKind>(kind: Kind, key: string) => {
      const wanted = keyOf(kind, key);
      invariant(known.has(wanted), `the step reads the ${kind} ${key} without asking for it in its needs`);
      return known.get(wanted) as Things[Kind] | undefined;
    },
    list: (code) => {
      const listed = lists.get(code);
      invariant(listed, `the step reads the list ${code} without asking for it in its needs`);
      return listed;
    },
  };
}

/** A plate, those nested in it, and the items on all of them. */
async function readGoods(things: ReadThings, licensePlate: string, known: Map<string, unknown>): Promise<void> {
  const plate = await things.thing('licensePlate', licensePlate);
  const nested = plate?.nested ?? [];
  const below = await Promise.all(nested.map((number) => things.thing('licensePlate', number)));
  known.set(keyOf('licensePlate', licensePlate), plate);
  for (const [index, number] of nested.entries()) known.set(keyOf('licensePlate', number), below[index]);
  const items = new Set([plate, ...below].flatMap((each) => each?.contents ?? []).map(({ item }) => item));
  await Promise.all([...items].map(async (item) => known.set(keyOf('item', item), await things.thing('item', item))));
}

/** A load and the orders on it. */
async function readLoad(things: ReadThings, number: string, known: Map<string, unknown>): Promise<void> {
  const load = await things.thing('inboundLoad', number);
  known.set(keyOf('inboundLoad', number), load);
  const keys = (load?.orders ?? []).map(({ order }) => order);
  await Promise.all(
    keys.map(async (key) => known.set(keyOf('inboundOrder', key), await things.thing('inboundOrder', key))),
  );
}

/** Pick work and the places where its goods are. */
async function readPlaces(things: ReadThings, work: string, known: Map<string, unknown>): Promise<void> {
  const thing = await things.thing('pickWork', work);
  known.set(keyOf('pickWork', work), thing);
  const places = new Set((thing?.lines ?? []).map(({ location }) => location));
  await Promise.all(
    [...places].map(async (code) => known.set(keyOf('location', code), await things.thing('location', code))),
  );
}

/** Pick work and its shipment: the rest of one that left without it is another. */
async function readShipment(things: ReadThings, work: string, known: Map<string, unknown>): Promise<void> {
  const thing = await things.thing('pickWork', work);
  known.set(keyOf('pickWork', work), thing);
  const shipment = thing?.shipment ?? null;
  if (shipment !== null) known.set(keyOf('shipment', shipment), await things.thing('shipment', shipment));
}

function keyOf(kind: ThingKind, key: string): string {
  return `${kind} ${key}`;
}
