import { hasGs1CheckDigit } from './check-digits.ts';
import { mostTimes, readCommand } from './command-code.ts';
import type { LabelFacts } from './gs1/label.ts';
import { shortUpcEReadings } from './gtin.ts';
import { refuseScan, type ScanRefusal } from './problems.ts';
import { type ReadScanOptions, scanLengthLimits, scanPatterns } from './read-options.ts';
import { readInterleavedDigits, readRetailDigits, readTradeDigits, type TradeCode } from './read-trade-code.ts';
import type { LabelReading, RichReader } from './rich-reader.ts';
import type { ScanInput, ScanReading } from './scan.ts';

/**
 * Classifies a scanned, read or typed text by its syntax alone. Never throws, whatever the text.
 *
 * In this order: unusable (empty, too long); by symbology identifier (GS1 carriers, EAN and UPC, ITF-14); by what
 * announces itself (separator, GS1 prefix, brackets, web address, command, badge); the site's own codes, by its patterns;
 * by digits and check digit (GTIN, SSCC, a GS1 element string that begins with a key); else plain text to look up.
 *
 * `rich` null: what only the rich reader can tell is answered by null, and asked again with it.
 */
export function readPlain(input: ScanInput, options: ReadScanOptions, rich: RichReader): ScanReading;
export function readPlain(input: ScanInput, options: ReadScanOptions, rich: RichReader | null): ScanReading | null;
export function readPlain(input: ScanInput, options: ReadScanOptions, rich: RichReader | null): ScanReading | null {
  if (input.text.length > scanLengthLimits.text) return tooLong(input.text, scanLengthLimits.text);
  const trimmed = input.text.replace(/^[\s\0]+|[\s\0]+$/g, '');
  const identifier = input.symbologyIdentifier ?? /^\][A-Za-z][0-9A-Za-z]/.exec(trimmed)?.[0];
  const text = identifier !== undefined && trimmed.startsWith(identifier) ? trimmed.slice(identifier.length) : trimmed;
  if (text === '') return refused(text, refuseScan('scan.empty'));
  const scanned: ScannedText = {
    text,
    position: trimmed.length - text.length,
    options: ofDevice(input, options),
    rich,
  };
  if (identifier === undefined) return readUnmarked(scanned);
  const reading = readMarked(identifier, scanned, input.source);
  return reading && { ...reading, symbologyIdentifier: identifier };
}

/** What is known of the device counts beside what the site says. */
function ofDevice({ separatorsLost }: ScanInput, options: ReadScanOptions): ReadScanOptions {
  return separatorsLost ? { ...options, separatorsLost } : options;
}

interface ScannedText {
  readonly text: string;
  /** How many characters stood in front of it, for positions in refusals. */
  readonly position: number;
  readonly options: ReadScanOptions;
  readonly rich: RichReader | null;
}

/** FNC1 as barcode readers transmit it. */
const groupSeparator = '\u001d';

/** AIM identifiers whose data is GS1 because the symbol begins with FNC1. Source: GS1 General Specifications 5.1.4. */
const gs1Carriers: ReadonlySet<string> = new Set([']C1', ']e0', ']d2', ']d5', ']Q3', ']Q4', ']J1']);

function readMarked(identifier: string, scanned: ScannedText, source: ScanInput['source']): ScanReading | null {
  if (gs1Carriers.has(identifier)) return readElementString(scanned);
  if (identifier.startsWith(']E')) return readRetail(identifier, scanned);
  // Wedge scanners are set to the lengths of the site's codes, so only the camera's short ones are doubtful.
  const interleaved = identifier.startsWith(']I') && (source === 'camera' || scanned.text.length === 14);
  if (interleaved) return readingOfTradeCode(scanned.text, readInterleavedDigits(scanned.text));
  return readByForm(scanned, () => readDigitsOrText(scanned));
}

function readUnmarked(scanned: ScannedText): ScanReading | null {
  const { text, position, options } = scanned;
  if (text.includes(groupSeparator)) return readElementString(scanned);
  const prefix = options.gs1Prefixes?.find((candidate) => candidate !== '' && text.startsWith(candidate));
  if (prefix !== undefined) {
    return readElementString({ ...scanned, text: text.slice(prefix.length), position: position + prefix.length });
  }
  return readByForm(scanned, () =>
    mayBeElementString(scanned) ? readPossibleElementString(scanned) : withShortUpcE(readDigitsOrText(scanned)),
  );
}

/** Six or seven digits of no known barcode are a number like any other, or what a scanner left of a UPC-E. */
function withShortUpcE(reading: ScanReading): ScanReading {
  if (reading.kind !== 'text') return reading;
  const gtins = shortUpcEReadings(reading.text);
  return gtins.length > 0 ? { ...reading, gtins } : reading;
}

function readElementString(scanned: ScannedText): ScanReading | null {
  const { text, position, options, rich } = scanned;
  const simple = simpleLabel(text);
  if (simple !== null) return { kind: 'gs1', text, label: simple };
  return rich && readingOfLabel(text, rich.elementString(withSeparators(text, options), position, options));
}

/** The commonest labels of all, an SSCC or a GTIN with its check digit and nothing else, which need no table. */
function simpleLabel(text: string): LabelFacts | null {
  const [, ai = '', value = ''] = /^(00|01)(\d+)$/.exec(text) ?? [];
  if (value.length !== (ai === '00' ? 18 : 14) || !hasGs1CheckDigit(value)) return null;
  const facts = { elements: [{ ai, value }], dates: {}, measures: [], warnings: [] };
  return ai === '00' ? { ...facts, sscc: value } : { ...facts, gtin: value };
}

