import { qrOf } from '../platform/print/barcode.ts';
import { fitted, printable, sizeFor, textWidth } from './fit-text.ts';
import { type Box, fits, type LabelPart, type ModuleRange, type QrPart, type Size, type TextPart } from './label.ts';

/** Kept free at every edge: label printers cannot reach it, and rolls are never quite straight. */
export const margin = 2.5;

/** The uppermost strip of every label: what it is on the left, room for the word that it is a copy on the right. */
export function header({ width, height }: Size, text: string): { parts: LabelPart[]; mark: Box; below: number } {
  const { strip, mark, size, room } = headerOf({ width, height });
  return {
    parts: [line(text, { x: margin, y: margin + strip * 0.12, width: room, size })],
    mark,
    below: margin + strip,
  };
}

/** Whether all of a text has room in it. */
export function isInHeader(label: Size, text: string): boolean {
  const { size, room } = headerOf(label);
  return textWidth(printable(text)) * size <= room;
}

function headerOf({ width, height }: Size) {
  const strip = Math.min(7, Math.max(3, height * 0.1));
  const markWidth = Math.min(36, width * 0.36);
  const mark = { x: width - margin - markWidth, y: margin, width: markWidth, height: strip };
  return { strip, mark, size: strip * 0.7, room: mark.x - 2 * margin };
}

/** A line of text, cut off where it does not fit; what no printer has letters for is left out. */
export function line(
  text: string,
  at: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly size: number;
    readonly align?: TextPart['align'];
  },
): TextPart {
  const { align, ...rest } = at;
  return { kind: 'text', ...rest, ...(align && { align }), text: fitted(printable(text), at.width, at.size) };
}

/** A line as large as its room allows, up to `size`; cut off only where it would be smaller than `least`. */
export function largest(
  text: string,
  at: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly size: number;
    readonly least: number;
    readonly align?: TextPart['align'];
  },
): TextPart {
  const { least, ...rest } = at;
  return line(text, { ...rest, size: sizeFor(printable(text), at.width, at.size, least) });
}

/**
 * What is scanned of a text: bars, or a QR code where these have no room or cannot hold it, such as letters with dots on
 * them. A label whose code cannot be scanned is worse than none.
 */
export function scannedText(text: string, room: Box, module: ModuleRange): LabelPart {
  if (fits({ text }, room.width, module)) return { kind: 'bars', ...room, content: { text }, module };
  const side = Math.min(room.width, room.height);
  return qrAt(text, { x: room.x + (room.width - side) / 2, y: room.y + (room.height - side) / 2, side });
}

export function qrAt(text: string, { x, y, side }: { x: number; y: number; side: number }): QrPart {
  return { kind: 'qr', x, y, width: side, height: side, text, modules: qrOf(text).modules };
}

/** A line across. */
export function rule(y: number, { width }: Size, thick = 0.4): LabelPart {
  return { kind: 'box', x: 0, y, width, height: thick, line: null };
}

/** Half a lot number names no lot: it is made small before it is cut off. */
const leastValue = 1.8;

/** Facts with their names, one below the other, as large as the room allows. */
export function factLines(facts: readonly (readonly [string, string])[], { x, y, width, height }: Box): LabelPart[] {
  const each = Math.min(5.6, height / Math.max(1, facts.length));
  const names = Math.min(30, width * 0.32);
  return facts.flatMap(([name, value], index) => [
    line(name, { x, y: y + index * each + each * 0.12, width: names, size: each * 0.58 }),
    largest(value, {
      ...{ x: x + names + 1, y: y + index * each, width: width - names - 1 },
      ...{ size: each * 0.78, least: Math.min(leastValue, each * 0.78) },
    }),
  ]);
}
