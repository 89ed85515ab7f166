import { randomUUID } from 'node:crypto';

/** A line of a plate: order, its line, item, quantity in pieces; `more` says the rest. */
export type NoticeLine = readonly [order: string, line: number, item: string, quantity: number, more?: object];

export interface NoticePlate {
  readonly licensePlate: string;
  readonly parent?: string | null;
  readonly lines?: readonly NoticeLine[];
}

/** A notice of a load in EAST with its plates on one shipment, unless `more` says otherwise. */
export function noticeMessage(load: string, plates: readonly NoticePlate[], more: object = {}, messageId?: string) {
  return {
    messageId: messageId ?? `asn-${randomUUID()}`,
    type: 'advance-shipping-notice',
    operation: 'upsert',
    notice: { load, warehouse: 'EAST', shipments: [shipmentOf(`${load}-S1`, plates)], ...more },
  };
}

export function shipmentOf(shipment: string, plates: readonly NoticePlate[]) {
  return {
    shipment,
    licensePlates: plates.map(({ licensePlate, parent = null, lines = [] }) => ({
      licensePlate,
      parent,
      lines: lines.map(([orderNumber, lineNumber, item, quantity, other]) => ({
        ...{ orderNumber, lineNumber, item, quantity, unit: 'pcs', ...other },
      })),
    })),
  };
}

export function cancelNotice(load: string, more: object = {}) {
  return {
    messageId: `asn-${randomUUID()}`,
    type: 'advance-shipping-notice',
    operation: 'cancel',
    notice: { load, ...more },
  };
}

/** What one test calls its order, its two items and its plate. */
export interface Names {
  readonly order: string;
  readonly one: string;
  readonly two: string;
  readonly plate: string;
}

/** A plate with something of both lines of the order. */
export const twoItems = ({ order, one, two, plate }: Names): NoticePlate[] => [
  {
    licensePlate: plate,
    lines: [
      [order, 1, one, 6],
      [order, 2, two, 3],
    ],
  },
];
