import { checkAssociations } from './gs1/associations.ts';
import { labelFacts } from './gs1/label-facts.ts';
import { parseBrackets } from './gs1/parse-brackets.ts';
import { parseDigitalLink } from './gs1/parse-digital-link.ts';
import { type Gs1Parse, groupSeparator, parseElementString } from './gs1/parse-element-string.ts';
import { refuseScan, type ScanRefusal } from './problems.ts';
import { type ReadScanOptions, scanLengthLimits, scanPatterns } from './read-options.ts';
import { readInterleavedDigits, readRetailDigits, readTradeDigits, type TradeCode } from './read-trade-code.ts';
import { type ScanInput, type ScanReading, scanCommands } from './scan.ts';

/**
 * Classifies a scanned, read or typed text by its syntax alone. Never throws, whatever the text.
 *
 * In this order: unusable (empty, too long); by symbology identifier (GS1 carriers, EAN and UPC, ITF-14); by what
 * announces itself (separator, GS1 prefix, brackets, web address, command, badge); by digits and check digit (GTIN,
 * SSCC, a GS1 element string that begins with a key); else plain text to look up.
 */
export function readScan(input: ScanInput, options: ReadScanOptions): ScanReading {
  if (input.text.length > scanLengthLimits.text) return tooLong(input.text, scanLengthLimits.text);
  const trimmed = input.text.replace(/^[\s\0]+|[\s\0]+$/g, '');
  const identifier = input.symbologyIdentifier ?? /^\][A-Za-z][0-9A-Za-z]/.exec(trimmed)?.[0];
  const text = identifier !== undefined && trimmed.startsWith(identifier) ? trimmed.slice(identifier.length) : trimmed;
  if (text === '') return refused(text, refuseScan('scan.empty'));
  const scanned: ScannedText = { text, position: trimmed.length - text.length, options };
  if (identifier === undefined) return readUnmarked(scanned);
  return { ...readMarked(identifier, scanned, input.source), symbologyIdentifier: identifier };
}

interface ScannedText {
  readonly text: string;
  /** How many characters stood in front of it, for positions in refusals. */
  readonly position: number;
  readonly options: ReadScanOptions;
}

/** AIM identifiers whose data is GS1 because the symbol begins with FNC1. Source: GS1 General Specifications 5.1.4. */
const gs1Carriers: ReadonlySet<string> = new Set([']C1', ']e0', ']d2', ']d5', ']Q3', ']Q4', ']J1']);

function readMarked(identifier: string, scanned: ScannedText, source: ScanInput['source']): ScanReading {
  if (gs1Carriers.has(identifier)) return readElementString(scanned);
  if (identifier.startsWith(']E')) return readRetail(identifier, scanned);
  // Wedge scanners are set to the lengths of the site's codes, so only the camera's short ones are doubtful.
  const interleaved = identifier.startsWith(']I') && (source === 'camera' || scanned.text.length === 14);
  if (interleaved) return readingOfTradeCode(scanned.text, readInterleavedDigits(scanned.text));
  return readAnnounced(scanned) ?? readDigitsOrText(scanned);
}

function readUnmarked(scanned: ScannedText): ScanReading {
  const { text, position, options } = scanned;
  if (text.includes(groupSeparator)) return readElementString(scanned);
  const prefix = options.gs1Prefixes?.find((candidate) => candidate !== '' && text.startsWith(candidate));
  if (prefix !== undefined) {
    return readElementString({ options, text: text.slice(prefix.length), position: position + prefix.length });
  }
  return readAnnounced(scanned) ?? readPossibleElementString(scanned) ?? readDigitsOrText(scanned);
}

function readElementString({ text, position, options }: ScannedText): ScanReading {
  const { currentYear, separatorsLost = false } = options;
  const parse = parseElementString(withSeparators(text, options), { currentYear, position, separatorsLost });
  return readingOfParse(text, parse, currentYear);
}

/** EAN and UPC, with the elements of a composite component behind `|]e0` where there is one. */
function readRetail(identifier: string, { text, position, options }: ScannedText): ScanReading {
  const [digits = '', composite] = text.split('|]e0');
  const code = readRetailDigits(identifier, digits);
  if (composite === undefined || code.kind !== 'gtin') return readingOfTradeCode(text, code);
  return readElementString({ text: `01${code.gtins[0]}${composite}`, position, options });
}

/** Forms that say by their beginning what they are. */
function readAnnounced({ text, options }: ScannedText): ScanReading | null {
  const { currentYear } = options;
  if (/^\(\d{2,4}\)/.test(text)) return readingOfParse(text, parseBrackets(text, currentYear), currentYear);
  const link = parseDigitalLink(text, currentYear);
  if (link !== null) return readingOfParse(text, link, currentYear);
  const { badge, commandPrefix } = scanPatterns(options);
  const word = text.startsWith(commandPrefix) ? text.slice(commandPrefix.length).toLowerCase() : '';
  const command = scanCommands.find((candidate) => candidate === word);
  if (command !== undefined) return { kind: 'command', text, command };
  return badge.test(text) ? { kind: 'badge', text } : null;
}

/**
 * A text of unknown carrier may be GS1 when a key with its check digit begins it, or when it holds one of the site's
 * separators. What fails to parse is text after all, but the reason is kept for when nobody knows the text.
 */
function readPossibleElementString(scanned: ScannedText): ScanReading | null {
  const { text, options } = scanned;
  const separated = withSeparators(text, options);
  const keyed = /^(00\d{18}.|0[123]\d{14})/.test(text);
  if (!keyed && (separated === text || !/^\p{Cc}?\d\d/u.test(separated))) return null;
  const reading = readElementString(scanned);
  return reading.kind === 'refused' ? readText(scanned, reading.refusal) : reading;
}

function readDigitsOrText(scanned: ScannedText): ScanReading {
  const code = readTradeDigits(scanned.text);
  if (code === null) return readText(scanned);
  return code.kind === 'refused' ? readText(scanned, code.refusal) : readingOfTradeCode(scanned.text, code);
}

function readText({ text, position, options }: ScannedText, suspicion?: ScanRefusal): ScanReading {
  const at = text.search(/[\p{C}\p{Extended_Pictographic}]/u);
  if (at >= 0) {
    const code = /^\p{Cc}/u.test(text.slice(at)) ? 'scan.control_character' : 'scan.bad_character';
    return refused(text, refuseScan(code, { position: position + at }));
  }
  if (text.length > scanLengthLimits.code) return tooLong(text, scanLengthLimits.code);
  const plate = scanPatterns(options).licensePlate.test(text);
  return suspicion === undefined ? { kind: 'text', text, plate } : { kind: 'text', text, plate, suspicion };
}

function readingOfParse(text: string, parse: Gs1Parse, currentYear: number): ScanReading {
  if (parse.elements === undefined) return refused(text, parse.refusal);
  const refusal = checkAssociations(parse.elements);
  if (refusal !== null) return refused(text, refusal);
  return { kind: 'gs1', text: showable(text), label: labelFacts(parse.elements, currentYear) };
}

function readingOfTradeCode(text: string, code: TradeCode): ScanReading {
  return code.kind === 'refused' ? refused(text, code.refusal) : { ...code, text };
}

/** Every disguise of the separator, the printed symbol for it included, becomes U+001D. */
function withSeparators(text: string, { separators = [] }: ReadScanOptions): string {
  return ['\u241d', ...separators]
    .filter((separator) => separator !== '')
    .reduce((result, separator) => result.replaceAll(separator, groupSeparator), text);
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
