import * as z from 'zod';
import { applied, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import { type AnyHandler, handler } from '../platform/handler.ts';
import { endWaitOfLine } from './end-wait.queries.ts';

/** How many lines one command tells of at most. */
export const waitsAtOnce = 200;

const body = z.strictObject({
  lines: z
    .array(z.strictObject({ order: z.string(), line: z.int() }))
    .min(1)
    .max(waitsAtOnce),
});

type Body = z.infer<typeof body>;

/** The server says that goods came which backorders wait for, so that they may be released: nobody else does. */
export const endWait = operation({ type: 'waves.end_wait', version: 1, body });

/** Refused from anybody but the server itself (`auth.permit_missing`). */
export const endWaitHandler: AnyHandler = handler<Body, null, Body, Record<string, never>>({
  operation: endWait,
  facts: () => Promise.resolve(null),
  decide: ({ operator, warehouse, body: told }: Command<Body>) => {
    if (operator === 'server') return applied(told, {});
    return refused(problem('auth.permit_missing', { operation: endWait.type, warehouse }));
  },
  apply: async (trx, _command, { plan: { lines } }) => {
    for (const { order: orderKey, line } of lines) await trx.one(endWaitOfLine, { orderKey, line });
    return undefined;
  },
});
