import type { MeantCode } from './code-pattern.ts';
import { gtinForms } from './gtin.ts';
import type { ScanLookup, ScanReading } from './scan.ts';

/**
 * The codes that a caller must look up before `resolveScan`, by where to look. A text is asked for as it stands and
 * in capitals, because scanners and keyboards differ in the case they send.
 */
export function lookupKeys(reading: ScanReading): ScanLookup {
  switch (reading.kind) {
    case 'refused':
    case 'command':
      return nothing;
    case 'badge':
      return everywhere(reading.text);
    case 'text': {
      const keys = everywhere(reading.text);
      const { gtins = [] } = reading;
      return { ...keys, barcodes: unique([...keys.barcodes, ...gtins.flatMap(gtinForms)]) };
    }
    case 'own':
      return ownKeys(reading.meant);
    case 'sscc':
      return { ...everywhere(reading.text), licensePlates: unique([reading.sscc, reading.text]) };
    case 'gtin':
      return { ...everywhere(reading.text), barcodes: unique([...reading.gtins.flatMap(gtinForms), reading.text]) };
    case 'gs1': {
      const { gtin, contentGtin, sscc, asset, locationGln, orderNumber, shipment } = reading.label;
      return {
        ...nothing,
        licensePlates: given(sscc, asset),
        locationGlns: given(locationGln),
        barcodes: unique(given(gtin, contentGtin).flatMap(gtinForms)),
        documents: given(orderNumber, shipment),
      };
    }
  }
}

const nothing: ScanLookup = {
  licensePlates: [],
  locations: [],
  locationGlns: [],
  barcodes: [],
  itemNumbers: [],
  documents: [],
  badges: [],
};

function everywhere(text: string): ScanLookup {
  const codes = unique([text, text.toUpperCase()]);
  return {
    licensePlates: codes,
    locations: codes,
    locationGlns: [],
    barcodes: codes,
    itemNumbers: codes,
    documents: codes,
    badges: codes,
  };
}

/** A site's own code is looked up as what its pattern says it is, and as nothing else. */
function ownKeys(meant: readonly MeantCode[]): ScanLookup {
  const valuesOf = (kind: MeantCode['kind']) =>
    unique(meant.flatMap((one) => (one.kind === kind ? [one.value, one.value.toUpperCase()] : [])));
  const items = valuesOf('item');
  return {
    ...nothing,
    licensePlates: valuesOf('licensePlate'),
    locations: valuesOf('location'),
    barcodes: items,
    itemNumbers: items,
    documents: valuesOf('document'),
  };
}

function unique(codes: readonly string[]): string[] {
  return [...new Set(codes)];
}

function given(...codes: readonly (string | undefined)[]): string[] {
  return codes.filter((code) => code !== undefined);
}
