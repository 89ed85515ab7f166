import { expect, test } from 'vitest';
import { changesBetween, type OrderSnapshot, withFaults } from '#shared/command/order-changes.ts';

/** An order whose lines are quantities by number. */
function snapshot(lines: Readonly<Record<string, number>>): OrderSnapshot {
  return {
    header: {},
    lines: new Map(Object.entries(lines).map(([number, quantity]) => [number, { quantity }])),
    work: new Map(),
  };
}

// Lines 20 and 10 were sent, in this order; 20 was 1 and is to be 2, 30 is left out.
test.each<[pointer: string, line: number | undefined, told: string]>([
  ['/order/lines/0/quantity', undefined, '20 changed !, 30 removed'],
  ['/order/lines/0', 10, '20 changed !, 30 removed'],
  ['/order/lines/1/lot', undefined, '20 changed, 30 removed, 10 unchanged !'],
  ['/order/lines', 30, '20 changed, 30 removed !'],
  ['/order/orderNumber', 10, '20 changed, 30 removed, 10 unchanged !'],
  ['/order/warehouse', undefined, '20 changed, 30 removed'],
  ['/order/lines/9/quantity', undefined, '20 changed, 30 removed'],
])('a fault at %s (line %s) is told at its line: %s', (pointer, line, told) => {
  const changes = changesBetween(snapshot({ 10: 5, 20: 1, 30: 1 }), snapshot({ 10: 5, 20: 2 }));
  const fault = { pointer, ...(line !== undefined && { params: { line } }) };
  const { lines } = withFaults(changes, [fault], [20, 10]);
  expect(lines.map(({ id, change, errors }) => `${id} ${change}${errors ? ' !' : ''}`).join(', ')).toBe(told);
});
