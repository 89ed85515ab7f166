import type { ThingKind } from '#shared/ledger/thing.ts';
import { lookupKeys } from '#shared/scan/lookup-keys.ts';
import type { ReadScanOptions } from '#shared/scan/read-options.ts';
import { resolveScan } from '#shared/scan/resolve-scan.ts';
import type { AmbiguousScan, DocumentHit, Scan, ScanHits, ScanInput, ScanKind, ScanLookup } from '#shared/scan/scan.ts';
import { type FoundThing, foundOf, type ReadThings } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { readCode } from './read-code.ts';

/** What a text is at a step that accepts these kinds, and the things of the snapshot that have the code. */
export interface Resolved {
  readonly scan: Scan | AmbiguousScan;
  readonly found: readonly FoundThing[];
  /** Numbers of plates under which nothing was found, so they need not be looked for once more. */
  readonly noPlates: readonly string[];
}

/** Reads a scan and looks its codes up in the device's copy of things. Never throws, whatever the text. */
export async function resolve(
  things: ReadThings,
  input: ScanInput,
  options: ReadScanOptions,
  accepted: readonly ScanKind[],
): Promise<Resolved> {
  const reading = await readCode(input, options);
  const keys = lookupKeys(reading);
  const codes = [
    ...keys.licensePlates.map(snapshotCode.licensePlate),
    ...keys.locations.map(snapshotCode.location),
    ...keys.barcodes.map(snapshotCode.barcode),
    ...keys.itemNumbers.map(snapshotCode.itemNumber),
    ...keys.documents.flatMap((number) => [snapshotCode.document(number), snapshotCode.load(number)]),
  ];
  const found = codes.length === 0 ? [] : await things.byCodes([...new Set(codes)]);
  const noPlates = keys.licensePlates.filter((number) => !isAmong(found, 'licensePlate', number));
  return { scan: resolveScan(reading, hitsOf(found, keys), accepted), found, noPlates };
}

/** What a scan names by its form alone, as a plate that the warehouse has not seen: steps may ask whether it is there. */
export function unseenOf({ scan, found }: Resolved): ThingRef[] {
  const ref = scan.kind === 'ambiguous' ? null : refOf(scan);
  return ref && !isAmong(found, ref.kind, ref.key) ? [ref] : [];
}

function isAmong(found: readonly FoundThing[], kind: ThingKind, key: string): boolean {
  return found.some((thing) => thing.kind === kind && thing.key === key);
}

function hitsOf(found: readonly FoundThing[], keys: ScanLookup): ScanHits {
  const { barcodes, itemNumbers: numbers, documents } = keys;
  return {
    licensePlates: foundOf(found, 'licensePlate').map(({ key }) => ({ licensePlate: key })),
    locations: foundOf(found, 'location').map(({ key }) => ({ location: key })),
    items: foundOf(found, 'item').flatMap(({ value: { number, sourceSystem, barcodes: own } }) => [
      ...own
        .filter(({ code }) => barcodes.includes(code))
        .map(({ unit, quantity }) => ({ item: number, sourceSystem, unit, quantity })),
      ...(numbers.includes(number) || numbers.includes(number.toUpperCase()) ? [{ item: number, sourceSystem }] : []),
    ]),
    documents: [
      ...foundOf(found, 'inboundOrder').map(({ value }) => ({
        document: value.orderNumber,
        documentType: 'inbound-order',
        sourceSystem: value.sourceSystem,
      })),
      ...foundOf(found, 'inboundLoad').map(({ key }) => ({ document: key, documentType: 'inbound-load' })),
      ...foundOf(found, 'work').map(({ key }) => ({ document: key, documentType: 'work' })),
      ...outboundHits(found, documents),
    ],
  };
}

/** Shipments, loads and pick work by their own numbers; outbound orders by the shipments that hold goods of them. */
function outboundHits(found: readonly FoundThing[], documents: readonly string[]): DocumentHit[] {
  const shipments = foundOf(found, 'shipment');
  const orders = shipments.flatMap(({ value }) => value.orders.filter((order) => documents.includes(order)));
  return [
    ...foundOf(found, 'pickWork')
      .filter(({ key }) => documents.includes(key))
      .map(({ key }) => hit(key, 'pick-work')),
    ...foundOf(found, 'outboundLoad').map(({ key }) => hit(key, 'outbound-load')),
    ...shipments.filter(({ key }) => documents.includes(key)).map(({ key }) => hit(key, 'shipment')),
    ...[...new Set(orders)].map((order) => hit(order, 'outbound-order')),
  ];
}

function hit(document: string, documentType: string): DocumentHit {
  return { document, documentType };
}

interface ThingRef {
  readonly kind: ThingKind;
  readonly key: string;
}

/** Things that a scan names directly, by kind: the key under which the snapshot keeps them. */
export function refOf(scan: Scan): ThingRef | null {
  switch (scan.kind) {
    case 'item':
      return { kind: 'item', key: `${scan.sourceSystem ?? ''}:${scan.item}` };
    case 'location':
      return { kind: 'location', key: scan.location };
    case 'licensePlate':
      return { kind: 'licensePlate', key: scan.licensePlate };
    case 'document':
      if (scan.documentType === 'work') return { kind: 'work', key: scan.document };
      if (scan.documentType === 'inbound-load') return { kind: 'inboundLoad', key: scan.document };
      if (scan.documentType === 'pick-work') return { kind: 'pickWork', key: scan.document };
      if (scan.documentType === 'shipment') return { kind: 'shipment', key: scan.document };
      if (scan.documentType === 'outbound-load') return { kind: 'outboundLoad', key: scan.document };
      if (scan.documentType === 'outbound-order') return null;
      return { kind: 'inboundOrder', key: `${scan.sourceSystem ?? ''}:${scan.document}` };
    default:
      return null;
  }
}
