import type { Input } from '../../../pwa/engine/flow.ts';
import type { FlowView } from '../../../pwa/engine/view.ts';
import type { Words } from '../../../pwa/ui/words.ts';
import type { SimOrder } from '../outside/sim-erp.ts';
import type { Chance } from '../world/chance.ts';
import type { Counter } from './counter.ts';
import type { Floor } from './floor.ts';
import { outwardDeed } from './goods-out.ts';
import { type Label, plainLabel } from './labels.ts';

/** What a worker does next: scan a label, or give something by hand. */
export type Deed =
  | { readonly scan: Label }
  | { readonly give: Exclude<Input, { kind: 'scan' }> }
  /** Takes a picture. */
  | { readonly photo: true }
  /** There is nothing to do here. */
  | { readonly leave: true };

/** Who does it, and what they have before them. */
export interface Worker {
  readonly floor: Floor;
  readonly chance: Chance;
  /** The order that they are at. */
  readonly order: SimOrder | undefined;
  readonly counter: Counter;
}

/**
 * What a worker does at a step, from what the screen says: whatever it asks for most of the time, something else that it
 * offers now and then, and at times something that makes no sense. Knows what labels there are, and nothing of any flow.
 */
export async function nextDeed(view: FlowView, { floor, chance, order, counter }: Worker): Promise<Deed> {
  if (chance.happens(0.02)) return { scan: plainLabel(chance.pick(nonsense)) };
  if (view.canGoBack && chance.happens(0.02)) return { give: { kind: 'back' } };
  if (view.held !== null && chance.happens(0.8)) return { scan: plainLabel(view.held) };
  const known = isAsking(view) ? undefined : (outwardDeed(view, floor, chance) ?? (await counter.deed(view)));
  if (known) return known;
  const ways: { readonly weight: number; readonly deed: () => Deed }[] = [];
  const can = (kind: (typeof view.accepts)[number]): boolean => view.accepts.includes(kind);
  const { large } = view.prompt;
  const shown = (pattern: RegExp): string | null => {
    const text = typeof large === 'string' ? large.replaceAll(/\s/g, '') : '';
    return pattern.test(text) ? text : null;
  };
  if (can('document') && !can('unknown')) {
    ways.push({ weight: 30, deed: () => ({ scan: floor.arrival() }) });
  }
  // Where a number is asked for, the item again counts one more; where a plate will do, nearly everything has one.
  const itemWeight = view.entry ? 1 : can('licensePlate') ? 1 : 12;
  if (can('item')) ways.push({ weight: itemWeight, deed: () => ({ scan: floor.goodsLabel(order) }) });
  if (can('licensePlate')) {
    const plate = shown(/^\d{18}$/);
    const scan = () => (plate ? floor.plateLabel(plate) : plateFor(view, floor, chance));
    ways.push({ weight: plate ? 20 : 8, deed: () => ({ scan: scan() }) });
  }
  if (can('location')) {
    const location = shown(/^[A-Z]+-\d/);
    if (location) ways.push({ weight: 12, deed: () => ({ scan: plainLabel(location) }) });
    ways.push({ weight: can('item') ? 1 : 4, deed: () => ({ scan: plainLabel(chance.pick(floor.locations)) }) });
    if (!location) ways.push({ weight: can('item') ? 0 : 3, deed: () => ({ scan: plainLabel('DOCK-01') }) });
  }
  // Check digits can be typed where a location is to be scanned, but who knows them by heart?
  if (view.entry) ways.push({ weight: can('location') ? 1 : 10, deed: () => entryFor(view, floor, chance) });
  if (view.options.length > 0) {
    const isOnlyWay = view.accepts.length === 0 || isAsking(view);
    const weight = isOnlyWay ? 10 : 2;
    const deed = (): Deed => ({ give: { kind: 'choice', key: chance.pick(view.options).key } });
    if (isAsking(view)) return deed();
    ways.push({ weight, deed });
  }
  if (view.takesPhotos) ways.push({ weight: 12, deed: () => ({ photo: true }) });
  for (const { name, emphasis } of view.actions) {
    const weight = emphasis === 'primary' ? 8 : 1;
    ways.push({ weight, deed: () => ({ give: { kind: 'action', name } }) });
  }
  return pickWeighted(ways, chance)?.deed() ?? { give: { kind: 'back' } };
}

/** One code means several things, and the screen asks which. */
function isAsking({ prompt }: FlowView): boolean {
  return keyOf(prompt.ask) === 'flow.whichOne';
}

const nonsense: readonly string[] = [
  '',
  'HELLO',
  '☃',
  '%UNDO',
  '%UNDO',
  '%CANCEL',
  '99999',
  ']C1',
  'A'.repeat(300),
  '(01)12345',
];

/** While receiving, a fresh label or one that stands there; while putting away, a plate that waits. */
function plateFor(view: FlowView, floor: Floor, chance: Chance): Label {
  const isReceiving = view.flow.startsWith('receive');
  return isReceiving && chance.happens(0.7) ? floor.printedPlate() : floor.plateLabel(floor.anyPlate());
}

function entryFor({ entry, prompt }: FlowView, floor: Floor, chance: Chance): Deed {
  if (entry?.kind === 'number') {
    const item = typeof prompt.about === 'string' ? floor.itemNamed(prompt.about) : undefined;
    const quantities =
      item?.tracking === 'serial' ? [1, 1, 2, 3] : [1, 1, 2, 3, 5, 12, ...(item?.decimals ? [0.1, 0.25] : [])];
    const quantity = entry.suggested ?? chance.pick(quantities);
    const unit = chance.happens(0.8) ? (entry.units[0] ?? 'pcs') : chance.pick(entry.units);
    return { give: { kind: 'number', quantity, unit } };
  }
  if (entry?.kind === 'date') {
    const lot = prompt.details?.find(({ label }) => label === 'receive.lot')?.value;
    return { give: { kind: 'date', date: floor.expiryOf(typeof lot === 'string' ? lot : 'L1') } };
  }
  const isSerial = entry?.label === 'receive.serial';
  const text = isSerial ? floor.serial() : floor.lot();
  return chance.happens(0.5) ? { scan: plainLabel(text) } : { give: { kind: 'text', text } };
}

function keyOf(words: Words): string | undefined {
  return typeof words === 'string' ? undefined : words.key;
}

function pickWeighted<T extends { readonly weight: number }>(ways: readonly T[], chance: Chance): T | undefined {
  const sum = ways.reduce((total, { weight }) => total + weight, 0);
  if (sum === 0) return undefined;
  let rest = chance.integer(1, sum);
  return ways.find(({ weight }) => {
    rest -= weight;
    return rest <= 0;
  });
}
