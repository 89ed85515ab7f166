import { invariant } from '#shared/kernel/invariant.ts';
import type { ThingKind, Things } from '#shared/ledger/thing.ts';
import type { FoundThing, ReadThings } from '../store/read-things.ts';
import type { Need, World } from './flow.ts';

/** What is true of the surroundings at a moment, without looking anything up. */
export type Surroundings = Pick<
  World,
  'today' | 'nowMs' | 'nextPlate' | 'checkDigits' | 'warehouse' | 'operator' | 'syncedAtMs' | 'asked'
>;

/** What was looked up for a question, by what was needed: nothing is looked up twice for the same one. */
export type Looked = Map<string, Promise<readonly LookedUp[]>>;

interface LookedUp {
  /** A thing's own key with its kind, or the code of a list. */
  readonly key: string;
  /** Undefined: there is no such thing. */
  readonly value: unknown;
}

/** Looks up what a step asked for, together with what was scanned. Reading anything else of the answer throws. */
export async function worldOf(
  things: ReadThings,
  surroundings: Surroundings | Promise<Surroundings>,
  needs: readonly Need[],
  found: readonly FoundThing[] = [],
  looked: Looked = new Map(),
): Promise<World> {
  const [around, ...answers] = await Promise.all([
    surroundings,
    ...needs.map((need) => lookedUp(things, need, looked)),
  ]);
  // What was scanned comes last: it was looked up just now.
  const scanned = found.map(({ kind, key, value }) => ({ key: keyOf(kind, key), value }));
  const known = new Map<string, unknown>([...answers.flat(), ...scanned].map(({ key, value }) => [key, value]));
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
      const listed = known.get(listKey(code));
      invariant(listed, `the step reads the list ${code} without asking for it in its needs`);
      return listed as readonly FoundThing[];
    },
  };
}

function lookedUp(things: ReadThings, need: Need, looked: Looked): Promise<readonly LookedUp[]> {
  const name = nameOf(need);
  const answer = looked.get(name) ?? lookUp(things, need);
  looked.set(name, answer);
  return answer;
}

/** Plates that the warehouse has not seen, as it was found out already. */
export function withoutPlates(looked: Looked, numbers: readonly string[]): Looked {
  const none = numbers.map((key) => {
    const need: Need = { kind: 'licensePlate', key };
    return [nameOf(need), Promise.resolve([{ key: keyOf('licensePlate', key), value: undefined }])] as const;
  });
  return new Map([...looked, ...none]);
}

function nameOf(need: Need): string {
  return JSON.stringify(need);
}

async function lookUp(things: ReadThings, need: Need): Promise<readonly LookedUp[]> {
  if ('list' in need) return [{ key: listKey(need.list), value: await things.byCodes([need.list]) }];
  if ('goodsOn' in need) return goodsOn(things, need.goodsOn);
  if ('ordersOn' in need) return ordersOn(things, need.ordersOn);
  if ('placesOf' in need) return placesOf(things, need.placesOf);
  if ('shipmentOf' in need) return shipmentOf(things, need.shipmentOf);
  return 'kind' in need ? all(things, need.kind, [need.key]) : [];
}

/** A plate, those nested in it, and the items on all of them. */
async function goodsOn(things: ReadThings, licensePlate: string): Promise<LookedUp[]> {
  const plate = await one(things, 'licensePlate', licensePlate);
  const nested = plate.value?.nested ?? [];
  const plates = [plate, ...(await Promise.all(nested.map((number) => one(things, 'licensePlate', number))))];
  const items = new Set(plates.flatMap(({ value }) => value?.contents ?? []).map(({ item }) => item));
  return [...plates, ...(await all(things, 'item', items))];
}

/** A load and the orders on it. */
async function ordersOn(things: ReadThings, number: string): Promise<LookedUp[]> {
  const load = await one(things, 'inboundLoad', number);
  const orders = (load.value?.orders ?? []).map(({ order }) => order);
  return [load, ...(await all(things, 'inboundOrder', orders))];
}

/** Pick work and the places where its goods are. */
async function placesOf(things: ReadThings, number: string): Promise<LookedUp[]> {
  const work = await one(things, 'pickWork', number);
  const places = new Set((work.value?.lines ?? []).map(({ location }) => location));
  return [work, ...(await all(things, 'location', places))];
}

/** Pick work and its shipment: the rest of one that left without it is another. */
async function shipmentOf(things: ReadThings, number: string): Promise<LookedUp[]> {
  const work = await one(things, 'pickWork', number);
  const shipment = work.value?.shipment ?? null;
  return shipment === null ? [work] : [work, await one(things, 'shipment', shipment)];
}

function all(things: ReadThings, kind: ThingKind, keys: Iterable<string>): Promise<LookedUp[]> {
  return Promise.all([...keys].map((key) => one(things, kind, key)));
}

async function one<Kind extends ThingKind>(things: ReadThings, kind: Kind, key: string) {
  return { key: keyOf(kind, key), value: await things.thing(kind, key) };
}

function listKey(code: string): string {
  return `list ${code}`;
}

function keyOf(kind: ThingKind, key: string): string {
  return `${kind} ${key}`;
}
