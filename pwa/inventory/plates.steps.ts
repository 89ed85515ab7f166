import { breakPlate } from '#shared/inventory/break-plate.ts';
import { buildPlate } from '#shared/inventory/build-plate.ts';
import { consolidate } from '#shared/inventory/consolidate.ts';
import type { LicensePlateThing } from '#shared/ledger/thing.ts';
import type { LicensePlateScan } from '#shared/scan/scan.ts';
import {
  again,
  type FlowStep,
  go,
  type Need,
  type Row,
  say,
  submit,
  type Verdict,
  type World,
} from '../engine/flow.ts';
import { contentsOf, whatIsOn } from '../engine/goods-on-plate.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';

/** The pallet that plates are put onto and taken off. */
interface AtCarrier {
  readonly licensePlate: string;
}

export interface PlatesStates {
  readonly begin: object;
  readonly carrier: AtCarrier;
  readonly onto: AtCarrier;
}

/** Which pallet is it about? */
export const beginStep: FlowStep<PlatesStates, object> = {
  prompt: () => ({ ask: words('plates.scanCarrier') }),
  needs: (_state, input) =>
    input?.kind === 'scan' && input.scan.kind === 'licensePlate' ? [{ goodsOn: input.scan.licensePlate }] : [],
  scan: {
    licensePlate: (_state, { licensePlate }, world) => {
      const plate = world.thing('licensePlate', licensePlate);
      const isEmpty = plate === undefined || contentsOf(plate, world).length === 0;
      const number = grouped(licensePlate);
      return isEmpty && !world.isConfirmed
        ? again('plates.empty', { licensePlate: number })
        : go('carrier', { licensePlate }, number);
    },
  },
};

/** What is put onto it, or taken off? */
export const carrierStep: FlowStep<PlatesStates, AtCarrier> = {
  prompt: ({ licensePlate }, world) => {
    const plate = world.thing('licensePlate', licensePlate);
    return {
      ask: words('plates.scanNext'),
      large: grouped(licensePlate),
      about: words('plates.standsAt', { location: placeOf(plate, world) ?? '–' }),
      rows: plate ? rowsOf(plate, world) : [],
    };
  },
  needs: ({ licensePlate }, input) => [
    { goodsOn: licensePlate },
    ...(input?.kind === 'scan' && input.scan.kind === 'licensePlate' ? [{ goodsOn: input.scan.licensePlate }] : []),
  ],
  scan: { licensePlate: takePlate },
  actions: {
    done: { label: 'plates.done', emphasis: 'primary', run: () => go('begin', {}) },
    break: {
      label: 'plates.takeAllOff',
      when: ({ licensePlate }, world) => standingOn(licensePlate, world).length > 0,
      run: ({ licensePlate }) =>
        submit(breakPlate, { licensePlate }, go('carrier', { licensePlate }), {
          told: words('plates.brokenUp', { licensePlate: grouped(licensePlate) }),
        }),
    },
    onto: {
      label: 'plates.layOnto',
      when: ({ licensePlate }, world) => {
        const plate = world.thing('licensePlate', licensePlate);
        return plate !== undefined && contentsOf(plate, world).length > 0;
      },
      run: (state) => go('onto', state),
    },
  },
};

function takePlate(state: AtCarrier, { licensePlate, known }: LicensePlateScan, world: World): Verdict<PlatesStates> {
  const { licensePlate: carrier } = state;
  if (licensePlate === carrier) return go('begin', {}, grouped(carrier));
  const plate = known ? world.thing('licensePlate', licensePlate) : undefined;
  const number = grouped(licensePlate);
  if (!plate) return say('inventory.plate_unknown', { licensePlate: number });
  if (standingOn(carrier, world).includes(licensePlate)) {
    if (!world.isConfirmed) return again('plates.takeOff', { licensePlate: number });
    const told = words('plates.takenOff', { licensePlate: number });
    return submit(breakPlate, { licensePlate: carrier, nested: [licensePlate] }, go('carrier', state), { told });
  }
  const told = words('plates.putOn', { licensePlate: number, carrier: grouped(carrier) });
  return submit(buildPlate, { licensePlate, toLicensePlate: carrier }, go('carrier', state), { told });
}

/** Onto which other plate does all of it go? */
export const ontoStep: FlowStep<PlatesStates, AtCarrier> = {
  prompt: ({ licensePlate }, world) => {
    const plate = world.thing('licensePlate', licensePlate);
    return {
      ask: words('plates.scanOnto'),
      about: plate ? whatIsOn(contentsOf(plate, world)) : '',
      details: [{ label: 'putAway.plate', value: grouped(licensePlate) }],
    };
  },
  needs: ({ licensePlate }): Need[] => [{ goodsOn: licensePlate }],
  scan: {
    licensePlate: ({ licensePlate }, { licensePlate: target }, world) => {
      const params = { licensePlate: grouped(licensePlate), onto: grouped(target) };
      if (target === licensePlate) return say('inventory.onto_itself', { licensePlate: params.onto });
      if (!world.isConfirmed) return again('plates.layOntoThis', params);
      const told = words('plates.laidOnto', params);
      return submit(consolidate, { licensePlate, toLicensePlate: target }, go('carrier', { licensePlate: target }), {
        told,
      });
    },
  },
};

/** The plates that stand on it themselves; those on them come with them. */
function standingOn(carrier: string, world: World): string[] {
  const nested = world.thing('licensePlate', carrier)?.nested ?? [];
  return nested.filter((number) => world.thing('licensePlate', number)?.parent === carrier);
}

function placeOf(plate: LicensePlateThing | undefined, world: World): string | null {
  if (!plate) return null;
  const nested = (plate.nested ?? []).map((number) => world.thing('licensePlate', number)?.location ?? null);
  return plate.contents.length > 0 ? plate.location : (nested.find((place) => place !== null) ?? null);
}

function rowsOf(plate: LicensePlateThing, world: World): Row[] {
  const own: Row[] =
    plate.contents.length > 0 ? [{ title: words('plates.itself'), detail: whatIsOn(plate.contents) }] : [];
  const standing = standingOn(plate.licensePlate, world).map((number): Row => {
    const nested = world.thing('licensePlate', number);
    return { title: grouped(number), detail: nested ? whatIsOn(nested.contents) : '' };
  });
  return [...own, ...standing];
}
