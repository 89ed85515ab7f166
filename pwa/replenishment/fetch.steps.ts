import { problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemKey, itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { leftBase } from '#shared/ledger/pick-work.ts';
import { isProblem, readQuantity } from '#shared/ledger/stock-item.ts';
import { areCheckDigits } from '#shared/scan/check-digits.ts';
import { countedIn } from '../engine/counted-scan.ts';
import { type FlowStep, go, refuse, say, type Verdict, type World } from '../engine/flow.ts';
import { grouped } from '../ui/grouped.ts';
import { reasonOptions } from '../ui/reason-options.ts';
import { words } from '../ui/words.ts';
import { booked } from './booked.ts';
import type { AtFill, FillPieces, FillStates, FillTaken } from './fill.states.ts';
import { type Fill, fillGone, fillNeeds, fillOf, fillPrompt, shownBase, shownLeft } from './fill.ts';
import { bookedWhole, isAllFree, takeSerial } from './serials.step.ts';

/** There, in reserve. Its label is scanned, or its check digits typed; or the plate there. */
export const fetchStep: FlowStep<FillStates, FillStates['fetch']> = {
  prompt: (state, world) => {
    const fill = fillOf(state, world);
    if (!fill) return fillGone;
    return fillPrompt(fill, {
      ask: words('fill.goTo'),
      large: fill.line.location,
      notice: words('fill.toBring', { quantity: shownLeft(fill), face: fill.work.putTo ?? '–' }),
    });
  },
  needs: ({ work }, input) => {
    const needs = [{ kind: 'pickWork' as const, key: work }];
    if (input?.kind === 'text') return [...needs, { placesOf: work }];
    if (input?.kind !== 'scan' || input.scan.kind !== 'licensePlate' || !input.scan.known) return needs;
    return [...needs, { goodsOn: input.scan.licensePlate }];
  },
  scan: {
    location: (state, { location }, world) => {
      const fill = fillOf(state, world);
      if (!fill) return say('fill.gone');
      const { line } = fill;
      if (location !== line.location) {
        return refuse(problem('picking.wrong_location', { expected: line.location, got: location }));
      }
      return go('goods', { work: state.work, item: line.item });
    },
    licensePlate: (state, scan, world) => {
      const fill = fillOf(state, world);
      return fill ? takePlate({ work: state.work, item: fill.line.item }, scan, world) : say('fill.gone');
    },
  },
  enter: {
    kind: 'text',
    label: 'putAway.checkDigits',
    maxLength: 32,
    run: (state, text, world) => {
      const fill = fillOf(state, world);
      if (!fill) return say('fill.gone');
      const isThere = areCheckDigits(text, world.thing('location', fill.line.location)?.checkDigit);
      return isThere
        ? go('goods', { work: state.work, item: fill.line.item })
        : say('putAway.checkDigitsWrong', { text });
    },
  },
};

/** Are these the goods? Any of their barcodes says so, or the plate they stand on. */
export const goodsStep: FlowStep<FillStates, AtFill> = {
  prompt: (state, world) => {
    const fill = fillOf(state, world);
    if (!fill) return fillGone;
    const isOnPlate = fill.line.licensePlate !== '';
    return fillPrompt(fill, {
      ask: words(isOnPlate ? 'pick.scanPlateOrItem' : 'pick.scanItem'),
      large: shownLeft(fill),
    });
  },
  needs: (state, input) => {
    const needs = fillNeeds(state);
    if (input?.kind !== 'scan' || input.scan.kind !== 'licensePlate' || !input.scan.known) return needs;
    return [...needs, { goodsOn: input.scan.licensePlate }];
  },
  scan: {
    item: (state, scan, world) => {
      const key = itemKey(scan.sourceSystem ?? sourceSystemOf(state.item), scan.item);
      if (key !== state.item) {
        return refuse(problem('picking.wrong_item', { expected: itemNumberOf(state.item), got: scan.item }));
      }
      if (world.thing('item', key)?.isSerialTracked !== true) return go('quantity', { ...state, licensePlate: null });
      const pieces = piecesAt(state, fillOf(state, world), null);
      return scan.serial === undefined ? go('serials', pieces) : takeSerial(pieces, scan.serial, world);
    },
    licensePlate: (state, scan, world) => takePlate(state, scan, world),
  },
  actions: {
    less: {
      label: 'pick.notThere',
      run: (state) => go('less', { ...state, licensePlate: null, quantityBase: 0, serials: [] }),
    },
  },
};

function takePlate(
  state: AtFill,
  { licensePlate, known }: { readonly licensePlate: string; readonly known: boolean },
  world: World,
): Verdict<FillStates> {
  const fill = fillOf(state, world);
  if (!fill) return say('fill.gone');
  const { line } = fill;
  if (licensePlate !== line.licensePlate) {
    const expected = line.licensePlate === '' ? line.location : grouped(line.licensePlate);
    return refuse(problem('picking.wrong_plate', { expected, got: grouped(licensePlate) }));
  }
  const contents = (known ? world.thing('licensePlate', licensePlate)?.contents : undefined) ?? [];
  const isInPieces = contents.some(({ item, serial }) => item === line.item && serial !== '');
  if (!isInPieces) return go('quantity', { ...state, licensePlate });
  const pieces = piecesAt(state, fill, licensePlate);
  const isWanted = (line.moreBase ?? 0) === 0 && isAllFree(fill, contents);
  return isWanted ? bookedWhole(pieces, fill, contents) : go('serials', pieces);
}

function piecesAt(state: AtFill, fill: Fill | null, licensePlate: string | null): FillPieces {
  return { ...state, licensePlate, standsOn: fill?.line.licensePlate ?? '', serials: [] };
}

/** How many? As many as are waited for, at least; what else is free may come along. */
export const quantityStep: FlowStep<FillStates, FillStates['quantity']> = {
  prompt: (state, world) => {
    const fill = fillOf(state, world);
    if (!fill) return fillGone;
    const mostBase = leftBase(fill.line) + (fill.line.moreBase ?? 0);
    return fillPrompt(fill, {
      ask: words('pick.takeHowMany', { quantity: shownLeft(fill) }),
      ...(mostBase > leftBase(fill.line) && { notice: words('fill.most', { quantity: shownBase(fill, mostBase) }) }),
    });
  },
  needs: fillNeeds,
  enter: {
    kind: 'number',
    ...countedIn(),
    run: (state, { quantity, unit }, world) => {
      const fill = fillOf(state, world);
      const item = world.thing('item', state.item);
      if (!fill || !item) return say('fill.gone');
      const quantityBase = readQuantity(item, quantity, unit);
      if (isProblem(quantityBase)) return refuse(quantityBase);
      if (item.isSerialTracked) return go('serials', piecesAt(state, fill, state.licensePlate));
      return counted({ ...state, quantityBase, serials: [] }, fill);
    },
  },
  actions: {
    whole: {
      label: 'fill.wholePlate',
      when: (state, world) => (fillOf(state, world)?.line.moreBase ?? 0) > 0,
      run: (state, world) => {
        const fill = fillOf(state, world);
        if (!fill) return say('fill.gone');
        const quantityBase = leftBase(fill.line) + (fill.line.moreBase ?? 0);
        return booked({ ...state, quantityBase, serials: [] }, fill, null);
      },
    },
    less: { label: 'pick.notEnough', run: (state) => go('less', { ...state, quantityBase: 0, serials: [] }) },
  },
};

function counted(state: FillTaken, fill: Fill): Verdict<FillStates> {
  return state.quantityBase < leftBase(fill.line) ? go('less', state) : booked(state, fill, null);
}

/** Reasons that somebody in reserve can have for bringing less. */
const reasons = ['not-there', 'damaged', 'other'] as const;

/** Less than is waited for: why? With another reason the rest stays where it is, and is picked there. */
export const lessStep: FlowStep<FillStates, FillTaken> = {
  prompt: (state, world) => {
    const fill = fillOf(state, world);
    if (!fill) return fillGone;
    const { line } = fill;
    const some = fromBase(state.quantityBase, line.decimals);
    const of = fromBase(leftBase(line), line.decimals);
    return fillPrompt(fill, {
      ask: words('pick.whyLess'),
      large: words('pick.onlySome', { some, of, unit: line.baseUnit }),
    });
  },
  needs: fillNeeds,
  choose: {
    options: () => reasonOptions(reasons),
    pick: (state, key, world) => {
      const fill = fillOf(state, world);
      return fill ? booked(state, fill, key) : say('fill.gone');
    },
  },
};
