import { problem } from '#shared/kernel/problem.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import { isProblem, readQuantity } from '#shared/ledger/stock-item.ts';
import type { ItemThing, PlateContent } from '#shared/ledger/thing.ts';
import type { ItemScan } from '#shared/scan/scan.ts';
import { countedIn } from '../engine/counted-scan.ts';
import { type FlowStep, go, type Need, refuse, say, type Verdict, type World } from '../engine/flow.ts';
import { contentsOf, whatIsOn } from '../engine/goods-on-plate.ts';
import { lastSerials, serialEntry } from '../engine/serial-entry.ts';
import { grouped } from '../ui/grouped.ts';
import { amount, words } from '../ui/words.ts';
import type { AtItem, AtPlace, MoveStates, Nowhere } from './move.states.ts';

/** Which of the goods there, or on the plate? */
export const goodsStep: FlowStep<MoveStates, AtPlace> = {
  prompt: ({ from, licensePlate }) => ({
    ask: words(licensePlate === null ? 'move.scanItemOrPlate' : 'move.scanItem'),
    large: from,
    ...(licensePlate !== null && { details: [{ label: 'putAway.plate' as const, value: grouped(licensePlate) }] }),
  }),
  needs: ({ licensePlate }, input) => {
    const scanned = input?.kind === 'scan' && input.scan.kind === 'licensePlate' ? input.scan : null;
    const plates = [licensePlate, scanned?.known ? scanned.licensePlate : null];
    return plates.flatMap((each) => (each === null ? [] : [{ goodsOn: each }]));
  },
  scan: {
    item: (state, scan, world) => {
      const item = world.thing('item', itemKey(scan.sourceSystem ?? '', scan.item));
      return item
        ? nextFor({ ...state, ...scannedItem(item, scan) }, item, world)
        : say('item.unknown', { item: scan.item });
    },
    licensePlate: ({ from }, { licensePlate, known }, world) => {
      const plate = known ? world.thing('licensePlate', licensePlate) : undefined;
      if (!plate) return say('inventory.plate_unknown', { licensePlate: grouped(licensePlate) });
      const contents = contentsOf(plate, world);
      if (plate.location !== from || contents.length === 0) {
        return refuse(problem('inventory.plate_not_there', { licensePlate: grouped(licensePlate), location: from }));
      }
      return plateTaken(from, licensePlate, contents);
    },
  },
};

/** A plate with all that is on it is in hand. */
export function plateTaken(from: string, licensePlate: string, contents: readonly PlateContent[]): Verdict<MoveStates> {
  const what = whatIsOn(contents);
  return go('where', { goods: { kind: 'plate' as const, from, licensePlate }, what }, what);
}

/** What a label says of an item. */
export function scannedItem({ key, number, description, baseUnit }: ItemThing, scan: ItemScan): Nowhere {
  return {
    item: key,
    description: `${number} · ${description}`,
    unit: scan.unit ?? baseUnit,
    lot: scan.lot ?? null,
    serials: scan.serial === undefined ? [] : [scan.serial],
  };
}

/** The lot where the item has any and more than one may be meant; then each serial number, or how many. */
export function nextFor(state: AtItem, item: ItemThing, world: World): Verdict<MoveStates> {
  const lot = state.lot ?? onlyLot(state, world);
  const known = { ...state, lot };
  if (item.isLotTracked && lot === null) return go('lot', known, state.description);
  return item.isSerialTracked ? go('serials', known, state.description) : go('quantity', known, state.description);
}

/** The lot of what is on the plate, where it is one. */
function onlyLot({ licensePlate, item }: AtItem, world: World): string | null {
  const plate = licensePlate === null ? undefined : world.thing('licensePlate', licensePlate);
  const lots = new Set((plate?.contents ?? []).filter((each) => each.item === item).map(({ lot }) => lot));
  const [lot = ''] = lots;
  return lots.size === 1 && lot !== '' ? lot : null;
}

/** The item, and what is on the plate. */
function itemNeeds({ item, licensePlate }: AtItem): Need[] {
  return [{ kind: 'item', key: item }, ...(licensePlate === null ? [] : [{ goodsOn: licensePlate }])];
}

/** Which lot is it? */
export const lotStep: FlowStep<MoveStates, AtItem> = {
  prompt: ({ description }) => ({ ask: words('receive.scanLot'), about: description }),
  needs: itemNeeds,
  scan: {
    details: (state, { lot, text }, world) => takeLot(state, lot ?? text, world),
    unknown: (state, scan, world) =>
      scan.refused ? say(scan.code, scan.params) : takeLot(state, scan.lot ?? scan.text, world),
  },
  enter: { kind: 'text', label: 'receive.lot', maxLength: 64, run: takeLot },
};

function takeLot(state: AtItem, text: string, world: World): Verdict<MoveStates> {
  const item = world.thing('item', state.item);
  const lot = text.trim();
  return item && lot !== '' ? nextFor({ ...state, lot }, item, world) : say('flow.notOffered');
}

/** Each piece by its serial number. */
export const serialsStep: FlowStep<MoveStates, AtItem> = {
  prompt: (state, world) => ({
    ask: words('receive.scanSerial'),
    ...(state.serials.length > 0 && { large: amount(state.serials.length, unitOf(state, world)) }),
    about: state.description,
    rows: lastSerials(state.serials),
  }),
  needs: itemNeeds,
  ...serialEntry<MoveStates, AtItem>((state, serial) =>
    state.serials.includes(serial)
      ? say('pick.serialTwice', { serial })
      : go('serials', { ...state, serials: [...state.serials, serial] }, serial),
  ),
  actions: {
    done: {
      label: 'count.allSerials',
      emphasis: 'primary',
      when: ({ serials }) => serials.length > 0,
      run: (state, world) => taken(state, { quantity: state.serials.length, unit: unitOf(state, world) }),
    },
  },
};

function unitOf(state: AtItem, world: World): string {
  return world.thing('item', state.item)?.baseUnit ?? state.unit;
}

/** How many of them? */
export const quantityStep: FlowStep<MoveStates, AtItem> = {
  prompt: ({ description, from, lot }) => ({
    ask: words('move.howMany'),
    about: description,
    details: [
      { label: 'putAway.from', value: from },
      ...(lot === null ? [] : [{ label: 'receive.lot' as const, value: lot }]),
    ],
  }),
  needs: itemNeeds,
  enter: {
    kind: 'number',
    ...countedIn<AtItem>(({ unit }) => unit),
    run: (state, entered, world) => {
      const item = world.thing('item', state.item);
      if (!item) return say('item.unknown', { item: state.item });
      const quantityBase = readQuantity(item, entered.quantity, entered.unit);
      return isProblem(quantityBase) ? refuse(quantityBase) : taken(state, entered);
    },
  },
};

function taken(
  { from, licensePlate, item, lot, serials, description }: AtItem,
  { quantity, unit }: { readonly quantity: number; readonly unit: string },
): Verdict<MoveStates> {
  const goods = { kind: 'part', from, licensePlate, item, lot, serials, quantity, unit } as const;
  const what = amount(quantity, unit, description);
  return go('where', { goods, what }, what);
}
