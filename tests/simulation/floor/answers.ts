import type { Input } from '../../../pwa/engine/flow.ts';
import type { FlowView } from '../../../pwa/engine/view.ts';
import type { Chance } from '../world/chance.ts';
import type { Floor } from './floor.ts';

/** What a worker does next: scan a code, or give something by hand. */
export type Deed = { readonly scan: string } | { readonly give: Exclude<Input, { kind: 'scan' }> };

/**
 * What a worker does at a step, from what the screen says: whatever it asks for most of the time, something else that it
 * offers now and then, and at times something that makes no sense. Knows nothing of any flow.
 */
export function nextDeed(view: FlowView, floor: Floor, chance: Chance, order: string | undefined): Deed {
  if (chance.happens(0.02)) return { scan: chance.pick(nonsense) };
  if (view.canGoBack && chance.happens(0.02)) return { give: { kind: 'back' } };
  if (view.held !== null && chance.happens(0.8)) return { scan: view.held };
  const ways: { readonly weight: number; readonly deed: () => Deed }[] = [];
  const can = (kind: (typeof view.accepts)[number]): boolean => view.accepts.includes(kind);
  const { large } = view.prompt;
  const shown = (pattern: RegExp): string | null => (typeof large === 'string' && pattern.test(large) ? large : null);
  if (can('document')) ways.push({ weight: 8, deed: () => ({ scan: anyOrder(floor, chance) }) });
  // Where a number is asked for, the item again counts one more.
  if (can('item')) ways.push({ weight: view.entry ? 1 : 12, deed: () => ({ scan: floor.itemCode(order) }) });
  if (can('licensePlate')) {
    const plate = shown(/^\d{18}$/);
    ways.push({ weight: plate ? 20 : 8, deed: () => ({ scan: plate ?? plateFor(view, floor, chance) }) });
  }
  if (can('location')) {
    const location = shown(/^[A-Z]+-\d/);
    if (location) ways.push({ weight: 12, deed: () => ({ scan: location }) });
    ways.push({ weight: can('item') ? 1 : 4, deed: () => ({ scan: chance.pick(floor.locations) }) });
    if (!location) ways.push({ weight: can('item') ? 0 : 3, deed: () => ({ scan: 'DOCK-01' }) });
  }
  // Check digits can be typed where a location is to be scanned, but who knows them by heart?
  if (view.entry) ways.push({ weight: can('location') ? 1 : 10, deed: () => ({ give: entryFor(view, chance) }) });
  if (view.options.length > 0) {
    const weight = view.accepts.length === 0 ? 10 : 2;
    ways.push({ weight, deed: () => ({ give: { kind: 'choice', key: chance.pick(view.options).key } }) });
  }
  for (const { name, emphasis } of view.actions) {
    const weight = emphasis === 'primary' ? 8 : 1;
    ways.push({ weight, deed: () => ({ give: { kind: 'action', name } }) });
  }
  return pickWeighted(ways, chance)?.deed() ?? { give: { kind: 'back' } };
}

const nonsense: readonly string[] = [
  '',
  'HELLO',
  '☃',
  '%UNDO',
  '%CANCEL',
  '99999',
  ']C1',
  'A'.repeat(300),
  '(01)12345',
];

function anyOrder(floor: Floor, chance: Chance): string {
  return floor.orders.length === 0 ? 'SO-1' : chance.pick(floor.orders).orderNumber;
}

/** While receiving, a fresh label; while putting away, a plate that waits. */
function plateFor(view: FlowView, floor: Floor, chance: Chance): string {
  const isReceiving = view.flow === 'receive';
  return isReceiving && chance.happens(0.8) ? floor.printedPlate() : floor.anyPlate();
}

function entryFor({ entry }: FlowView, chance: Chance): Exclude<Input, { kind: 'scan' }> {
  if (entry?.kind === 'number') {
    const quantity = entry.suggested ?? chance.pick([1, 1, 2, 3, 5, 12]);
    return {
      kind: 'number',
      quantity,
      unit: chance.happens(0.8) ? (entry.units[0] ?? 'pcs') : chance.pick(entry.units),
    };
  }
  if (entry?.kind === 'date') return { kind: 'date', date: `2027-0${chance.integer(1, 9)}-15` };
  return { kind: 'text', text: `L${chance.integer(1, 5)}` };
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
