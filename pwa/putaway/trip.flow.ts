import type { Goods } from '#shared/ledger/fits.ts';
import { claim } from '#shared/putaway/claim.ts';
import { releaseClaim } from '#shared/putaway/release-claim.ts';
import type { LicensePlateScan } from '#shared/scan/scan.ts';
import {
  again,
  type FlowStep,
  flow,
  go,
  type Need,
  type Row,
  say,
  submit,
  type Verdict,
  type World,
} from '../engine/flow.ts';
import { contentsOf, goodsOn, whatIsOn } from '../engine/goods-on-plate.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';
import { facesFirst, facesFirstNeed } from './faces-first.ts';
import { placeNeeds, proposedFor } from './proposed.ts';
import { isTaken } from './taken.ts';
import type { Loading, Stop, TripStates } from './trip.states.ts';
import { reasonStep, stopStep, whichStep } from './trip-stop.steps.ts';

/**
 * Putting away several plates in one trip, with a fork that carries more than one or with a trolley.
 *
 * Scan each plate that comes along. Nobody else is sent for it from then on, and the room at its place is kept. A plate
 * that is scanned again stays at the dock. One that somebody else has taken along is scanned twice, unless nothing was
 * heard of them for half an hour; so is one that an order waits for. Then press "Go".
 *
 * The device leads along the way: it says the next place and the plate that goes there. Scan the place. Where there is
 * more than one plate left, scan the plate that is put down, so that none is mistaken for another. Scanning a plate
 * first says where that one goes; "Later" leaves a place for the end; "Leave it" gives a plate back. When the last is
 * put down, the next trip begins.
 */
export const putAwayTrip = flow<TripStates>({
  id: 'put-away-trip',
  permit: 'putaway.claim',
  title: 'trip.title',
  revision: 1,
  start: () => go('load', { stops: [], from: 0 }),
  steps: { load: loadStep(), stop: stopStep, which: whichStep, reason: reasonStep },
});

/** More plates than this nobody carries at once. */
const mostPlates = 30;

function loadStep(): FlowStep<TripStates, Loading> {
  return {
    prompt: ({ stops }, world) => ({
      ask: words(stops.length === 0 ? 'trip.scanFirst' : 'trip.scanNext'),
      about: words('trip.loaded', { count: stops.length, waiting: waitingIn(world) }),
      rows: [...stops].reverse().map(rowOf),
      ...(stops.length === 0 && facesFirst(world)),
    }),
    needs: ({ stops }, input) => {
      if (input === null) return [{ list: snapshotCode.openWork }, facesFirstNeed];
      if (input.kind !== 'scan' || input.scan.kind !== 'licensePlate') return [];
      const { licensePlate } = input.scan;
      const carried: Need[] = stops.map((stop) => ({ goodsOn: stop.licensePlate }));
      const work = snapshotCode.workOfPlate(licensePlate);
      return [...placeNeeds, { list: work }, { goodsOn: licensePlate }, ...carried];
    },
    scan: { licensePlate: takeAlong },
    actions: {
      done: {
        label: 'trip.go',
        emphasis: 'primary',
        when: ({ stops }) => stops.length > 0,
        run: ({ stops, from }) =>
          go(
            'stop',
            { stops: alongTheWay(stops, from), total: stops.length },
            words('trip.begins', { count: stops.length }),
          ),
      },
    },
  };
}

/** Plates that wait at the docks and are on nobody's trip. */
function waitingIn(world: World): number {
  const works = foundOf(world.list(snapshotCode.openWork), 'work').filter(({ value }) => value.type === 'putaway');
  return works.filter(({ value }) => value.licensePlate !== null && !isTaken(value, world.nowMs)).length;
}

function rowOf({ licensePlate, what, to }: Stop): Row {
  return { title: what, detail: grouped(licensePlate), value: to ?? words('trip.noPlace') };
}

function takeAlong(state: Loading, { licensePlate, known }: LicensePlateScan, world: World): Verdict<TripStates> {
  const { stops } = state;
  if (stops.some((stop) => stop.licensePlate === licensePlate)) return leaveThere(state, licensePlate);
  if (!known) return say('putaway.plate_unknown', { licensePlate });
  if (stops.length === mostPlates) return say('trip.full', { count: mostPlates });
  const plate = world.thing('licensePlate', licensePlate);
  const contents = plate ? contentsOf(plate, world) : [];
  if (!plate || contents.length === 0) return say('putAway.plateEmpty', { licensePlate });
  const locations = foundOf(world.list(snapshotCode.locations), 'location');
  const dock = locations.find(({ key }) => key === plate.location)?.value;
  if (dock?.type !== 'receiving') return say('putaway.already_done', { goods: licensePlate });
  const works = foundOf(world.list(snapshotCode.workOfPlate(licensePlate)), 'work');
  if (works.length === 0 && plate.parent !== undefined) {
    return say('putaway.stands_on', { licensePlate: grouped(licensePlate), parent: grouped(plate.parent) });
  }
  const isOthers = ({ value }: (typeof works)[number]) =>
    value.claimedBy !== world.operator && isTaken(value, world.nowMs);
  const others = works.find(isOthers)?.value.claimedBy;
  if (others && !world.isConfirmed)
    return again('trip.takeOver', { licensePlate: grouped(licensePlate), badge: others });
  const waiting = works.flatMap(({ value }) => value.crossDock ?? [])[0];
  if (waiting && !world.isConfirmed) {
    const offered = { licensePlate: grouped(licensePlate), order: waiting.orderNumber, location: waiting.to ?? '–' };
    return again('trip.offered', offered);
  }
  const to = proposedFor(goodsOn(licensePlate, world), plate.location, works, world, comingWith(stops, world));
  const walk = locations.find(({ key }) => key === to)?.value.walkSequence ?? null;
  const what = whatIsOn(contents);
  const next: Loading = {
    stops: [...stops, { licensePlate, what, to, walk }],
    from: stops.length === 0 ? dock.walkSequence : state.from,
  };
  const body = { licensePlate, ...(to !== null && { to }), ...(others && { takeOver: true }) };
  return submit(claim, body, go('load', next), { told: words('trip.taken', { count: next.stops.length, what }) });
}

function leaveThere(state: Loading, licensePlate: string): Verdict<TripStates> {
  const stops = state.stops.filter((stop) => stop.licensePlate !== licensePlate);
  const told = words('trip.left', { licensePlate: grouped(licensePlate) });
  return submit(releaseClaim, { licensePlate }, go('load', { ...state, stops }), { told });
}

/** What the plates of the trip bring to their places. */
function comingWith(stops: readonly Stop[], world: World): Map<string, Goods[]> {
  const coming = new Map<string, Goods[]>();
  for (const { licensePlate, to } of stops) {
    if (to !== null) coming.set(to, [...(coming.get(to) ?? []), goodsOn(licensePlate, world)]);
  }
  return coming;
}

/** Along the way, begun at its end that is nearer to the dock; plates without a place come last. */
function alongTheWay(stops: readonly Stop[], from: number): readonly Stop[] {
  const placed = stops.filter(({ walk }) => walk !== null);
  const sorted = placed.sort((a, b) => (a.walk ?? 0) - (b.walk ?? 0) || ((a.to ?? '') < (b.to ?? '') ? -1 : 1));
  const distanceTo = (stop: Stop | undefined) => Math.abs((stop?.walk ?? 0) - from);
  const isBackward = distanceTo(sorted.at(-1)) < distanceTo(sorted[0]);
  return [...(isBackward ? sorted.reverse() : sorted), ...stops.filter(({ walk }) => walk === null)];
}
