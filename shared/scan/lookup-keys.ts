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
    case 'text':
      return everywhere(reading.text);
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

function unique(codes: readonly string[]): string[] {
  return [...new Set(codes)];
}

function given(...codes: readonly (string | undefined)[]): string[] {
  return codes.filter((code) => code !== undefined);
}
