import type { Command } from '#shared/command/envelope.ts';
import type { ReceivingLine, ReceivingOrder, RegisterFacts } from '#shared/receiving/facts.ts';
import { stockItem } from './stock-item.ts';

/** A command as the pipeline hands it to a rule. */
export function commandWith<Body>(type: string, body: Body, extra: Partial<Command<Body>> = {}): Command<Body> {
  return {
    id: 'c1',
    type,
    version: 1,
    device: 'HH-1',
    warehouse: 'EAST',
    occurredAt: '2026-03-02T07:00:00.000Z',
    knownAt: null,
    operator: 'W-1001',
    body,
    ...extra,
  };
}

export const rye = stockItem('A0001');

export const order: ReceivingOrder = {
  key: 'DEMO:PO-1',
  number: 'PO-1',
  sourceSystem: 'DEMO',
  warehouse: 'EAST',
  status: 'open',
  openLoads: [],
};

export const line: ReceivingLine = {
  order: 'DEMO:PO-1',
  line: 1,
  item: 'DEMO:A0001',
  orderedBase: 10,
  overPercent: 10,
  underPercent: 10,
  inventoryStatus: 'available',
  owner: 'DEMO',
  lot: null,
  status: 'open',
  registeredBase: 0,
  receivedBase: 0,
};

/** An order of ten pieces, a dock, a new plate: everything as it should be. */
export function registerFacts(changes: Partial<RegisterFacts> = {}): RegisterFacts {
  return {
    orders: [order],
    lines: [line],
    load: null,
    announced: null,
    item: rye,
    location: { code: 'DOCK-01', type: 'receiving', isActive: true },
    lot: { isKnown: false, expiryDate: null },
    serialsInStock: [],
    plate: null,
    newPlate: '095212340000000017',
    looseWork: null,
    registeredSinceBase: 0,
    isOrderNews: false,
    ...changes,
  };
}
