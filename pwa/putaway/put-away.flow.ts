import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { whyNotFit } from '#shared/ledger/fits.ts';
import { useOf } from '#shared/ledger/location-type.ts';
import { overrideReasons } from '#shared/ledger/reason-code.ts';
import type { LicensePlateThing } from '#shared/ledger/thing.ts';
import { propose } from '#shared/putaway/propose.ts';
import { put } from '#shared/putaway/put.ts';
import type { LicensePlateScan } from '#shared/scan/scan.ts';
import { again, type FlowStep, flow, go, type Option, refuse, say, submit, type World } from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { type TextKey, words } from '../ui/words.ts';
import { fromStep, looseQuantityStep, looseStep } from './loose.steps.ts';
import type { PutStates, WithPlate } from './put-away.states.ts';

/**
 * Put-away. The worker takes goods from the dock to where they belong.
 *
 * Scan the licence plate. The device says where to go, in letters that can be read from the truck: the place that was
 * worked out when the goods came in, else one that fits by the warehouse's rules (the item's fixed place, beside the
 * same item, an empty place). Go there, put the goods down, and scan the location, or type the two check digits from its
 * label. That books it, and the next plate is asked for.
 *
 * If the goods go elsewhere: scan that location; the device says that it is another one. Scan the same location once
 * more to confirm, and choose why. Or press "Elsewhere" first, choose why, then scan where.
 *
 * Goods without a plate: scan the item, then the dock they come from, enter how many, and scan the location.
 */
export const putAway = flow<PutStates>({
  id: 'put-away',
  permit: 'putaway.put',
  title: 'putAway.title',
  revision: 1,
  start: () => go('plate', {}),
  steps: {
    plate: plateStep(),
    location: locationStep(),
    reason: reasonStep(),
    elsewhere: elsewhereStep(),
    from: fromStep,
    looseQuantity: looseQuantityStep,
    looseLocation: looseStep,
  },
});

function plateStep(): FlowStep<PutStates, object> {
  return {
    prompt: (_state, world) => ({
      ask: words('putAway.scanPlate'),
      about: words('putAway.toDo', { count: platesToPut(world) }),
    }),
    needs: (_state, input) => {
      if (input === null) return [{ list: snapshotCode.openWork }];
      if (input.kind !== 'scan' || input.scan.kind !== 'licensePlate') return [];
      const workOfPlate = snapshotCode.workOfPlate(input.scan.licensePlate);
      return [{ list: snapshotCode.docks }, { list: snapshotCode.locations }, { list: workOfPlate }];
    },
    scan: {
      licensePlate: takePlate,
      item: (_state, scan, world) => {
        const item = world.thing('item', `${scan.sourceSystem ?? ''}:${scan.item}`);
        if (!item) return say('item.unknown', { item: scan.item });
        const { key, number, description, baseUnit } = item;
        const goods = { item: key, description: `${number} · ${description}`, unit: scan.unit ?? baseUnit };
        return go('from', { ...goods, lot: scan.lot ?? null }, goods.description);
      },
    },
  };
}

function platesToPut(world: World): number {
  const works = foundOf(world.list(snapshotCode.openWork), 'work').filter(({ value }) => value.type === 'putaway');
  return new Set(works.map(({ value }) => value.licensePlate)).size;
}

function takePlate(_state: object, scan: LicensePlateScan, world: World) {
  const { licensePlate } = scan;
  if (!scan.known) return say('putaway.plate_unknown', { licensePlate });
  const plate = world.thing('licensePlate', licensePlate);
  if (!plate || plate.contents.length === 0) return say('putAway.plateEmpty', { licensePlate });
  const isAtDock = foundOf(world.list(snapshotCode.docks), 'location').some(({ key }) => key === plate.location);
  if (!isAtDock) return say('putaway.already_done', { goods: licensePlate });
  const what = whatIsOn(plate);
  return go('location', { licensePlate, what, proposed: proposedFor(plate, world) }, what);
}

/** Where the server wants it; else where the rules want it, as the device knows the warehouse. */
function proposedFor(plate: LicensePlateThing, world: World): string | null {
  const works = foundOf(world.list(snapshotCode.workOfPlate(plate.licensePlate)), 'work');
  const planned = works.find(({ value }) => value.toLocation !== null)?.value.toLocation;
  if (planned) return planned;
  const locations = foundOf(world.list(snapshotCode.locations), 'location').map(({ value }) => value);
  const contents = plate.contents.map(({ item, lot }) => ({ item, lot }));
  return propose({ licensePlate: plate.licensePlate, contents }, locations)?.code ?? null;
}

