import * as z from 'zod';
import { catalogue } from '#shared/command/catalogue.ts';
import { envelope } from '#shared/command/envelope.ts';
import { later } from '#shared/kernel/later.ts';
import { problem } from '#shared/kernel/problem.ts';
import { authorOf } from './auth.ts';
import { fieldErrors } from './field-errors.ts';
import { withoutNumbers } from './http/blind.ts';
import { unfitTexts } from './http/body.ts';
import { jsonAnswer } from './http/feed.ts';
import { commandProblemJson, HttpProblem } from './http/problem.ts';
import { asPerson, type Routes } from './http/routes.ts';
import { noteWaiting } from './pipeline.queries.ts';
import type { Received } from './pipeline.ts';
import type { Services } from './services.ts';

const bodyLimitBytes = 5 * 1024 * 1024;
const batch = z.strictObject({
  commands: z.array(envelope).min(1).max(1000),
  /** How many more commands wait on the device behind these: for the people who watch over it. */
  waiting: z.int().min(0).max(1_000_000_000).optional(),
});

/** The same for whoever reads the document of the interface: each command with the body of its type. */
const documented = batch.extend({
  commands: z
    .array(
      z.union(
        catalogue.map(({ type, version, body }) =>
          z.strictObject({
            ...envelope.shape,
            type: z.literal(type),
            version: z.literal(version).default(version),
            body,
          }),
        ),
      ),
    )
    .min(1)
    .max(1000),
});

const results = later(() =>
  z.object({
    results: z.array(
      z.object({
        id: z.string(),
        outcome: z.enum(['applied', 'refused', 'held', 'skipped', 'parked', 'gap']),
        repeated: z.boolean(),
        result: z.unknown(),
        problem: z.unknown(),
      }),
    ),
  }),
);

/** The door of the floor: commands of devices, judged in the order they come. */
export function addCommandRoutes(routes: Routes, services: Services): void {
  const waiting = new WaitingOfDevices(services);
  routes.add(
    {
      method: 'post',
      path: '/api/device/commands',
      summary:
        'Commands in device order; always 200 for a well-formed batch, a result for each. Null in a body is as if left out, unless it says more.',
      tag: 'Device',
      access: { permit: 'any' },
      idempotency: 'own',
      body: documented as z.ZodType as typeof batch,
      bodyCheckedBy: 'handler',
      bodyLimitBytes,
      isOwnJson: true,
      answers: { 200: { description: 'One result for each command, in the same order', schema: results } },
    },
    async ({ caller, body }) => {
      const sent = readBatch(body);
      const person = asPerson(caller);
      const judged = await services.pipeline.submit(sent.commands, authorOf(person));
      const when = { read: services.store.read, nowMs: services.clock.now() };
      const bodies = sent.commands.map((command) => command.body);
      const answers = await withoutNumbers(when, person, { answers: judged, bodies });
      await waiting.note(sent.commands[0]?.device, sent.waiting);
      const told = answers.map((answer) => ({
        ...answer,
        problem: answer.problem && commandProblemJson(answer.problem, answer.id),
      }));
      return jsonAnswer(Buffer.from(JSON.stringify({ results: told })));
    },
  );
}

/**
 * A bad envelope makes the whole batch unreadable: 400, and no number is used. What a body holds is its command's affair,
 * so it is passed on as it came: one label with a control character in it never blocks a device.
 */
function readBatch(value: unknown): { commands: Received[]; waiting: number | undefined } {
  const parsed = batch.safeParse(value);
  if (!parsed.success) {
    const tooMany = parsed.error.issues.some((issue) => issue.code === 'too_big' && issue.path.length === 1);
    throw new HttpProblem(tooMany ? 413 : 400, problem('request.invalid', {}, fieldErrors(parsed.error, '', value)));
  }
  const all = unfitTexts(value, '');
  const unfit = all.filter(({ pointer, code }) => code === 'request.malformed' || !inBody.test(pointer));
  if (unfit.length > 0) throw new HttpProblem(400, problem('request.invalid', {}, unfit));
  const commands = parsed.data.commands.map((command) => ({ ...command, isFit: all.length === 0 }));
  return { commands, waiting: parsed.data.waiting };
}

const inBody = /^\/commands\/\d+\/body\//;

const devicesRemembered = 10_000;

/** Keeps how many commands each device still has, and writes only when that changes: mostly it is none, and stays so. */
class WaitingOfDevices {
  readonly #services: Services;
  readonly #known = new Map<string, number>();

  constructor(services: Services) {
    this.#services = services;
  }

  async note(device: string | undefined, waiting: number | undefined): Promise<void> {
    if (device === undefined || waiting === undefined || this.#known.get(device) === waiting) return;
    if (this.#known.size > devicesRemembered) this.#known.clear();
    this.#known.set(device, waiting);
    await this.#services.store.write((trx) => trx.one(noteWaiting, { id: device, waiting }));
  }
}
