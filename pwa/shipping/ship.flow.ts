import { fromBase } from '#shared/kernel/quantity.ts';
import type { ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import { type ConfirmBody, confirm, type RemainderRule, remainderRules } from '#shared/shipping/confirm.ts';
import {
  type FlowStep,
  flow,
  go,
  type Need,
  type Option,
  say,
  submit,
  type Verdict,
  type World,
} from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { reasonOptions } from '../ui/reason-options.ts';
import { type TextKey, words } from '../ui/words.ts';
import { closedAnyway, isRestOpen, moreNotReleased, notReleased, type RestOfLine, whatCloses } from './what-closes.ts';

/** What leaves: one load, one shipment, or one order, by its number. */
interface Leaving {
  readonly by: 'load' | 'shipment' | 'order';
  readonly number: string;
}

interface ShipStates {
  readonly begin: object;
  readonly check: Leaving;
  readonly rest: Leaving;
  readonly reason: Leaving & { readonly remainder: RemainderRule };
}

function needs({ by, number }: Leaving): readonly Need[] {
  return [{ list: by === 'load' ? snapshotCode.shipmentsOn(number) : snapshotCode.document(number) }];
}

function leaving({ by, number }: Leaving, world: World): ShipmentThing[] {
  const code = by === 'load' ? snapshotCode.shipmentsOn(number) : snapshotCode.document(number);
  const known = foundOf(world.list(code), 'shipment').map(({ value }) => value);
  return by === 'shipment' ? known.filter(({ shipment }) => shipment === number) : known;
}

/** Lines of which less is picked than was to go. */
function shortLines(shipments: readonly ShipmentThing[]) {
  return shipments.flatMap(({ lines }) => lines).filter(({ quantityBase, pickedBase }) => pickedBase < quantityBase);
}

/** What does not go, each with so much of it as is not delivered then. */
function restRows(rest: readonly RestOfLine[]) {
  return rest.map(({ description, orderNumber, itemNumber, restBase, decimals, baseUnit }) => ({
    title: description,
    detail: `${orderNumber} · ${itemNumber}`,
    value: words('ship.notDelivered', { quantity: fromBase(restBase, decimals), unit: baseUnit }),
    tone: 'warn' as const,
  }));
}

function closing(state: Leaving, world: World): RestOfLine[] {
  return whatCloses(leaving(state, world), state.by === 'order' ? state.number : undefined);
}

const beginStep: FlowStep<ShipStates, object> = {
  prompt: () => ({ ask: words('ship.which') }),
  needs: () => [{ list: snapshotCode.outboundLoads }],
  scan: {
    document: (_state, { document, documentType }) => {
      if (documentType === 'outbound-load') return check('load', document);
      if (documentType === 'shipment') return check('shipment', document);
      if (documentType === 'outbound-order') return check('order', document);
      return say('ship.notToShip', { text: document });
    },
  },
  choose: {
    options: (_state, world) =>
      foundOf(world.list(snapshotCode.outboundLoads), 'outboundLoad')
        .filter(({ value }) => value.units.length > 0)
        .slice(0, listed)
        .map(({ key, value: { carrier, units } }): Option => {
          const done = units.filter(({ isLoaded }) => isLoaded).length;
          const value = words('load.onOf', { done, of: units.length });
          return { key, title: key, ...(carrier !== null && { detail: carrier }), value };
        }),
    pick: (_state, key) => check('load', key),
  },
};

function check(by: Leaving['by'], number: string): Verdict<ShipStates> {
  return go('check', { by, number }, number);
}

/** More are found by scanning. */
const listed = 30;

const checkStep: FlowStep<ShipStates, Leaving> = {
  prompt: (state, world) => {
    const shipments = leaving(state, world);
    const short = shortLines(shipments).length;
    const closed = closedAnyway(shipments);
    return {
      ask: words(shipments.length === 0 ? 'lookUp.gone' : 'ship.isItRight'),
      large: state.number,
      about: [...new Set(shipments.map(({ customer }) => customer ?? ''))].filter((name) => name !== '').join(', '),
      ...(short > 0 && { notice: words('ship.missing', { count: short }) }),
      ...(closed.length > 0 && { notice: words('ship.closes', { count: closed.length + moreNotReleased(shipments) }) }),
      rows: [
        // What stays behind for good is in sight without scrolling.
        ...restRows(notReleased(shipments.filter(({ isOnlyOne }) => isOnlyOne === true))),
        ...shipments.flatMap(({ orders, lines }) =>
          lines.map(({ itemNumber, description, quantityBase, pickedBase, decimals, baseUnit }) => ({
            title: description,
            detail: `${orders.join(', ')} · ${itemNumber}`,
            value: words('ship.pickedOf', {
              ...{ picked: fromBase(pickedBase, decimals), of: fromBase(quantityBase, decimals), unit: baseUnit },
            }),
            tone: pickedBase < quantityBase ? ('warn' as const) : ('good' as const),
          })),
        ),
      ],
    };
  },
  needs,
  actions: {
    confirm: {
      label: 'ship.confirm',
      emphasis: 'primary',
      when: (state, world) => {
        const shipments = leaving(state, world);
        return shipments.length > 0 && shortLines(shipments).length === 0 && closedAnyway(shipments).length === 0;
      },
      run: (state) => confirmed(state, {}),
    },
    rest: {
      label: 'ship.decideRest',
      emphasis: 'primary',
      when: (state, world) => isRestOpen(leaving(state, world)),
      run: (state) => go('rest', state),
    },
    close: {
      label: 'ship.closeRest',
      emphasis: 'primary',
      when: (state, world) => {
        const shipments = leaving(state, world);
        return !isRestOpen(shipments) && closedAnyway(shipments).length > 0;
      },
      run: (state) => go('reason', { ...state, remainder: 'cancel' as const }),
    },
    other: { label: 'ship.other', run: () => go('begin', {}) },
  },
};

const restStep: FlowStep<ShipStates, Leaving> = {
  prompt: (state, world) => ({
    ask: words('ship.whatOfRest'),
    large: state.number,
    about: words('ship.missing', { count: shortLines(leaving(state, world)).length }),
  }),
  needs,
  choose: {
    options: () => remainderRules.map((rule) => ({ key: rule, title: words(`ship.rest.${rule}` satisfies TextKey) })),
    pick: (state, key) => {
      const remainder = remainderRules.find((rule) => rule === key);
      if (!remainder) return say('flow.notOffered');
      return remainder === 'cancel' ? go('reason', { ...state, remainder }) : confirmed(state, { remainder });
    },
  },
};

/** Why somebody gets less than was ordered; told to the ERP. */
const reasons = ['not-there', 'damaged', 'customer', 'other'] as const;

const reasonStep: FlowStep<ShipStates, ShipStates['reason']> = {
  prompt: (state, world) => ({ ask: words('ship.why'), large: state.number, rows: restRows(closing(state, world)) }),
  needs,
  choose: {
    options: () => reasonOptions(reasons),
    pick: ({ remainder, ...state }, reason) => confirmed(state, { remainder, reason }),
  },
};

function confirmed({ by, number }: Leaving, more: Pick<ConfirmBody, 'remainder' | 'reason'>): Verdict<ShipStates> {
  const told = words('ship.confirmed', { what: number });
  return submit(confirm, { [by]: number, ...more }, go('begin', {}), { told });
}

/**
 * Confirming that a truck, a shipment or an order has left; from then on it is not in the building, and the customer is
 * told so.
 *
 * Scan or choose what leaves. The device shows what is picked of each line. Where all of it is, confirm; where something
 * is missing, say what becomes of that: it follows on another truck, waits as a backorder, or is not delivered, and why.
 * What is not delivered is shown line by line before, also what was never released of an order: where one shipment stands
 * for an order, or where the order is confirmed itself.
 */
export const shipFlow = flow<ShipStates>({
  id: 'ship',
  permit: 'shipping.confirm',
  title: 'ship.title',
  revision: 1,
  start: () => go('begin', {}),
  steps: { begin: beginStep, check: checkStep, rest: restStep, reason: reasonStep },
});
