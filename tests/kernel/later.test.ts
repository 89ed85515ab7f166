import { expect, test } from 'vitest';
import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';

test('what nobody looks into is not made, and whoever looks twice finds the same', () => {
  let made = 0;
  const row = later(() => {
    made += 1;
    return { quantity: 3 };
  });
  expect(made).toBe(0);
  expect([row.quantity, 'quantity' in row, Object.keys(row)]).toEqual([3, true, ['quantity']]);
  expect(made).toBe(1);
});

test('a shape that is made later is the same shape to whoever checks, describes or builds upon it', () => {
  const shape = () => z.object({ item: z.string(), quantity: z.number() });
  const row = later(shape);
  const page = z.object({ rows: z.array(row), first: row.nullable() });
  expect(page.safeParse({ rows: [{ item: 'RED-BIKE', quantity: 2 }], first: null }).success).toBe(true);
  expect(page.safeParse({ rows: [{ item: 'RED-BIKE' }], first: null }).success).toBe(false);
  expect(row).toBeInstanceOf(z.ZodType);
  expect(z.toJSONSchema(page)).toEqual(z.toJSONSchema(z.object({ rows: z.array(shape()), first: shape().nullable() })));
});
