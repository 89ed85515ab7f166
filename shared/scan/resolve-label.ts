import { chooseScan, documentScans, itemScans, locationScans, plateScans } from './candidates.ts';
import type { LabelFacts } from './gs1/label.ts';
import type { AmbiguousScan, LabelDetails, LicensePlateScan, Scan, ScanHits, ScanKind } from './scan.ts';
import { unknownScan } from './unknown-scan.ts';

/**
 * What a GS1 label is, by what it says: the plate (SSCC, returnable asset), else the item (GTIN), location (GLN) or
 * document it names, the first of these that the step accepts. Lot, serial, expiry and count come with it. A label
 * that names none of them but tells of the goods is `details`.
 */
export function resolveLabel(
  text: string,
  label: LabelFacts,
  hits: ScanHits,
  accepted: readonly ScanKind[],
): Scan | AmbiguousScan {
  const told = labelDetails(label);
  const groups: (readonly Scan[])[] = [
    labelPlates(text, label.sscc, hits, told),
    itemScans(text, hits, label.gtin === undefined ? { ...told, contentOfPlate: true } : told),
    locationScans(text, hits),
    documentScans(text, hits),
  ].filter((scans) => scans.length > 0);
  const group = groups.find((scans) => scans.some((scan) => accepted.includes(scan.kind))) ?? groups[0] ?? [];
  return chooseScan(text, group, accepted) ?? labelWithoutSubject(text, label, told);
}

/** An SSCC is a plate even when the warehouse has not seen it yet; a returnable asset only when it has. */
function labelPlates(
  text: string,
  sscc: string | undefined,
  hits: ScanHits,
  told: LabelDetails,
): readonly LicensePlateScan[] {
  const found = plateScans(text, hits, told);
  if (sscc === undefined || found.length > 0) return found;
  return [{ kind: 'licensePlate', text, licensePlate: sscc, known: false, ...told }];
}

function labelWithoutSubject(text: string, label: LabelFacts, told: LabelDetails): Scan {
  const gtin = label.gtin ?? label.contentGtin;
  if (gtin !== undefined) return unknownScan(text, { code: 'scan.unknown_item', params: { gtin } }, told);
  const reference = label.orderNumber ?? label.shipment ?? label.locationGln ?? label.asset;
  if (reference !== undefined) return unknownScan(text, { code: 'scan.unknown', params: { text: reference } }, told);
  const tellsOfGoods =
    label.lot !== undefined ||
    label.serial !== undefined ||
    label.count !== undefined ||
    label.measures.length > 0 ||
    Object.keys(label.dates).length > 0;
  if (tellsOfGoods) return { kind: 'details', text, ...told };
  return unknownScan(text, { code: 'scan.gs1_no_subject', params: {} }, told);
}

/** Expiry is AI 17 or 7003; goods that only have a best-before (15) or sell-by (16) date are kept by that one. */
function labelDetails(label: LabelFacts): LabelDetails {
  const { lot, serial, count, dates } = label;
  const expiry = dates['17'] ?? dates['7003'] ?? dates['15'] ?? dates['16'];
  return {
    label,
    ...(lot === undefined ? {} : { lot }),
    ...(serial === undefined ? {} : { serial }),
    ...(expiry === undefined ? {} : { expiryDate: expiry.date }),
    ...(count === undefined ? {} : { count }),
  };
}