/** EAN and UPC, with the elements of a composite component behind `|]e0` where there is one. */
function readRetail(identifier: string, scanned: ScannedText): ScanReading | null {
  const { text } = scanned;
  const [digits = '', composite] = text.split('|]e0');
  const code = readRetailDigits(identifier, digits);
  if (composite === undefined || code.kind !== 'gtin') return readingOfTradeCode(text, code);
  return readElementString({ ...scanned, text: `01${code.gtins[0]}${composite}` });
}

/** Forms that say by their beginning what they are, and those that the site knows; `otherwise` reads all others. */
function readByForm(scanned: ScannedText, otherwise: () => ScanReading | null): ScanReading | null {
  const { text, options, rich } = scanned;
  if (/^\(\d{2,4}\)/.test(text)) return rich && readingOfLabel(text, rich.brackets(text, options));
  if (/^https?:\/\//i.test(text)) {
    if (rich === null) return null;
    const link = rich.link(text, options);
    if (link !== null) return readingOfLabel(text, link);
  }
  const { badge, commandPrefix } = scanPatterns(options);
  const command = readCommand(text, commandPrefix);
  if (command === 'too-many') return refused(text, refuseScan('scan.too_many_times', { limit: mostTimes }));
  if (command !== null) return { kind: 'command', text, ...command };
  if (badge.test(text)) return { kind: 'badge', text };
  const { codes = [] } = options;
  if (codes.length === 0) return otherwise();
  if (rich === null) return null;
  const meant = unusable(scanned) === null ? rich.meant(text, codes) : [];
  return meant.length > 0 ? { kind: 'own', text, meant } : otherwise();
}

/** A text of unknown carrier may be GS1 when a key begins it, or when it holds one of the site's separators. */
function mayBeElementString({ text, options }: ScannedText): boolean {
  const separated = withSeparators(text, options);
  return /^(00\d{18}.|0[123]\d{14})/.test(text) || (separated !== text && /^\p{Cc}?\d\d/u.test(separated));
}

/** What fails to parse is text after all, but the reason is kept for when nobody knows the text. */
function readPossibleElementString(scanned: ScannedText): ScanReading | null {
  const reading = readElementString(scanned);
  return reading?.kind === 'refused' ? readText(scanned, reading.refusal) : reading;
}

function readDigitsOrText(scanned: ScannedText): ScanReading {
  const code = readTradeDigits(scanned.text);
  if (code === null) return readText(scanned);
  return code.kind === 'refused' ? readText(scanned, code.refusal) : readingOfTradeCode(scanned.text, code);
}

function readText(scanned: ScannedText, suspicion = compressedLink(scanned.text)): ScanReading {
  const { text, options } = scanned;
  const refusal = unusable(scanned);
  if (refusal !== null) return refused(text, refusal);
  const plate = scanPatterns(options).licensePlate.test(text);
  return suspicion === undefined ? { kind: 'text', text, plate } : { kind: 'text', text, plate, suspicion };
}

/** Why a text cannot be a code that is looked up. */
function unusable({ text, position }: ScannedText): ScanRefusal | null {
  const at = text.search(/[\p{C}\p{Extended_Pictographic}]/u);
  if (at >= 0) {
    const code = /^\p{Cc}/u.test(text.slice(at)) ? 'scan.control_character' : 'scan.bad_character';
    return refuseScan(code, { position: position + at });
  }
  const { code: limit } = scanLengthLimits;
  return text.length > limit ? refuseScan('scan.too_long', { length: text.length, limit }) : null;
}

/**
 * A Digital Link may be compressed into one word behind the domain, beginning with the bits of its first identifier. Ours
 * cannot tell what it says, only that it may be one: nothing else is said where nobody knows the address.
 */
function compressedLink(text: string): ScanRefusal | undefined {
  const [, word = ''] = /^https?:\/\/[^/?#]+\/(?:[^?#]*\/)?([A-Za-z0-9_-]{10,})$/i.exec(text) ?? [];
  const isCode = /\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word);
  return isCode ? refuseScan('scan.gs1_link_compressed') : undefined;
}

function readingOfLabel(text: string, { label, refusal }: LabelReading): ScanReading {
  return label === undefined ? refused(text, refusal) : { kind: 'gs1', text: showable(text), label };
}

function readingOfTradeCode(text: string, code: TradeCode): ScanReading {
  return code.kind === 'refused' ? refused(text, code.refusal) : { ...code, text };
}

/**
 * Every disguise of the separator becomes U+001D: its printed symbol, the ways in which scanners and logs spell it, of
 * which none can be on a label, and what the site's scanners are set to.
 */
function withSeparators(text: string, { separators = [] }: ReadScanOptions): string {
  return separators
    .filter((separator) => separator !== '')
    .reduce((result, separator) => result.replaceAll(separator, groupSeparator), text)
    .replace(/\u241d|<GS>|[{[]GS[}\]]|[<{[]FNC1[>}\]]|\\x1d|\\u001d|\^\]/gi, groupSeparator);
}

function tooLong(text: string, limit: number): ScanReading {
  return refused(text, refuseScan('scan.too_long', { length: text.length, limit }));
}

function refused(text: string, refusal: ScanRefusal): ScanReading {
  return { kind: 'refused', text: showable(text), refusal };
}

/** What of a text can stand on a screen: a separator shows as a bar, other invisible characters as a dot. */
function showable(text: string): string {
  return text.slice(0, scanLengthLimits.code).replaceAll(groupSeparator, '|').replace(/\p{C}/gu, '·');
}
