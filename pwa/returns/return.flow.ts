import { isReturnNumber, returnIdOf } from '#shared/ledger/return-id.ts';
import type { ItemThing } from '#shared/ledger/thing.ts';
import type { ItemScan } from '#shared/scan/scan.ts';
import { type FlowStep, flow, type Go, go, say, type Verdict, type World } from '../engine/flow.ts';
import { enteredGoods, goneItem, goodsEntry, missingOf } from '../engine/goods-entry.ts';
import { printsPlate } from '../engine/prints-label.ts';
import { words } from '../ui/words.ts';
import { dispositionStep, photosStep, plateStep } from './goods.steps.ts';
import { lateStep, mendReturn } from './late.step.ts';
import type { AtSlip, Returned, ReturnStates } from './return.states.ts';
import { leftBy, slipPath, slipRows } from './slip.ts';

const blind: AtSlip = { returnId: null, order: null };

/**
 * Goods come back. Scan the return number on our label or on the packing slip, or the return order of the ERP; where
 * nobody has one any more, type the number of the order, or scan the goods themselves. Then each item: what the label
 * does not say is asked, what becomes of it is chosen, photos are taken where they help, and it goes onto a plate. What
 * is scrapped needs none. The receipt for credit is made at once; items of the same return follow until it is closed.
 * What the server refuses as too late is set aside, or passed on from the messages: a second person decides.
 */
export const returnFlow = flow<ReturnStates>({
  id: 'return',
  permit: 'returns.register',
  title: 'returns.title',
  revision: 1,
  start: () => go('begin', {}),
  mend: mendReturn,
  steps: {
    begin: beginStep(),
    item: itemStep(),
    ...goodsEntry<ReturnStates, Returned>(nextFor),
    disposition: dispositionStep,
    photos: photosStep,
    plate: plateStep,
    late: lateStep,
  },
});

function beginStep(): FlowStep<ReturnStates, object> {
  return {
    prompt: () => ({ ask: words('returns.scanNumber'), about: words('returns.orItem') }),
    scan: {
      document: (_state, { document, documentType }) => {
        if (documentType === 'shipment') return atReturnId(returnIdOf(document));
        if (documentType === 'outbound-order' || documentType === 'inbound-order') return atOrder(document);
        return say('returns.noReturn', { text: document });
      },
      item: (_state, scan, world) => begun(blind, scan, world),
      unknown: (_state, { text, refused, code, params }) => {
        if (refused) return say(code, params);
        return isReturnNumber(text) ? atReturnId(text.trim()) : say(code, params);
      },
      // A carton of ours that came back as it left.
      licensePlate: (_state, { licensePlate }) => atReturnId(licensePlate),
    },
    enter: {
      kind: 'text',
      label: 'returns.number',
      maxLength: 64,
      run: (_state, text) => (isReturnNumber(text) ? atReturnId(text.trim()) : atOrder(text.trim())),
    },
    actions: { withoutNumber: { label: 'returns.withoutNumber', run: () => go('item', blind) } },
  };
}

function atReturnId(returnId: string): Go<ReturnStates> {
  return go('item', { returnId: returnId.toUpperCase(), order: null }, returnId);
}

function atOrder(order: string): Go<ReturnStates> {
  return go('item', { returnId: null, order }, order);
}

/** Only what left with it; where the server cannot be asked, it says so when it hears of the return. */
function itemStep(): FlowStep<ReturnStates, ReturnStates['item']> {
  return {
    prompt: (state, world) => ({
      ask: words('returns.scanItem'),
      about: state.returnId ?? state.order ?? words('returns.blind'),
      rows: slipRows(state, world),
    }),
    needs: (state) => slipPath(state).map((asked) => ({ asked })),
    scan: { item: (state, scan, world) => begun(state, scan, world) },
    actions: {
      label: printsPlate(({ returnId, order }) => go('item', { returnId, order })),
      another: { label: 'returns.another', run: () => go('begin', {}) },
    },
  };
}

function begun({ returnId, order }: AtSlip, scan: ItemScan, world: World): Verdict<ReturnStates> {
  const item = world.thing('item', `${scan.sourceSystem ?? ''}:${scan.item}`);
  if (!item) return goneItem(scan.item);
  const slip = { returnId, order };
  const left = leftBy(slip, item.number, world);
  if (left === 0) return say('returns.notOfThis', { item: item.number, slip: returnId ?? order ?? '' });
  return nextFor({ ...enteredGoods(item, scan), ...slip }, item);
}

/** On to the first thing that is still to be known, then to what becomes of the goods. */
function nextFor(goods: Returned, item: ItemThing): Go<ReturnStates> {
  const told = goods.description;
  // Of a lot that left, the date is known where the lot is.
  const asked =
    goods.returnId === null && goods.order === null ? goods : { ...goods, expiryDate: goods.expiryDate ?? '' };
  const missing = missingOf(asked, item);
  const { quantity } = goods;
  if (quantity === null) return go(missing === 'lot' || missing === 'expiry' ? missing : 'quantity', goods, told);
  return go(missing === 'serial' ? 'serial' : 'disposition', { ...goods, quantity }, told);
}
