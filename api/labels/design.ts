import { fitted, sizeFor } from './fit-text.ts';
import type { Box, LabelPart, Size, TextPart } from './label.ts';

/** Kept free at every edge: label printers cannot reach it, and rolls are never quite straight. */
export const margin = 2.5;

/** The uppermost strip of every label: what it is on the left, room for the word that it is a copy on the right. */
export function header({ width, height }: Size, text: string): { parts: LabelPart[]; mark: Box; below: number } {
  const strip = Math.min(7, Math.max(3, height * 0.1));
  const markWidth = Math.min(36, width * 0.36);
  const mark = { x: width - margin - markWidth, y: margin, width: markWidth, height: strip };
  const size = strip * 0.7;
  const room = mark.x - 2 * margin;
  return {
    parts: [line(text, { x: margin, y: margin + strip * 0.12, width: room, size })],
    mark,
    below: margin + strip,
  };
}

/** A line of text, cut off where it does not fit. */
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
  return { kind: 'text', ...rest, ...(align && { align }), text: fitted(text, at.width, at.size) };
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
  return line(text, { ...rest, size: sizeFor(text, at.width, at.size, least) });
}

/** A line across. */
export function rule(y: number, { width }: Size, thick = 0.4): LabelPart {
  return { kind: 'box', x: 0, y, width, height: thick, line: null };
}

/** Facts with their names, one below the other, as large as the room allows. */
export function factLines(facts: readonly (readonly [string, string])[], { x, y, width, height }: Box): LabelPart[] {
  const each = Math.min(5.6, height / Math.max(1, facts.length));
  const names = Math.min(30, width * 0.32);
  return facts.flatMap(([name, value], index) => [
    line(name, { x, y: y + index * each + each * 0.12, width: names, size: each * 0.58 }),
    line(value, { x: x + names + 1, y: y + index * each, width: width - names - 1, size: each * 0.78 }),
  ]);
}
