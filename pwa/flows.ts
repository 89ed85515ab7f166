import type { AnyFlow } from './engine/flow.ts';
import { laterFlow } from './engine/flow.ts';
import { claimOnDevice, releaseClaimOnDevice } from './putaway/claim.facts.ts';
import { putOnDevice } from './putaway/put.facts.ts';
import { putAway } from './putaway/put-away.flow.ts';
import { completeOnDevice } from './receiving/complete.facts.ts';
import { receive } from './receiving/receive.flow.ts';
import { registerOnDevice } from './receiving/register.facts.ts';
import { undoRegistrationOnDevice } from './receiving/undo-registration.facts.ts';
import { tooLate } from './returns/too-late.ts';
import { type AnyDeviceOperation, laterOperation } from './store/provisional.ts';

/**
 * What is needed only for goods that go out is fetched when somebody first asks for it; the service worker has put it by
 * before, so that it needs no network.
 */
const goodsOut = () => import('./flows-out.ts');
const flowOut = (id: string) => goodsOut().then(({ flowsOut }) => flowsOut.find((flow) => flow.id === id));
const operationOut = (type: string) =>
  goodsOut().then(({ operationsOut }) => operationsOut.find(({ operation }) => operation.type === type));

const stock = () => import('./flows-stock.ts');
const flowOfStock = (id: string) => stock().then(({ flowsStock }) => flowsStock.find((flow) => flow.id === id));
const operationOfStock = (type: string) =>
  stock().then(({ operationsStock }) => operationsStock.find(({ operation }) => operation.type === type));

/** The flow that a scan outside of any task opens, and that interrupts a task without ending it. */
export const lookUpFlow = 'look-up';

/** How codes that nothing has are told, from whatever flow. */
export const unknownCodes = () => import('./unknown-codes/tell.ts').then(({ tellUnknownCodes }) => tellUnknownCodes);

/** Every flow of the floor, in the order of the menu: who may do it sees it. */
export const flows: readonly AnyFlow[] = [
  receive,
  laterFlow({ id: 'receive-blind', permit: 'receiving.blind', title: 'blind.title', load: flowOfStock }),
  // Whoever waits for it cannot go on: it comes before what has only to be put away.
  laterFlow({ id: 'fill', permit: 'replenishment.pick', title: 'fill.title', load: flowOut }),
  putAway,
  laterFlow({ id: 'put-away-trip', permit: 'putaway.claim', title: 'trip.title', load: flowOfStock }),
  laterFlow({ id: 'pick', permit: 'picking.pick', title: 'pick.title', load: flowOut }),
  laterFlow({ id: 'cluster', permit: 'picking.pick', title: 'cluster.title', load: flowOut }),
  laterFlow({ id: 'pack', permit: 'packing.pack', title: 'pack.title', load: flowOut }),
  laterFlow({ id: 'load', permit: 'shipping.load', title: 'load.title', load: flowOut }),
  laterFlow({ id: 'ship', permit: 'shipping.confirm', title: 'ship.title', load: flowOut }),
  laterFlow({ id: 'move', permit: 'inventory.move', title: 'move.title', load: flowOfStock }),
  laterFlow({ id: 'plates', permit: 'inventory.build_plate', title: 'plates.title', load: flowOfStock }),
  laterFlow({ id: 'return', permit: 'returns.register', title: 'returns.title', mends: tooLate, load: flowOfStock }),
  laterFlow({ id: 'status', permit: 'inventory.change_status', title: 'status.title', load: flowOfStock }),
  laterFlow({ id: 'count', permit: 'counting.count', title: 'count.title', load: flowOfStock }),
  laterFlow({ id: 'label', permit: 'labels.print', title: 'label.title', load: flowOfStock }),
  laterFlow({ id: lookUpFlow, permit: 'stock.read', title: 'lookUp.title', load: flowOfStock }),
];

/** Every operation that the device judges for itself before the server does. */
export const deviceOperations: readonly AnyDeviceOperation[] = [
  registerOnDevice,
  undoRegistrationOnDevice,
  completeOnDevice,
  putOnDevice,
  claimOnDevice,
  releaseClaimOnDevice,
  ...[
    ...['picking.pick', 'picking.short_pick', 'picking.substitute', 'picking.skip', 'picking.undo'],
    ...['picking.put', 'picking.release_claim', 'picking.put_back', 'replenishment.pick', 'replenishment.put'],
    ...['replenishment.request'],
    ...['packing.open_carton', 'packing.pack', 'packing.unpack', 'packing.close_carton'],
    ...['shipping.load', 'shipping.unload', 'shipping.confirm'],
  ].map((type) => laterOperation(type, operationOut)),
  ...['inventory.move', 'inventory.build_plate', 'inventory.break_plate', 'inventory.consolidate'].map((type) =>
    laterOperation(type, operationOfStock),
  ),
  ...['returns.register', 'inventory.change_status', 'counting.start', 'counting.count'].map((type) =>
    laterOperation(type, operationOfStock),
  ),
];
