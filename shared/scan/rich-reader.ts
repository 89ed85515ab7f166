import { type MeantCode, meantBy } from './code-pattern.ts';
import { checkAssociations } from './gs1/associations.ts';
import type { LabelFacts } from './gs1/label.ts';
import { labelFacts } from './gs1/label-facts.ts';
import { parseBrackets } from './gs1/parse-brackets.ts';
import { parseDigitalLink } from './gs1/parse-digital-link.ts';
import { type Gs1Parse, parseElementString } from './gs1/parse-element-string.ts';
import type { ScanRefusal } from './problems.ts';
import type { CodeRule, ReadScanOptions } from './read-options.ts';

/** A GS1 label with all that it says, or why it is none. */
export type LabelReading =
  | { readonly label: LabelFacts; readonly refusal?: never }
  | { readonly refusal: ScanRefusal; readonly label?: never };

/**
 * What reads the codes that say more than one thing, all of GS1, and the patterns of a site. A handheld fetches it when
 * the first of them is scanned: numbers of goods, plates and places are read without it.
 */
export interface RichReader {
  /** A GS1 element string with U+001D between its elements; it begins at `position` of what was scanned. */
  elementString(text: string, position: number, options: ReadScanOptions): LabelReading;
  /** The line under a barcode, with brackets around the identifiers. */
  brackets(text: string, options: ReadScanOptions): LabelReading;
  /** A GS1 Digital Link; null for an address that is none. */
  link(text: string, options: ReadScanOptions): LabelReading | null;
  /** What the site's patterns say that a text is; empty where none fits. */
  meant(text: string, rules: readonly CodeRule[]): readonly MeantCode[];
}

export const richReader: RichReader = {
  elementString: (text, position, options) => {
    const { currentYear, separatorsLost = false } = options;
    return readingOf(
      parseElementString(text, { currentYear, position, separatorsLost, skipsUnknown: skips(options) }),
      options,
    );
  },
  brackets: (text, options) => readingOf(parseBrackets(text, options.currentYear, skips(options)), options),
  link: (text, options) => {
    const parse = parseDigitalLink(text, options.currentYear, skips(options));
    return parse && readingOf(parse, options);
  },
  meant: meantBy,
};

function skips({ unknownAi = 'refuse' }: ReadScanOptions): boolean {
  return unknownAi !== 'refuse';
}

function readingOf(parse: Gs1Parse, { currentYear, unknownAi }: ReadScanOptions): LabelReading {
  if (parse.elements === undefined) return parse;
  const refusal = checkAssociations(parse.elements);
  if (refusal !== null) return { refusal };
  const told = unknownAi === 'warn' ? (parse.skipped ?? []) : [];
  return { label: labelFacts(parse.elements, currentYear, told, parse.mayHide) };
}
