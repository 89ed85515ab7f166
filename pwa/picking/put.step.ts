import { problem } from '#shared/kernel/problem.ts';
import { isWayOut } from '#shared/ledger/location-type.ts';
import type { PickWorkThing } from '#shared/ledger/outbound-thing.ts';
import { put } from '#shared/picking/put.ts';
import { type FlowStep, go, type Need, refuse, say, submit, type Verdict, type World } from '../engine/flow.ts';
import { isInHand } from '../store/outbound-effects.ts';
import { words } from '../ui/words.ts';
import { backNeeds, backNotice } from './back.ts';
import { backAction } from './back-action.ts';
import type { PickStates } from './pick.states.ts';
import { inHandOf, orderOf, stopsOf, walkNeeds, worksOf } from './walk.ts';

type Putting = PickStates['put'];

/** Where all of it is brought: to where it is packed, or where its truck is loaded. */
export const putStep: FlowStep<PickStates, Putting> = {
  prompt: (state, world) => {
    const works = meant(state, world);
    const [first] = works;
    if (!first) return { ask: words('pick.nothingInHand'), ...backNotice(world) };
    const places = new Set(works.map((work) => targetOf(work, world)));
    const [place = null] = places;
    const left = stopsOf(worksOf(state, world)).length;
    const isPartThere = works.some((work) => whereRestIs(work, world) !== null);
    return {
      ask: words('pick.bringTo'),
      ...(place !== null && places.size === 1 && { large: place }),
      about: works.map(orderOf).join(', '),
      ...(isPartThere && { notice: words('pick.partThere') }),
      ...(left > 0 && { notice: words('pick.stillToPick', { count: left }) }),
      ...backNotice(world),
    };
  },
  needs: (state, input) => {
    const needs: Need[] = [...walkNeeds(state), ...backNeeds];
    if (input?.kind === 'scan' && input.scan.kind === 'location') {
      needs.push({ kind: 'location', key: input.scan.location });
    }
    return needs;
  },
  scan: {
    location: (state, { location }, world) => putAt(state, location, world),
  },
  choose: {
    options: (state, world) => {
      const works = inHandOf(state, world);
      if (works.length < 2) return [];
      const each = works.map((work) => ({
        key: work.work,
        title: orderOf(work),
        detail: work.work,
        ...(work.trolleyPosition !== null && { value: words('pick.inPosition', { position: work.trolleyPosition }) }),
      }));
      return state.only === null ? each : [{ key: '', title: words('pick.allAtOnce') }];
    },
    pick: (state, key) => go('put', { ...state, only: key === '' ? null : key }),
  },
  actions: {
    back: backAction,
    more: {
      label: 'pick.goOnPicking',
      when: (state, world) => stopsOf(worksOf(state, world)).some(({ line }) => line.blockedBy === null),
      run: ({ only: _, ...way }) => go('walk', way),
    },
  },
};

/** The works whose goods are put down now. */
function meant(state: Putting, world: World): PickWorkThing[] {
  return inHandOf(state, world).filter(({ work }) => state.only === null || state.only === work);
}

/** Goods of one order come together, whoever of several picked which part. */
function targetOf(work: PickWorkThing, world: World): string | null {
  return whereRestIs(work, world) ?? work.putTo;
}

function whereRestIs({ shipment }: PickWorkThing, world: World): string | null {
  const goods = shipment === null ? [] : (world.thing('shipment', shipment)?.goods ?? []);
  return goods.find((one) => !isInHand(one))?.location ?? null;
}

function putAt(state: Putting, location: string, world: World): Verdict<PickStates> {
  const works = meant(state, world);
  const type = world.thing('location', location)?.type ?? '';
  if (!isWayOut(type)) return refuse(problem('picking.wrong_put_place', { location, type }));
  const [last, ...before] = works.map(({ work }) => ({ work, location })).reverse();
  if (!last) return say('pick.nothingInHand');
  const told = words('pick.put', { location, what: works.map(orderOf).join(', ') });
  return submit(put, last, after(state, works, world), { told, before });
}

/** What is left in hand is brought next, then what is left to pick is picked; then comes the next work. */
function after(state: Putting, done: readonly PickWorkThing[], world: World) {
  const isDone = ({ work }: PickWorkThing) => done.some((each) => each.work === work);
  const { works } = state;
  if (inHandOf(state, world).some((work) => !isDone(work))) return go('put', { works, only: null });
  return stopsOf(worksOf(state, world)).length > 0 ? go('walk', { works }) : go('begin', {});
}
