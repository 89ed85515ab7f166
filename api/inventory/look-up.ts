import type { Found } from '#shared/inventory/look-up.ts';
import { lookupKeys } from '#shared/scan/lookup-keys.ts';
import type { ReadScanOptions } from '#shared/scan/read-options.ts';
import { readScan } from '#shared/scan/read-scan.ts';
import { scanRulesOf } from '../platform/facts/scan-rules.queries.ts';
import { foundCarton } from './look-up-carton.ts';
import type { LookUp } from './look-up-common.ts';
import { foundItem } from './look-up-item.ts';
import { foundLoad } from './look-up-load.ts';
import { foundLocation } from './look-up-location.ts';
import { foundLot } from './look-up-lot.ts';
import { meaningsOf } from './look-up-meanings.queries.ts';
import { foundOrder } from './look-up-order.ts';
import { foundOutboundLoad } from './look-up-outbound-load.ts';
import { foundOutboundOrder } from './look-up-outbound-order.ts';
import { foundPlate } from './look-up-plate.ts';
import { foundSerial } from './look-up-serial.ts';
import { foundShipment } from './look-up-shipment.ts';
import { foundWave } from './look-up-wave.ts';
import { foundWork } from './look-up-work.ts';

/** Everything that a code can be the name of in a warehouse, each with where, how much, what is to come and what was. */
export async function lookUp(asked: LookUp, code: string): Promise<Found[]> {
  const found: Found[] = [];
  const rules = await scanRulesOf(asked.read, asked.warehouse);
  for (const one of codesIn(code, { ...rules, currentYear: new Date(asked.nowMs).getUTCFullYear() }))
    found.push(...(await namedBy(asked, one)));
  return found;
}

/** This decides the kind: a carton is a plate too, and told of as a carton. */
async function namedBy(asked: LookUp, code: string): Promise<Found[]> {
  const meant = await meaningsOf(asked.read, asked.warehouse, code);
  const { plate, location, load, carton, shipment, outboundLoad, work, wave } = meant;
  const one = async (name: string | null | undefined, find: (asked: LookUp, name: string) => Promise<Found | null>) =>
    name == null ? null : find(asked, name);
  const found = await Promise.all([
    one(carton ? null : plate, foundPlate),
    one(carton, foundCarton),
    one(location, foundLocation),
    ...meant.itemKeys.map((itemKey) => foundItem(asked, itemKey)),
    ...meant.orderKeys.map((orderKey) => foundOrder(asked, orderKey)),
    ...meant.outboundKeys.map((orderKey) => foundOutboundOrder(asked, orderKey)),
    one(load, foundLoad),
    one(shipment, foundShipment),
    one(outboundLoad, foundOutboundLoad),
    one(work, foundWork),
    one(wave, foundWave),
    ...meant.lots.map((lot) => foundLot(asked, lot)),
    ...meant.serials.map((serial) => foundSerial(asked, code, serial)),
  ]);
  return found.filter((each) => each !== null);
}

/**
 * What a label says, where it is one with GS1 elements, the SSCC of a plate or carton say; what the warehouse's patterns
 * say that one of its own codes is; else the text itself.
 */
function codesIn(text: string, options: ReadScanOptions): readonly string[] {
  const reading = readScan({ text, source: 'typed' }, options);
  if (reading.kind === 'own') return [...new Set(reading.meant.map(({ value }) => value))].slice(0, mostOnLabel);
  if (reading.kind === 'sscc') return [reading.sscc];
  if (reading.kind !== 'gs1') return [text];
  const { licensePlates, barcodes, documents } = lookupKeys(reading);
  const { lot, serial } = reading.label;
  const [gtin] = barcodes;
  const said = [...licensePlates, ...documents, serial, lot, gtin].filter((code) => code !== undefined);
  return [...new Set(said)].slice(0, mostOnLabel);
}

const mostOnLabel = 4;
