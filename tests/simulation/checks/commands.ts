import type { QueuedCommand } from '../../../pwa/store/queued-command.ts';
import type { ConsoleCommand } from '../outside/sim-console.ts';
import type { SimServer } from '../world/sim-server.ts';

/** A device's queue at the end, and what its worker was promised. */
export interface DeviceQueue {
  readonly name: string;
  /** By id, as the command was when the worker heard of it; undefined when the device died in that moment. */
  readonly promised: ReadonlyMap<string, string | undefined>;
  /** Commands that were kept in the moment in which the device died. */
  readonly unheard: ReadonlySet<string>;
  readonly queue: readonly QueuedCommand[];
  /** When the worker did what they were told is kept, by the time of the world. */
  readonly doneAtMs: ReadonlyMap<string, number>;
}

/** Answers that only a bug brings about. */
const neverAnswered: readonly string[] = [
  'command.failed',
  'command.body_invalid',
  'command.id_reused',
  'command.sequence_reused',
  'command.cause_unknown',
  'session.unknown',
  'auth.permit_missing',
];

/**
 * No scan is lost: whatever a worker was told is kept is in the queue as it was, numbered without holes, and answered.
 * Nothing else is in the queue.
 */
export function checkQueues(devices: readonly DeviceQueue[]): string[] {
  const wrong: string[] = [];
  for (const { name, promised, unheard, queue } of devices) {
    const known = new Map(queue.map((queued) => [queued.id, queued]));
    for (const [id, told] of promised) {
      const queued = known.get(id);
      if (!queued) wrong.push(`${name} was told that ${id} is kept, and it is not`);
      else if (told !== undefined && told !== JSON.stringify(queued.command)) wrong.push(`${name}: ${id} was ${told}`);
      else if (queued.command.id !== id) wrong.push(`${name} sends ${id} as ${queued.command.id}`);
    }
    for (const { id, state, answer, command } of queue) {
      if (!promised.has(id) && !unheard.has(id)) wrong.push(`${name}: nobody made ${command.type} ${id}`);
      if (state === 'waiting') wrong.push(`${name}: ${id} was never answered`);
      const code = answer?.problem?.code ?? '';
      if (neverAnswered.includes(code)) wrong.push(`${name}: ${command.type} ${id} was answered ${code}`);
    }
    for (const [index, { sequence }] of queue.entries()) {
      if (sequence !== index + 1) wrong.push(`${name}: number ${index + 1} is missing, ${sequence} comes there`);
    }
  }
  return wrong;
}

/** Every command asked for once more has the outcome and the result that it had. */
export async function checkRepeats(
  server: SimServer,
  token: string,
  devices: readonly DeviceQueue[],
  fromConsole: readonly ConsoleCommand[],
): Promise<string[]> {
  const wrong = fromConsole.flatMap(({ command: { id, type }, problem = '' }) =>
    neverAnswered.includes(problem) ? [`${type} ${id} was answered ${problem}`] : [],
  );
  const known = [
    ...devices.flatMap(({ queue }) =>
      queue.map(({ command, state, answer }) => ({
        command,
        outcome: state as string,
        result: answer?.result ?? null,
      })),
    ),
    ...fromConsole.map(({ command, outcome, result }) => ({ command, outcome: outcome ?? '', result })),
  ];
  for (let start = 0; start < known.length; start += 500) {
    const batch = known.slice(start, start + 500);
    const body = JSON.stringify({ commands: batch.map(({ command }) => command) });
    const answer = await server.take({ method: 'POST', path: '/api/device/commands', token, body });
    if (answer?.status !== 200) return [...wrong, `asking again was answered ${answer?.status}: ${answer?.text}`];
    const { results } = JSON.parse(answer.text) as {
      results: { outcome: string; repeated: boolean; result: unknown }[];
    };
    for (const [index, { outcome, repeated, result }] of results.entries()) {
      const before = batch[index];
      if (!before) continue;
      const isSame = JSON.stringify(before.result ?? null) === JSON.stringify(result);
      if (outcome !== before.outcome || !repeated || !isSame) {
        wrong.push(
          `${before.command.type} ${before.command.id} was ${before.outcome} ${JSON.stringify(before.result)}, ` +
            `asked again it is ${outcome} ${JSON.stringify(result)}${repeated ? '' : ', as if for the first time'}`,
        );
      }
    }
  }
  return wrong;
}
