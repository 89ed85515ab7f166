import * as z from 'zod';
import { type Envelope, envelope } from '#shared/command/envelope.ts';
import { problem } from '#shared/kernel/problem.ts';
import { authorOf } from './auth.ts';
import { fieldErrors } from './field-errors.ts';
import { unfitTexts } from './http/body.ts';
import { commandProblemJson, HttpProblem } from './http/problem.ts';
import { asPerson, type Routes } from './http/routes.ts';
import type { Services } from './services.ts';

const bodyLimitBytes = 5 * 1024 * 1024;
const batch = z.strictObject({ commands: z.array(envelope).min(1).max(1000) });

const results = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      outcome: z.enum(['applied', 'refused', 'held', 'skipped', 'parked', 'gap']),
      repeated: z.boolean(),
      result: z.unknown(),
      problem: z.unknown(),
    }),
  ),
});

/** The door of the floor: commands of devices, judged in the order they come. */
export function addCommandRoutes(routes: Routes, services: Services): void {
  routes.add(
    {
      method: 'post',
      path: '/api/device/commands',
      summary: 'Commands in device order; always 200 for a well-formed batch, a result for each',
      tag: 'Device',
      access: { permit: 'any' },
      idempotency: 'own',
      body: batch,
      bodyCheckedBy: 'handler',
      bodyLimitBytes,
      answers: { 200: { description: 'One result for each command, in the same order', schema: results } },
    },
    async ({ c, caller, body }) => {
      const answers = await services.pipeline.submit(readBatch(body), authorOf(asPerson(caller)));
      return c.json({
        results: answers.map((answer) => ({
          ...answer,
          problem: answer.problem && commandProblemJson(answer.problem, answer.id),
        })),
      });
    },
  );
}

/**
 * A bad envelope makes the whole batch unreadable: 400, and no number is used. What a body holds is its command's affair,
 * so it is passed on as it came: one label with a control character in it never blocks a device.
 */
function readBatch(value: unknown): Envelope[] {
  const parsed = batch.safeParse(value);
  if (!parsed.success) {
    const tooMany = parsed.error.issues.some((issue) => issue.code === 'too_big' && issue.path.length === 1);
    throw new HttpProblem(tooMany ? 413 : 400, problem('request.invalid', {}, fieldErrors(parsed.error, '', value)));
  }
  const unfit = unfitTexts(value, '').filter(
    ({ pointer, code }) => code === 'request.malformed' || !inBody.test(pointer),
  );
  if (unfit.length > 0) throw new HttpProblem(400, problem('request.invalid', {}, unfit));
  const { commands: sent } = value as { commands: readonly { body: Envelope['body'] }[] };
  return parsed.data.commands.map((command, index) => ({ ...command, body: sent[index]?.body ?? command.body }));
}

const inBody = /^\/commands\/\d+\/body\//;
