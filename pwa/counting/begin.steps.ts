import { commandReference } from '#shared/command/envelope.ts';
import { type CountedLine, count } from '#shared/counting/count.ts';
import { whyNotCountable } from '#shared/counting/scope.ts';
import { start } from '#shared/counting/start.ts';
import { itemKey, itemNumberOf } from '#shared/ledger/item-key.ts';
import type { CountWorkThing, ItemThing } from '#shared/ledger/thing.ts';
import {
  type FlowStep,
  type Go,
  go,
  type Option,
  type Row,
  refuse,
  say,
  submit,
  type Verdict,
  type World,
} from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { words } from '../ui/words.ts';
import type { CountStates, Everywhere } from './count.states.ts';
import { rowsOf } from './told.ts';

/** What is counted? What somebody is asked to, or the place that was scanned. */
export const beginStep: FlowStep<CountStates, object> = {
  prompt: (_state, world) => ({
    ask: words('count.scanPlace'),
    about: words('count.asked', { count: toCount(world).length }),
  }),
  needs: () => [{ list: snapshotCode.countWork }],
  scan: {
    location: (_state, { location }, world) => {
      const noPlace = whyNotCountable(world.thing('location', location) ?? null, location);
      if (noPlace) return refuse(noPlace);
      const asked = toCount(world).find((work) => work.location === location && work.item === null);
      return asked ? begin(asked) : startHere(location);
    },
    item: (_state, scan, world) => {
      const item = world.thing('item', itemKey(scan.sourceSystem ?? '', scan.item));
      if (!item) return say('item.unknown', { item: scan.item });
      const asked = toCount(world).find((work) => work.location === null && work.item === item.key);
      return asked ? begin(asked) : startEverywhere(item);
    },
  },
  choose: {
    options: (_state, world) =>
      toCount(world)
        .slice(0, listed)
        .map(({ work, location, itemNumber, description, isAgain }): Option => {
          const what = itemNumber === null ? words('count.everything') : `${itemNumber} · ${description ?? ''}`;
          const again = isAgain ? { value: words('count.again') } : {};
          return { key: work, title: location ?? words('count.anywhere'), detail: what, ...again };
        }),
    pick: (_state, key, world) => {
      const work = toCount(world).find((each) => each.work === key);
      return work ? begin(work) : say('flow.notOffered');
    },
  },
  actions: {
    zone: {
      label: 'count.chooseZone',
      when: (_state, world) => zonesOf(toCount(world)).size > 0,
      run: () => go('zone', {}),
    },
  },
};

/** More are found by scanning their place. */
const listed = 30;

/**
 * What is to be counted and may be by whoever works here, without what others are at: what was different before comes first,
 * then by place.
 */
export function toCount(world: World): CountWorkThing[] {
  return foundOf(world.list(snapshotCode.countWork), 'countWork')
    .map(({ value }) => value)
    .filter(({ notBy }) => notBy !== world.operator)
    .filter((work) => !isOthers(work, world))
    .sort((a, b) => Number(b.isAgain) - Number(a.isAgain) || ((a.location ?? '') < (b.location ?? '') ? -1 : 1));
}

function isOthers({ claimedBy, claimedUntil }: CountWorkThing, { operator, nowMs }: World): boolean {
  if (claimedBy === undefined || claimedBy === operator) return false;
  return claimedUntil === undefined || Date.parse(claimedUntil) > nowMs;
}

/** How many places of each zone are to be counted. */
export function zonesOf(works: readonly CountWorkThing[]): Map<string, number> {
  const zones = new Map<string, number>();
  for (const { zone } of works) if (zone !== undefined) zones.set(zone, (zones.get(zone) ?? 0) + 1);
  return zones;
}

/** The server hears who is at it, so that nobody else is sent there. Work without a number was begun here just now. */
function begin({ work, location, item, itemNumber }: CountWorkThing): Verdict<CountStates> {
  if (location === null && item === null) return say('flow.notOffered');
  const then: Go<CountStates> =
    location === null
      ? go('place', { work, only: item ?? '', lines: [] })
      : go('goods', { work, location, only: item, lines: [], licensePlate: null });
  if (commandReference(work) !== null) return then;
  return submit(start, { work }, then, { told: words('count.begun', { location: location ?? itemNumber ?? '' }) });
}

function startHere(location: string): Verdict<CountStates> {
  const then = go('goods', { work: null, location, only: null, lines: [], licensePlate: null });
  return submit(start, { location }, then, { told: words('count.begun', { location }) });
}

function startEverywhere({ key, number, sourceSystem }: ItemThing): Verdict<CountStates> {
  const then = go('place', { work: null, only: key, lines: [] });
  return submit(start, { item: number, sourceSystem }, then, { told: words('count.begun', { location: number }) });
}

/** Where is the item next? */
export const placeStep: FlowStep<CountStates, Everywhere> = {
  prompt: ({ only, lines }, world) => ({
    ask: words('count.scanNextPlace'),
    about: world.thing('item', only)?.description ?? only,
    rows: [...rowsOf(lines), ...placesLeft(workOf(only, world), lines)],
  }),
  needs: ({ only }) => [{ kind: 'item', key: only }, { list: snapshotCode.countWork }],
  scan: {
    location: (state, { location }, world) => {
      const noPlace = whyNotCountable(world.thing('location', location) ?? null, location);
      if (noPlace) return refuse(noPlace);
      return go('goods', { ...state, location, licensePlate: null }, location);
    },
  },
  actions: {
    done: {
      label: 'count.done',
      emphasis: 'primary',
      run: ({ work: known, only, lines }, world) => {
        const work = known ?? workOf(only, world)?.work;
        if (work === undefined) return say('count.gone', { location: itemNumberOf(only) });
        const body = lines.length > 0 ? { work, lines: [...lines] } : { work, lines: [], empty: true };
        return submit(count, body, go('begin', {}), { told: words('count.told', { count: lines.length }) });
      },
    },
  },
};

/** Work that has the item counted wherever it is: it has no number of its own before the server gave it one. */
function workOf(only: string, world: World): CountWorkThing | undefined {
  const open = foundOf(world.list(snapshotCode.countWork), 'countWork').map(({ value }) => value);
  return open.find(({ location, item }) => location === null && item === only);
}

/** Where the books know the item and nobody has told of it yet. */
function placesLeft(work: CountWorkThing | undefined, lines: readonly CountedLine[]): Row[] {
  const left = (work?.places ?? []).filter((place) => lines.every(({ location }) => location !== place));
  return left.map((place) => ({ title: place, tone: 'open' }));
}
