import { type Outside, outside } from './place.ts';

/** What loads of transfers are called by: `TR-` and the shipment they bring. */
const prefix = 'TR-';

/** The load that brings a shipment to another warehouse of its source system. */
export function transferLoad(shipment: string): string {
  return `${prefix}${shipment}`;
}

/** Where the goods of a load come from: what one warehouse sends to another is on the way between, and nobody's supply. */
export function originOf(load: string | null): Outside {
  return load?.startsWith(prefix) ? outside.transit : outside.supplier;
}
