import type { WorkResult } from '#shared/ledger/work-result.ts';
import { type ClaimBody, claim } from '#shared/picking/claim.ts';
import { type FlowStep, type Go, go, type Option, online, say, type Verdict, type World } from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { words } from '../ui/words.ts';
import { backNotice } from './back.ts';
import { backAction } from './back-action.ts';
import type { PickStates } from './pick.states.ts';
import { orderOf, ownWorks, progressOf } from './walk.ts';

/** Which work? The next, that of a certain order, or what was begun. */
export const beginStep: FlowStep<PickStates, object> = {
  prompt: (_state, world) => {
    const own = ownWorks(world);
    return {
      ask: words(own.length === 0 ? 'pick.askForWork' : 'pick.goOnOrAsk'),
      about: words('pick.orScanOrder'),
      ...backNotice(world),
    };
  },
  needs: () => [{ list: snapshotCode.pickWork }],
  scan: {
    document: (_state, { document, documentType }, world) => {
      if (documentType === 'pick-work') return resume([document], world) ?? claimed({ work: document });
      if (documentType === 'shipment')
        return resume(own(world, 'shipment', document), world) ?? claimed({ shipment: document });
      if (documentType === 'outbound-order') {
        return resume(own(world, 'orderNumber', document), world) ?? claimed({ order: document });
      }
      return say('pick.notOutbound', { text: document });
    },
    unknown: (_state, scan) => {
      if (scan.refused) return say(scan.code, scan.params);
      return claimed(/^WK-/i.test(scan.text) ? { work: scan.text.toUpperCase() } : { order: scan.text });
    },
  },
  choose: {
    options: (_state, world) =>
      ownWorks(world).map((work): Option => {
        const { progress } = progressOf([work]);
        return {
          key: work.work,
          title: orderOf(work),
          detail:
            work.trolleyPosition === null ? work.work : words('pick.inPosition', { position: work.trolleyPosition }),
          ...(progress && {
            value: words('flow.progress', { done: progress.done, of: progress.of, unit: words(progress.unit) }),
          }),
        };
      }),
    pick: (_state, key, world) => resume(clusterWith(key, world), world) ?? say('picking.work_closed', { work: key }),
  },
  actions: {
    back: backAction,
    next: { label: 'pick.next', emphasis: 'primary', run: () => claimed({}) },
    zone: { label: 'pick.chooseZone', run: () => go('zone', {}) },
  },
};

/** Only work of one zone: what is beyond it somebody else brings. */
export const zoneStep: FlowStep<PickStates, object> = {
  prompt: () => ({ ask: words('pick.whichZone') }),
  needs: () => [{ list: snapshotCode.locations }],
  choose: {
    options: (_state, world) => zonesIn(world).map((zone) => ({ key: zone, title: zone })),
    pick: (_state, zone) => claimed({ zone }),
  },
};

function zonesIn(world: World): string[] {
  const locations = foundOf(world.list(snapshotCode.locations), 'location').map(({ value }) => value);
  const zones = locations.filter(({ type }) => type === 'pick' || type === 'storage').map(({ zone }) => zone);
  return [...new Set(zones.filter((zone) => zone !== ''))].sort();
}

/** Work is given out by the server alone; what was claimed before can be done without it. */
export function claimed(body: ClaimBody): Verdict<PickStates> {
  return online(claim, body, {
    next: (result): Go<PickStates> => {
      const works = (result as { readonly work: readonly WorkResult[] }).work;
      const taken = works.map(({ work }) => ({ work }));
      if (works[0]?.type === 'put_back') return go('back', { works: [], meant: null });
      return go('walk', { works: taken }, words('pick.claimed', { count: taken.length }));
    },
    refused: ({ code, params = {} }) => {
      if (code !== 'picking.work_claimed' || body.takeOver === true) return null;
      return go('takeOver', { asked: body, work: String(params.work), badge: String(params.badge) });
    },
    offline: words('pick.noNetwork'),
  });
}

/** Nobody's work is taken away behind their back: both have agreed, or their handheld is dead. */
export const takeOverStep: FlowStep<PickStates, PickStates['takeOver']> = {
  prompt: ({ work, badge }) => ({
    ask: words('pick.takeOver', { badge }),
    about: words('pick.takeOverAbout', { badge }),
    details: [{ label: 'pick.work', value: work }],
  }),
  actions: {
    confirm: {
      label: 'pick.takeOverYes',
      emphasis: 'primary',
      run: ({ asked }) => claimed({ ...asked, takeOver: true }),
    },
    other: { label: 'pick.otherWork', run: () => go('begin', {}) },
  },
};

function resume(works: readonly string[], world: World): Verdict<PickStates> | null {
  const known = ownWorks(world).filter(({ work }) => works.includes(work));
  if (known.length === 0) return null;
  return go('walk', { works: known.map(({ work }) => ({ work })) });
}

function own(world: World, by: 'shipment' | 'orderNumber', value: string): string[] {
  return ownWorks(world)
    .filter((work) => work[by] === value)
    .map(({ work }) => work);
}

/** What stands on one trolley is gone on with together. */
function clusterWith(work: string, world: World): string[] {
  const known = ownWorks(world);
  const meant = known.find((each) => each.work === work);
  if (!meant || meant.trolleyPosition === null) return [work];
  return known.filter(({ trolleyPosition }) => trolleyPosition !== null).map((each) => each.work);
}
