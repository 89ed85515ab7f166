import { ssccOf } from '#shared/scan/sscc.ts';
import { instant } from '../platform/clock.ts';
import { bakery } from './outbound.ts';

/** Each item that leaves stands at a place of its own before, numbered from 1. */
const placeOf = (number: number) => `A-01-01-${number}`;
/** The demo's own plates; see `notices.ts` for those of its suppliers. */
const companyPrefix = '4099998';

/** Goods that left the other warehouse before the demo began: for one of its customers, and for the warehouse EAST. */
export interface DemoDeparture {
  readonly order: { readonly orderNumber: string };
  readonly stock: readonly { readonly item: string; readonly quantity: number; readonly location: string }[];
  /** The plate they left on. */
  readonly licensePlate: string;
}

/** A transfer to EAST that can be received there, and an order whose goods may come back. */
export function demoDepartures(now: number): DemoDeparture[] {
  const common = { warehouse: 'WEST', requestedShippingEnd: instant(now - 3_600_000) };
  const { account, name, address, language, carrier } = bakery;
  const sale = { orderType: 'Sales order', language, carrier, consignee: { account, name, address } };
  return [
    departure(1, { orderNumber: 'TO-6001', ...common, receivingWarehouse: 'EAST', orderType: 'Transfer order' }, [
      ['A0298', 60],
      ['A0300', 30],
    ]),
    departure(2, { orderNumber: 'SO-6002', ...common, ...sale }, [['A0264', 6]]),
  ];
}

/** What the bakery wants to send back of an older order, as its ERP has announced it. */
export function demoReturnOrder(now: number) {
  const { account, name } = bakery;
  return {
    ...{ orderNumber: 'RMA-6003', warehouse: 'EAST', orderType: 'Return order', consigner: { account, name } },
    plannedReceiptStart: instant(now),
    lines: [{ lineNumber: 1, item: 'A0266', quantity: 4, unit: 'pcs' }],
  };
}

type Row = readonly [item: string, quantity: number];

function departure<Order extends DemoDeparture['order']>(number: number, order: Order, rows: readonly Row[]) {
  return {
    order: {
      ...order,
      lines: rows.map(([item, quantity], index) => ({ lineNumber: index + 1, item, quantity, unit: 'pcs' })),
    },
    stock: rows.map(([item, quantity], index) => ({ item, quantity, location: placeOf(index + 1) })),
    licensePlate: ssccOf(number, companyPrefix),
  };
}