function whatIsOn({ contents }: LicensePlateThing): string {
  const [first] = contents;
  if (!first) return '';
  const quantity = `${fromBase(first.quantityBase, first.decimals)} ${first.baseUnit}`;
  const more = contents.length > 1 ? ` + ${contents.length - 1}` : '';
  return `${quantity} ${first.description}${more}`;
}

function locationStep(): FlowStep<PutStates, PutStates['location']> {
  return {
    prompt: ({ licensePlate, what, proposed }) => ({
      ask: words(proposed === null ? 'putAway.chooseLocation' : 'putAway.goTo'),
      ...(proposed !== null && { large: proposed }),
      about: what,
      details: [{ label: 'putAway.plate', value: grouped(licensePlate) }],
    }),
    needs: ({ proposed, licensePlate }) => [
      { kind: 'licensePlate', key: licensePlate },
      ...(proposed === null ? [] : [{ kind: 'location' as const, key: proposed }]),
    ],
    scan: {
      location: (state, { location }, world) => {
        const { proposed } = state;
        const why = whyNotThere(state, location, world);
        if (why) return refuse(why);
        if (proposed === null || location === proposed) return done(state, location, undefined);
        if (!world.isConfirmed) return again('putAway.otherLocation', { location, proposed });
        return go('reason', { ...state, to: location }, location);
      },
    },
    enter: {
      kind: 'text',
      label: 'putAway.checkDigits',
      maxLength: 32,
      run: (state, text, world) => {
        const { proposed } = state;
        const isThere = proposed !== null && world.thing('location', proposed)?.checkDigit === text.trim();
        return isThere ? done(state, proposed, undefined) : say('putAway.checkDigitsWrong', { text });
      },
    },
    actions: {
      elsewhere: {
        label: 'putAway.elsewhere',
        when: ({ proposed }) => proposed !== null,
        run: (state) => go('reason', { ...state, to: null }),
      },
    },
  };
}

/** Why not where it belongs? */
function reasonStep(): FlowStep<PutStates, PutStates['reason']> {
  return {
    prompt: ({ proposed, to, what }) => ({
      ask: words('putAway.whyElsewhere', { proposed: proposed ?? '' }),
      ...(to !== null && { large: to }),
      about: what,
    }),
    choose: {
      options: (): Option[] =>
        overrideReasons.map((reason) => ({ key: reason, title: words(`reason.${reason}` satisfies TextKey) })),
      pick: ({ to, ...state }, reason) =>
        to === null ? go('elsewhere', { ...state, reason }) : done(state, to, reason),
    },
  };
}

function elsewhereStep(): FlowStep<PutStates, PutStates['elsewhere']> {
  return {
    prompt: ({ what, reason, licensePlate }) => ({
      ask: words('putAway.scanWhere'),
      about: what,
      details: [
        { label: 'putAway.plate', value: grouped(licensePlate) },
        { label: 'putAway.reason', value: words(`reason.${reason}` as TextKey) },
      ],
    }),
    needs: ({ licensePlate }) => [{ kind: 'licensePlate', key: licensePlate }],
    scan: {
      location: ({ reason, ...state }, { location }, world) => {
        const why = whyNotThere(state, location, world);
        return why ? refuse(why) : done(state, location, reason);
      },
    },
  };
}

/** What the shared rule will say of a location, said at once: before anybody is asked why the goods go there. */
function whyNotThere({ licensePlate }: WithPlate, code: string, world: World): Problem | null {
  const location = world.thing('location', code);
  const plate = world.thing('licensePlate', licensePlate);
  if (!location) return problem('location.unknown', { location: code });
  if (!useOf(location.type).isPutTarget) return problem('location.wrong_type', { location: code, type: location.type });
  return plate ? whyNotFit(location, { licensePlate, contents: plate.contents }) : null;
}

function done({ licensePlate, proposed, what }: WithPlate, to: string, overrideReason: string | undefined) {
  const isOverride = proposed !== null && proposed !== to;
  const body = {
    licensePlate,
    to,
    ...(proposed !== null && { proposed }),
    ...(isOverride && overrideReason !== undefined && { overrideReason }),
  };
  return submit(put, body, go('plate', {}), { told: words('putAway.done', { what, location: to }) });
}
