import { type Code128, code128Of, separator } from './code128.ts';
import { eanModules } from './ean.ts';
import { matrixModules } from './matrix.ts';

/**
 * What stands on one label, the same for every printer. Lengths are millimetres from the upper left corner; printers make
 * whole dots of them. Kept as it is with a print job, so that what is printed again is what was printed first.
 */
export interface Label {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly LabelPart[];
  /** Where it says so when it is a copy. */
  readonly mark: Box;
  /** Another one is on paper, whatever is true of the rest of the job. */
  readonly isCopy?: true;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type LabelPart = TextPart | BoxPart | BarsPart | MatrixPart | QrPart;

export interface TextPart {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  /** One line: it was fitted before. */
  readonly width: number;
  /** Height of capital letters with what hangs below the line. */
  readonly size: number;
  readonly align?: 'left' | 'center' | 'right';
  /** White on what was drawn before. */
  readonly isInverse?: true;
  readonly text: string;
}

export interface BoxPart extends Box {
  readonly kind: 'box';
  /** Thickness of its outline; null: filled. */
  readonly line: number | null;
}

/** A linear barcode in the middle of a room that has place for its quiet zones too. */
export interface BarsPart extends Box {
  readonly kind: 'bars';
  readonly content: BarsContent;
  readonly module: ModuleRange;
}

/** A GS1-128 of these elements; the text as Code 128; a GTIN of 13 digits as EAN-13. */
export type BarsContent =
  | { readonly elements: readonly Element[] }
  | { readonly text: string }
  | { readonly ean: string };

/** A GS1 DataMatrix; `width` and `height` are the same. */
export interface MatrixPart extends Box {
  readonly kind: 'matrix';
  readonly elements: readonly Element[];
  readonly module: ModuleRange;
}

/** Any text as a QR code, in the middle of a square room with its quiet zone. */
export interface QrPart extends Box {
  readonly kind: 'qr';
  readonly text: string;
  /** How many modules it is wide, without its quiet zone. */
  readonly modules: number;
}

/** An application identifier with its value. */
export type Element = readonly [ai: string, value: string];

/** The narrowest bar, mm: as wide as the room allows between these two. */
export interface ModuleRange {
  readonly least: number;
  readonly most: number;
}

/** Source: GS1 General Specifications, symbol specification table 5 (logistic units). */
export const logisticModule: ModuleRange = { least: 0.495, most: 0.94 };
export const logisticBarHeight = 32;
/** Of items. Source: the same, tables 1 and 2; what is scanned in general distribution takes more where there is room. */
export const itemModule: ModuleRange = { least: 0.264, most: 0.66 };
/** For labels of our own that are scanned near at hand. */
export const nearModule: ModuleRange = { least: 0.25, most: 0.5 };
/** For labels on racks, scanned from a forklift. */
export const farModule: ModuleRange = { least: 0.25, most: 0.94 };
/** Of a DataMatrix, scanned near at hand. Source: GS1 General Specifications, symbol specification table 1. */
export const matrixModule: ModuleRange = { least: 0.375, most: 0.99 };
/** The same on a logistic label, from wherever it is read; smaller only where it has no room. Source: table 5. */
export const logisticMatrix: ModuleRange = { least: 0.375, most: 1.5 };
/** Of a QR code. */
const qrModule: ModuleRange = { least: 0.33, most: 1.2 };

/** Modules left and right of a linear barcode in which nothing may stand; an EAN-13 asks for eleven on its left. */
const quietZone = 11;
/** The same on all sides of a QR code. */
export const qrQuietZone = 4;
/** Printers that understand ZPL draw no bar wider than so many dots. */
const mostDots = 10;

/** What a scanner answers, separators included. */
export function elementString(elements: readonly Element[]): string {
  return elements
    .map(([ai, value], index) => ai + value + (index < elements.length - 1 && !isFixed(ai) ? separator : ''))
    .join('');
}

/** As people read it below the bars. */
export function bracketed(elements: readonly Element[]): string {
  return elements.map(([ai, value]) => `(${ai})${value}`).join('');
}

/** Their values have one length only, so that no separator follows them. Source: GS1 General Specifications 7.8.5. */
function isFixed(ai: string): boolean {
  return /^(0[0-4]|1[1-9]|20|3[1-6]|41)/.test(ai);
}

/** The bars of a content as a printer is told to draw them; null for what they cannot hold. */
export function codeOf(content: Exclude<BarsContent, { readonly ean: string }>): Code128 | null {
  return 'text' in content ? code128Of(content.text) : code128Of(elementString(content.elements), true);
}

/** Whether a barcode has its quiet zones and no bar too thin in a room of this width, whatever the printer. */
export function fits(content: BarsContent, width: number, { least }: ModuleRange): boolean {
  const modules = modulesOf(content);
  return modules !== null && (modules + 2 * quietZone) * coarsest(least) <= width;
}

/** From the first bar to the last; null for what bars cannot hold. */
function modulesOf(content: BarsContent): number | null {
  if ('ean' in content) return eanModules;
  return codeOf(content)?.modules ?? null;
}

/** The next module at least this wide that printers of every resolution we know can draw. */
export function coarsest(least: number): number {
  return Math.max(...[203, 300].map((dpi) => Math.ceil(least / (25.4 / dpi) - 1e-9) * (25.4 / dpi)));
}

/**
 * How wide a module is and where the bars begin, mm. `dot`: what a printer can draw at least; null for paper, which takes
 * any. `modules`: of the bars as they are encoded.
 */
export function placedBars(part: BarsPart, modules: number, dot: number | null): { x: number; module: number } {
  const module = chosen(part.width / (modules + 2 * quietZone), part.module, dot);
  return { x: part.x + Math.max(0, (part.width - modules * module) / 2), module };
}

export function placedMatrix(part: MatrixPart, dot: number | null): { module: number } {
  return { module: chosen(part.width / matrixModules(elementString(part.elements)), part.module, dot) };
}

/** As `placedBars`; `modules` is without its quiet zone. */
export function placedQr(part: QrPart, dot: number | null): { x: number; y: number; module: number } {
  const module = chosen(part.width / (part.modules + 2 * qrQuietZone), qrModule, dot);
  const inset = Math.max(0, (part.width - part.modules * module) / 2);
  return { x: part.x + inset, y: part.y + inset, module };
}

/** In whole dots. What does not fit is drawn too wide rather than too fine: half a label is seen, a bad one is not. */
function chosen(room: number, { least, most }: ModuleRange, dot: number | null): number {
  if (dot === null) return Math.max(least, Math.min(most, room));
  const dots = Math.min(Math.floor(room / dot + 1e-9), Math.floor(most / dot + 1e-9), mostDots);
  return Math.max(dots, Math.ceil(least / dot - 1e-9), 1) * dot;
}

/** The label with the word for a copy where it is kept free for that. */
export function marked(label: Label, word: string): Label {
  const { mark } = label;
  const size = Math.min(mark.height * 0.8, 6);
  const parts: LabelPart[] = [
    { kind: 'box', ...mark, line: null },
    {
      ...{ kind: 'text', x: mark.x, y: mark.y + (mark.height - size) / 2 + size * 0.05, width: mark.width },
      ...{ size, align: 'center', isInverse: true, text: word },
    },
  ];
  return { ...label, parts: [...label.parts, ...parts] };
}
