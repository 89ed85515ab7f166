import type { FieldError } from '#shared/kernel/problem.ts';

/** Lines that one order may have. */
export const linesPerOrder = 5000;

/**
 * What is wrong with the lines as a whole: none (`message.lines_missing`: to empty an order is to cancel it, and that is
 * said with `operation`), too many, or a number twice. `sent` is the order as it was sent; pointers are relative to it.
 */
export function faultsOfLines(sent: unknown): FieldError[] {
  const lines = memberOf(sent, 'lines');
  const isMissing = lines === undefined || lines === null || (Array.isArray(lines) && lines.length === 0);
  if (isMissing) return [{ pointer: '/lines', code: 'message.lines_missing' }];
  if (!Array.isArray(lines)) return [];
  if (lines.length > linesPerOrder) {
    return [
      { pointer: '/lines', code: 'message.too_many_lines', params: { lines: lines.length, limit: linesPerOrder } },
    ];
  }
  const seen = new Set<unknown>();
  return lines.flatMap((sentLine, index) => {
    const number = memberOf(sentLine, 'lineNumber');
    const isRepeated = typeof number === 'number' && seen.has(number);
    seen.add(number);
    if (!isRepeated) return [];
    const pointer = `/lines/${index}/lineNumber`;
    return [{ pointer, code: 'message.line_number_repeated', params: { line: number }, value: number }];
  });
}

/** What was sent under a name, whatever it is. */
export function memberOf(sent: unknown, name: string): unknown {
  return typeof sent === 'object' && sent !== null && Object.hasOwn(sent, name)
    ? (sent as Record<string, unknown>)[name]
    : undefined;
}
