import * as z from 'zod';
import { applied, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import { publishOrderStatus } from '../platform/facts/outbound-orders.queries.ts';
import { type AnyHandler, handler } from '../platform/handler.ts';
import { expectLine } from './write-release.queries.ts';

/** How many lines one command tells of at most. */
export const linesAtOnce = 200;

const body = z.strictObject({
  lines: z
    .array(z.strictObject({ order: z.string(), line: z.int(), expectedOn: z.iso.date().nullable() }))
    .min(1)
    .max(linesAtOnce),
});

type Body = z.infer<typeof body>;

/** The server says when goods are expected that orders wait for: nobody else does. */
export const setExpected = operation({ type: 'waves.set_expected', version: 1, body });

/** Refused from anybody but the server itself (`auth.permit_missing`). A line that waits no longer is left as it is. */
export const setExpectedHandler: AnyHandler = handler<Body, null, Body, Record<string, never>>({
  operation: setExpected,
  facts: () => Promise.resolve(null),
  decide: ({ operator, warehouse, body: told }: Command<Body>) => {
    if (operator === 'server') return applied(told, {});
    return refused(problem('auth.permit_missing', { operation: setExpected.type, warehouse }));
  },
  apply: async (trx, _command, { plan: { lines } }) => {
    for (const { order: orderKey, line, expectedOn } of lines)
      await trx.one(expectLine, { orderKey, line, expectedOn });
    for (const orderKey of new Set(lines.map(({ order }) => order))) publishOrderStatus(trx, orderKey);
    return undefined;
  },
});
