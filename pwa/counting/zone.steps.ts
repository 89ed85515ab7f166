import { type StartResult, start } from '#shared/counting/start.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import { type FlowStep, type Go, go, online, type Verdict, type World } from '../engine/flow.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { words } from '../ui/words.ts';
import { beginStep, toCount, zonesOf } from './begin.steps.ts';
import type { CountStates } from './count.states.ts';

/** Which zone? Several people share one: each is given the next place that nobody is at. */
export const zoneStep: FlowStep<CountStates, object> = {
  prompt: () => ({ ask: words('count.whichZone') }),
  needs: () => [{ list: snapshotCode.countWork }],
  choose: {
    options: (_state, world) =>
      [...zonesOf(toCount(world))].sort().map(([zone, count]) => ({
        key: zone,
        title: zone,
        value: words('count.placesLeft', { count }),
      })),
    pick: (_state, zone) => nextIn(zone),
  },
};

/** A place of the zone is told: on to the next, or to whatever is scanned. */
export const nextStep: FlowStep<CountStates, CountStates['next']> = {
  prompt: ({ zone }, world) => ({
    ask: words('count.nextInZone', { zone }),
    about: words('count.placesLeft', { count: leftIn(zone, world) }),
  }),
  needs: () => [{ list: snapshotCode.countWork }],
  scan: { ...beginStep.scan },
  actions: {
    next: { label: 'count.nextPlace', emphasis: 'primary', run: ({ zone }) => nextIn(zone) },
    other: { label: 'count.otherCount', run: () => go('begin', {}) },
  },
};

function leftIn(zone: string, world: World): number {
  return zonesOf(toCount(world)).get(zone) ?? 0;
}

/** The server alone knows who is where; a place that was scanned can be counted without it. */
function nextIn(zone: string): Verdict<CountStates> {
  return online(
    start,
    { zone },
    {
      next: (result): Go<CountStates> => {
        const { work, location, item, sourceSystem } = result as StartResult;
        const only = item == null ? null : itemKey(sourceSystem ?? '', item);
        return go(
          'goods',
          { work, location: location ?? '', only, lines: [], licensePlate: null, zone },
          location ?? '',
        );
      },
      offline: words('count.zoneNeedsNetwork'),
    },
  );
}
