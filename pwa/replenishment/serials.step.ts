import { problem } from '#shared/kernel/problem.ts';
import { fromBase, totalBase } from '#shared/kernel/quantity.ts';
import { leftBase } from '#shared/ledger/pick-work.ts';
import { serialsShown } from '#shared/ledger/picked-serials.ts';
import type { PlateContent } from '#shared/ledger/thing.ts';
import { type FlowStep, go, refuse, say, type Verdict, type World } from '../engine/flow.ts';
import { serialEntry } from '../engine/serial-entry.ts';
import { words } from '../ui/words.ts';
import { booked } from './booked.ts';
import type { FillPieces, FillStates } from './fill.states.ts';
import { type Fill, fillGone, fillNeeds, fillOf, fillPrompt } from './fill.ts';

/** As many pieces as are named that stand on the plate still. */
const listed = 8;

/** Each piece by its serial number. As soon as as many are scanned as are waited for, they are taken. */
export const serialsStep: FlowStep<FillStates, FillPieces> = {
  prompt: (state, world) => {
    const fill = fillOf(state, world);
    if (!fill) return fillGone;
    const { line } = fill;
    const of = fromBase(leftBase(line), line.decimals);
    const left = onPlate(state, world).filter(({ serial }) => !state.serials.includes(serial));
    const rows = [
      ...left.slice(0, listed).map(({ serial }) => ({ title: serial })),
      ...state.serials.map((serial) => ({ title: serial, tone: 'good' as const })),
    ];
    return fillPrompt(fill, {
      ask: words('receive.scanSerial'),
      large: words('pick.onlySome', { some: state.serials.length, of, unit: line.baseUnit }),
      ...(rows.length > 0 && { rows }),
    });
  },
  needs: (state) => [...fillNeeds(state), ...(state.standsOn === '' ? [] : [{ goodsOn: state.standsOn }])],
  ...serialEntry(takeSerial),
  actions: {
    whole: {
      label: 'fill.wholePlate',
      when: (state, world) => {
        const fill = fillOf(state, world);
        return fill !== null && state.licensePlate !== null && isAllFree(fill, onPlate(state, world));
      },
      run: (state, world) => {
        const fill = fillOf(state, world);
        if (!fill) return say('fill.gone');
        return bookedWhole(state, fill, onPlate(state, world));
      },
    },
    less: {
      label: 'pick.notEnough',
      run: (state, world) => {
        const decimals = fillOf(state, world)?.line.decimals ?? 0;
        return go('less', { ...state, quantityBase: state.serials.length * 10 ** decimals });
      },
    },
  },
};

/** A piece more. */
export function takeSerial(state: FillPieces, serial: string, world: World): Verdict<FillStates> {
  const fill = fillOf(state, world);
  if (!fill) return say('fill.gone');
  const { line } = fill;
  if (state.serials.includes(serial)) return say('pick.serialTwice', { serial });
  const there = onPlate(state, world);
  if (there.length > 0 && !there.some((one) => one.serial === serial)) {
    const params = { serial, location: line.location, expected: serialsShown(there) };
    return refuse(problem('picking.serial_missing', params));
  }
  const serials = [...state.serials, serial];
  const quantityBase = serials.length * 10 ** line.decimals;
  const isEnough = quantityBase >= leftBase(line);
  return isEnough ? booked({ ...state, serials, quantityBase }, fill, null) : go('serials', { ...state, serials });
}

/** All of a plate, which one scan stands for. */
export function bookedWhole(state: FillPieces, fill: Fill, contents: readonly PlateContent[]): Verdict<FillStates> {
  const quantityBase = contents.reduce((sum, one) => sum + one.quantityBase, 0);
  return booked({ ...state, serials: contents.map(({ serial }) => serial), quantityBase }, fill, null);
}

/** The pieces on the plate that they stand on, as far as the device knows it. */
function onPlate({ standsOn, item }: FillPieces, world: World): readonly PlateContent[] {
  const plate = standsOn === '' ? undefined : world.thing('licensePlate', standsOn);
  return (plate?.contents ?? []).filter((one) => one.item === item);
}

/** Nobody else is promised anything of a plate: it can go along as it is, without a scan of each piece. */
export function isAllFree({ line }: Fill, contents: readonly Pick<PlateContent, 'quantityBase'>[]): boolean {
  const thereBase = totalBase(contents);
  return thereBase > 0 && thereBase === leftBase(line) + (line.moreBase ?? 0);
}
