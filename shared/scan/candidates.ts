import type {
  AmbiguousScan,
  DocumentScan,
  ItemHit,
  ItemScan,
  LabelDetails,
  LicensePlateScan,
  LocationScan,
  OperatorScan,
  Scan,
  ScanHits,
  ScanKind,
} from './scan.ts';

/** Everything found for a code, in the order of preference: plate, location, item, document, operator. */
export function candidateScans(text: string, hits: ScanHits): Scan[] {
  return [
    ...plateScans(text, hits, {}),
    ...locationScans(text, hits),
    ...itemScans(text, hits, {}),
    ...documentScans(text, hits),
    ...operatorScans(text, hits),
  ];
}

/**
 * The one to go on with: of the kinds the step accepts, else of the first kind found. Two of them are a question to
 * the worker; null when nothing was found.
 */
export function chooseScan(
  text: string,
  found: readonly Scan[],
  accepted: readonly ScanKind[],
): Scan | AmbiguousScan | null {
  const wanted = found.filter((scan) => accepted.includes(scan.kind));
  const choices = wanted.length > 0 ? wanted : found.filter((scan) => scan.kind === found[0]?.kind);
  const [only, second] = choices;
  if (only === undefined) return null;
  return second === undefined ? only : { kind: 'ambiguous', text, choices };
}

export function plateScans(text: string, { licensePlates = [] }: ScanHits, told: LabelDetails): LicensePlateScan[] {
  return licensePlates.map(({ licensePlate }) => ({ kind: 'licensePlate', text, licensePlate, known: true, ...told }));
}

export function locationScans(text: string, { locations = [] }: ScanHits): LocationScan[] {
  return locations.map(({ location }) => ({ kind: 'location', text, location }));
}

export function documentScans(text: string, { documents = [] }: ScanHits): DocumentScan[] {
  return documents.map(({ document, documentType, sourceSystem }) => ({
    kind: 'document',
    text,
    document,
    documentType,
    ...(sourceSystem === undefined ? {} : { sourceSystem }),
  }));
}

export function operatorScans(text: string, { operators = [] }: ScanHits): OperatorScan[] {
  return operators.map(({ badge }) => ({ kind: 'operator', text, badge }));
}

/** One scan for each item and unit; an item found by number and by barcode counts as found by barcode. */
export function itemScans(
  text: string,
  { items = [] }: ScanHits,
  told: LabelDetails & Pick<ItemScan, 'contentOfPlate'>,
): ItemScan[] {
  const scans = new Map<string, ItemScan>();
  for (const hit of items) {
    const { item, sourceSystem, unit, quantity } = hit;
    if (unit === undefined && items.some((other) => other.unit !== undefined && isSameItem(other, hit))) continue;
    scans.set(JSON.stringify([sourceSystem, item, unit, quantity]), {
      kind: 'item',
      text,
      item,
      ...(sourceSystem === undefined ? {} : { sourceSystem }),
      ...(unit === undefined ? {} : { unit }),
      ...(quantity === undefined ? {} : { quantity }),
      ...told,
    });
  }
  return [...scans.values()];
}

function isSameItem(one: ItemHit, other: ItemHit): boolean {
  return one.item === other.item && one.sourceSystem === other.sourceSystem;
}
