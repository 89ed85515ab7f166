/**
 * What may be wrong with how a scanner sends codes. `must`: codes are lost or wrong until it is changed. `better`: it
 * works, since that was learnt, but would be faster or safer otherwise.
 */
export const scannerFindings = {
  separatorLost: 'must',
  separatorUnusable: 'must',
  garbled: 'must',
  upperCase: 'must',
  lowerCase: 'must',
  capsLock: 'must',
  extraText: 'must',
  checkDigit: 'must',
  tooSlow: 'must',
  suffixMissing: 'better',
  suffixSometimes: 'must',
  layout: 'better',
  doubled: 'better',
  separatorReplaced: 'better',
  identifierMissing: 'better',
  slow: 'better',
} as const satisfies Readonly<Record<string, 'must' | 'better'>>;

export type ScannerFinding = keyof typeof scannerFindings;

export const scannerBrands = ['Zebra', 'Honeywell', 'Datalogic'] as const;
export type ScannerBrand = (typeof scannerBrands)[number];

/**
 * A setting as its vendor names it. `isUnsure`: models name it differently, or it was not found in a vendor's document.
 * Looked up in Zebra's guides and its SET_CONFIG reference of DataWedge 14 (techdocs.zebra.com), the properties of
 * Honeywell's data collection kits (DPR_…, DEC_…), and the classes of Datalogic's Android kit (`Formatting`,
 * `KeyboardWedge`, `SendCodeID`).
 */
export interface ScannerSetting {
  readonly name: string;
  readonly value: string;
  readonly isUnsure?: true;
}

/** Where each vendor keeps the settings of the scanner. */
export const settingsPlace: Readonly<Record<ScannerBrand, string>> = {
  Zebra: 'DataWedge › Tallyman',
  Honeywell: 'Settings › Honeywell Settings › Scanning › Internal Scanner › Default profile › Data Processing Settings',
  Datalogic: 'Settings › Datalogic Settings › Scanner Settings',
};

type Settings = Readonly<Record<ScannerBrand, readonly ScannerSetting[]>>;

const keys: Settings = {
  Zebra: [
    { name: 'Keystroke output › Enabled', value: 'On' },
    { name: 'Keystroke output › Key event options › Send Characters as Events', value: 'On' },
  ],
  Honeywell: [
    { name: 'Wedge', value: 'On' },
    { name: 'Wedge Method', value: 'Keyboard' },
  ],
  Datalogic: [
    { name: 'Wedge › Enable keyboard wedge', value: 'On' },
    { name: 'Wedge › Keyboard wedge input mode', value: 'Key pressure' },
    // Else nothing is sent where no text field has the focus.
    { name: 'Wedge › Enable only on focus', value: 'Off' },
  ],
};

const suffix: Settings = {
  Zebra: [
    { name: 'Keystroke output › Basic data formatting › Send ENTER key', value: 'On' },
    { name: 'Keystroke output › Key event options › Send Enter as string', value: 'Off' },
  ],
  Honeywell: [{ name: 'Suffix', value: '\\n' }],
  Datalogic: [{ name: 'Formatting › Label suffix', value: '\\n (LF)' }],
};

const separator: Settings = {
  Zebra: [{ name: 'Keystroke output › Key event options › Send Control Characters as Events', value: 'On' }],
  Honeywell: [{ name: 'Edit Data Plugin: replace 0x1D', value: '~', isUnsure: true }],
  Datalogic: [
    { name: 'Formatting › GS substitution', value: '~' },
    { name: 'Formatting › Remove non printable chars', value: 'Off' },
  ],
};

const identifier: Settings = {
  Zebra: [
    { name: 'Barcode input › Configure scanner settings › Scan params › Code ID Type', value: 'Code ID Type AIM' },
  ],
  Honeywell: [{ name: 'Symbology Prefix', value: 'AIM' }],
  Datalogic: [{ name: 'Formatting › Send code ID', value: 'AIM identifier before label' }],
};

const oneOutput: Settings = {
  Zebra: [{ name: 'Intent output › Enabled', value: 'Off' }],
  Honeywell: [{ name: 'Data Intent', value: 'Off' }],
  Datalogic: [{ name: 'Wedge › Enable intent wedge', value: 'Off' }],
};

const layout: Settings = {
  Zebra: [{ name: 'Android › Languages & input › Physical keyboard', value: 'English (US)', isUnsure: true }],
  Honeywell: [{ name: 'Keyboard Country', value: 'USA', isUnsure: true }],
  Datalogic: [{ name: 'Country Mode', value: 'U.S.', isUnsure: true }],
};

const noExtras: Settings = {
  Zebra: [
    { name: 'Keystroke output › Basic data formatting › Prefix to data, Suffix to data', value: '–' },
    { name: 'Keystroke output › Advanced data formatting › Enabled', value: 'Off' },
  ],
  Honeywell: [
    { name: 'Prefix', value: '–' },
    { name: 'Symbology Prefix', value: 'AIM' },
  ],
  Datalogic: [
    { name: 'Formatting › Label prefix', value: '–' },
    { name: 'Formatting › Send code ID', value: 'AIM identifier before label' },
  ],
};

const unchanged: Settings = {
  Zebra: [{ name: 'Keystroke output › Advanced data formatting › Enabled', value: 'Off' }],
  Honeywell: [{ name: 'Edit Data Plugin', value: '–', isUnsure: true }],
  Datalogic: [{ name: 'Formatting › Case conversion', value: 'Off', isUnsure: true }],
};

const checkDigit: Settings = {
  // An EAN-13 it always sends whole; of a UPC-E it leaves number system and check digit out unless it is told otherwise.
  Zebra: [
    { name: 'Barcode input › Decoders › UPCA › Report Check Digit', value: 'On' },
    { name: 'Barcode input › Decoders › UPCE0 › Convert UPCE0 To UPCA', value: 'On' },
  ],
  Honeywell: [{ name: 'Symbology Settings › EAN-13 › Send Check Digit', value: 'On' }],
  Datalogic: [{ name: 'EAN-13 › Send check digit', value: 'On' }],
};

const speed: Settings = {
  Zebra: [
    { name: 'Keystroke output › Inter character delay', value: '0' },
    { name: 'Keystroke output › Key event options › Key event delay', value: '0' },
  ],
  Honeywell: [{ name: 'Wedge Method', value: 'Keyboard' }],
  Datalogic: [{ name: 'Wedge › Keyboard wedge input mode', value: 'Key pressure' }],
};

/** What to change at each vendor's device against each finding; nothing where no setting helps. */
export const remedies: Readonly<Record<ScannerFinding, Settings | null>> = {
  separatorLost: separator,
  separatorUnusable: separator,
  separatorReplaced: separator,
  garbled: layout,
  layout,
  upperCase: unchanged,
  lowerCase: unchanged,
  capsLock: null,
  extraText: noExtras,
  checkDigit,
  tooSlow: speed,
  slow: speed,
  suffixMissing: suffix,
  suffixSometimes: suffix,
  doubled: oneOutput,
  identifierMissing: identifier,
};

/** Everything to set on a new device, in the order of the vendors' menus. */
export function allSettings(brand: ScannerBrand): ScannerSetting[] {
  return [identifier, keys, separator, suffix, oneOutput, checkDigit].flatMap((settings) => settings[brand]);
}
