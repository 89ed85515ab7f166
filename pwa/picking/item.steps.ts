import { problem } from '#shared/kernel/problem.ts';
import { itemKey, itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { leftBase } from '#shared/ledger/pick-work.ts';
import { isProblem, readQuantity } from '#shared/ledger/stock-item.ts';
import type { ItemThing } from '#shared/ledger/thing.ts';
import type { ItemScan, LabelDetails } from '#shared/scan/scan.ts';
import { again, type FlowStep, go, type Prompt, refuse, say, type Verdict, type World } from '../engine/flow.ts';
import { serialEntry } from '../engine/serial-entry.ts';
import { words } from '../ui/words.ts';
import type { AtLine, PickStates, Taking } from './pick.states.ts';
import { nextFor, takePlate, takingAt, tooMuch, withLabel } from './taking.ts';
import { toteDetail } from './tote.ts';
import { detailsOf, lineNeeds, progressOf, type Stop, shownLeft, stopOf, worksOf } from './walk.ts';

/** What every step at a stop shows: how much of what, for whom, and how far the walk is. */
export function stopPrompt(state: AtLine, world: World, ask: Prompt['ask'], large?: Prompt['large']): Prompt {
  const stop = stopOf(state, world);
  if (!stop) return { ask: words('pick.gone') };
  const { line } = stop;
  return {
    ask,
    large: large ?? shownLeft(line),
    about: `${line.itemNumber} · ${line.description}`,
    details: [{ label: 'lookUp.location', value: line.location }, ...detailsOf(stop), ...toteDetail(state, world)],
    ...progressOf(worksOf(state, world)),
  };
}

/** Are these the goods? Any of their barcodes says so, and so does the plate they stand on. */
export const itemStep: FlowStep<PickStates, AtLine> = {
  counts: true,
  prompt: (state, world) => {
    const line = stopOf(state, world)?.line;
    const isOnPlate = line !== undefined && line.licensePlate !== '';
    return stopPrompt(state, world, words(isOnPlate ? 'pick.scanPlateOrItem' : 'pick.scanItem'));
  },
  needs: (state, input) => {
    const needs = lineNeeds(state);
    if (input?.kind !== 'scan' || input.scan.kind !== 'licensePlate' || !input.scan.known) return needs;
    return [...needs, { goodsOn: input.scan.licensePlate }];
  },
  scan: {
    item: (state, scan, world) => takeItem(state, scan, world),
    licensePlate: (state, { licensePlate, known }, world) => {
      if (known) return takePlate(state, licensePlate, world);
      const expected = stopOf(state, world)?.line.licensePlate || '–';
      return refuse(problem('picking.wrong_plate', { expected, got: licensePlate }));
    },
  },
  actions: {
    less: {
      label: 'pick.notThere',
      run: (state) => go('less', { ...takingAt(state), quantityBase: 0 }),
    },
    other: { label: 'pick.otherStop', run: ({ work: _work, line: _line, item: _item, ...way }) => go('walk', way) },
  },
};

function takeItem(state: AtLine, scan: ItemScan, world: World): Verdict<PickStates> {
  const stop = stopOf(state, world);
  if (!stop) return say('pick.gone');
  const { line } = stop;
  const key = itemKey(scan.sourceSystem ?? sourceSystemOf(line.item), scan.item);
  const item = world.thing('item', key);
  const isSubstitute = key !== line.item && line.substitutes.includes(key);
  if (!item || (key !== line.item && !isSubstitute)) {
    return refuse(problem('picking.wrong_item', { expected: itemNumberOf(line.item), got: scan.item }));
  }
  if (isSubstitute && !world.isConfirmed) {
    return again('pick.substitute', { item: scan.item, ordered: itemNumberOf(line.item) });
  }
  const taking = withLabel({ ...takingAt(state), item: key, isSubstitute }, scan);
  const counted = countedBase(item, scan);
  if (isProblem(counted)) return refuse(counted);
  if (counted > leftBase(line)) return tooMuch(counted, stop);
  return nextFor({ ...taking, countedBase: counted }, item, stop, world);
}

/** What one scan of a barcode stands for; the number of an item stands for no quantity. */
function countedBase(item: ItemThing, { unit, quantity = 1, count = 1 }: ItemScan) {
  return unit === undefined ? 0 : readQuantity(item, quantity * count, unit);
}

/** Which lot is taken? */
export const lotStep: FlowStep<PickStates, Taking> = {
  prompt: (state, world) => {
    const lot = stopOf(state, world)?.line.lot;
    return stopPrompt(state, world, words('receive.scanLot'), lot || undefined);
  },
  needs: lineNeeds,
  scan: {
    details: (state, scan, world) => takeLabel(state, scan, world),
    item: (state, scan, world) => takeLabel(state, scan, world),
    unknown: (state, scan, world) =>
      scan.refused ? say(scan.code, scan.params) : takeLabel(state, { ...scan, lot: scan.lot ?? scan.text }, world),
  },
  enter: {
    kind: 'text',
    label: 'receive.lot',
    maxLength: 64,
    run: (state, text, world) => takeLabel(state, { lot: text.trim(), text }, world),
  },
};

function takeLabel(state: Taking, scan: LabelDetails & { readonly text: string }, world: World): Verdict<PickStates> {
  const stop = stopOf(state, world);
  const item = world.thing('item', state.item);
  if (!stop || !item) return say('pick.gone');
  if (scan.lot === undefined) return say('receive.labelSaysNothing', { text: scan.text });
  return nextFor(withLabel(state, scan), item, stop, world);
}

/** Each piece by its serial number. A number that another stop at this place asks for is that stop's. */
export const serialsStep: FlowStep<PickStates, Taking> = {
  prompt: (state, world) => {
    const line = stopOf(state, world)?.line;
    const prompt = stopPrompt(state, world, words('receive.scanSerial'), line?.serial || undefined);
    const rows = state.serials.map((serial) => ({ title: serial, tone: 'good' as const }));
    return { ...prompt, ...(rows.length > 0 && { rows }) };
  },
  needs: lineNeeds,
  ...serialEntry(takeSerial),
  actions: {
    less: {
      label: 'pick.notThere',
      run: (state, world) => {
        const decimals = stopOf(state, world)?.line.decimals ?? 0;
        return go('less', { ...state, quantityBase: state.serials.length * 10 ** decimals });
      },
    },
  },
};

function takeSerial(state: Taking, serial: string, world: World): Verdict<PickStates> {
  const stop = stopOf(state, world);
  const item = world.thing('item', state.item);
  if (!stop || !item) return say('pick.gone');
  if (state.serials.includes(serial)) return say('pick.serialTwice', { serial });
  const meant = withSerial(state, stop, serial, world);
  if (!meant) {
    return refuse(problem('picking.wrong_serial', { expected: stop.line.serial || '–', got: serial }));
  }
  const { state: at, stop: there } = meant;
  return nextFor({ ...at, serials: [...at.serials, serial] }, item, there, world);
}

/** The stop that a serial number belongs to: this one, another at the same place, or this one instead of its own. */
function withSerial(state: Taking, stop: Stop, serial: string, world: World) {
  const { line, work } = stop;
  if (line.serial === serial || line.serial === '') return { state, stop };
  const works = worksOf(state, world);
  for (const other of works) {
    const meant = other.lines.find(
      (each) => each.location === line.location && each.item === line.item && each.serial === serial,
    );
    const at = { ...state, work: other.work, line: meant?.line ?? 0 };
    const there = meant && stopOf(at, world);
    if (there) return { state: at, stop: there };
  }
  const isFree = line.alternatives.some((one) => one.location === line.location && one.serial === serial);
  return isFree && !line.isLotFixed ? { state: { ...state, work: work.work }, stop } : null;
}
