import type { Problem } from '#shared/kernel/problem.ts';
import { whyNotPut } from '#shared/ledger/fits.ts';
import { itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { overrideReasons } from '#shared/ledger/reason-code.ts';
import { put } from '#shared/putaway/put.ts';
import { areCheckDigits } from '#shared/scan/check-digits.ts';
import { again, type FlowStep, go, type Need, refuse, say, submit, type World } from '../engine/flow.ts';
import { goodsOn } from '../engine/goods-on-plate.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { reasonOptions } from '../ui/reason-options.ts';
import { type TextKey, words } from '../ui/words.ts';
import { looseGoods } from './proposed.ts';
import type { Carried, PutStates } from './put-away.states.ts';

/** There, where the device says. */
export const locationStep: FlowStep<PutStates, Carried> = {
  prompt: ({ goods, what, proposed }) => ({
    ask: words(proposed === null ? 'putAway.chooseLocation' : 'putAway.goTo'),
    ...(proposed !== null && { large: proposed }),
    about: what,
    details: detailsOf(goods),
  }),
  needs: ({ proposed, goods }) => [
    ...needsOf(goods),
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
      const isThere = proposed !== null && areCheckDigits(text, world.thing('location', proposed)?.checkDigit);
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

/** Why not where it belongs? */
export const reasonStep: FlowStep<PutStates, PutStates['reason']> = {
  prompt: ({ proposed, to, what }) => ({
    ask: words('putAway.whyElsewhere', { proposed: proposed ?? '' }),
    ...(to !== null && { large: to }),
    about: what,
  }),
  choose: {
    options: () => reasonOptions(overrideReasons),
    pick: ({ to, ...state }, reason) => (to === null ? go('elsewhere', { ...state, reason }) : done(state, to, reason)),
  },
};

/** Where else? */
export const elsewhereStep: FlowStep<PutStates, PutStates['elsewhere']> = {
  prompt: ({ goods, what, reason }) => ({
    ask: words('putAway.scanWhere'),
    about: what,
    details: [...detailsOf(goods), { label: 'putAway.reason', value: words(`reason.${reason}` as TextKey) }],
  }),
  needs: ({ goods }) => needsOf(goods),
  scan: {
    location: ({ reason, ...state }, { location }, world) => {
      const why = whyNotThere(state, location, world);
      return why ? refuse(why) : done(state, location, reason);
    },
  },
};

function detailsOf(goods: Carried['goods']) {
  return goods.kind === 'plate'
    ? [{ label: 'putAway.plate' as const, value: grouped(goods.licensePlate) }]
    : [{ label: 'putAway.from' as const, value: goods.from }];
}

function needsOf(goods: Carried['goods']): Need[] {
  return goods.kind === 'plate'
    ? [{ goodsOn: goods.licensePlate }]
    : [{ kind: 'item', key: goods.item }, { list: snapshotCode.workOfLoose(goods.item) }];
}

/** What the shared rule will say of a location, said at once: before anybody is asked why the goods go there. */
function whyNotThere({ goods, proposed }: Carried, code: string, world: World): Problem | null {
  const coming = goods.kind === 'loose' ? looseGoods(goods, world) : goodsOn(goods.licensePlate, world);
  // A reason is asked for where it is not the place the device said; with one, quarantine takes whatever is set aside.
  return whyNotPut(code, world.thing('location', code), {
    ...coming,
    isSetAside: proposed !== null && proposed !== code,
  });
}

function done({ goods, proposed, what }: Carried, to: string, overrideReason: string | undefined) {
  const isOverride = proposed !== null && proposed !== to;
  const body = {
    ...named(goods),
    to,
    ...(proposed !== null && { proposed }),
    ...(isOverride && overrideReason !== undefined && { overrideReason }),
  };
  return submit(put, body, go('plate', {}), { told: words('putAway.done', { what, location: to }) });
}

function named(goods: Carried['goods']) {
  if (goods.kind === 'plate') return { licensePlate: goods.licensePlate };
  const { item, from, lot, serials, quantity, unit } = goods;
  return {
    ...{ item: itemNumberOf(item), sourceSystem: sourceSystemOf(item), from, quantity, unit },
    ...(lot !== null && { lot }),
    ...(serials.length > 0 && { serials: [...serials] }),
  };
}
