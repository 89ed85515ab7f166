import type { QueuedCommand } from '../../../pwa/store/queued-command.ts';
import type { ConsoleCommand } from '../outside/sim-console.ts';
import type { DeltaRow } from '../outside/sim-planner.ts';
import type { SimServer } from '../world/sim-server.ts';

/** A device's queue at the end, and what its worker was promised. */
export interface DeviceQueue {
  readonly name: string;
  readonly promised: readonly string[];
  readonly queue: readonly QueuedCommand[];
}

/** No scan is lost: whatever a worker was told is kept is in the queue, numbered without holes, and answered. */
export function checkQueues(devices: readonly DeviceQueue[]): string[] {
  const wrong: string[] = [];
  for (const { name, promised, queue } of devices) {
    const known = new Set(queue.map(({ id }) => id));
    for (const id of promised) if (!known.has(id)) wrong.push(`${name} was told that ${id} is kept, and it is not`);
    for (const { id, state } of queue) if (state === 'waiting') wrong.push(`${name}: ${id} was never answered`);
    for (const [index, { sequence }] of queue.entries()) {
      if (sequence !== index + 1) wrong.push(`${name}: number ${index + 1} is missing, ${sequence} comes there`);
    }
  }
  return wrong;
}

/** Every command made the deltas of its outcome, once: registered pieces for an applied registration, none if refused. */
export function checkEffects(
  devices: readonly DeviceQueue[],
  deltas: readonly DeltaRow[],
  piecesOf: (item: string, unit: string) => number,
): string[] {
  const wrong: string[] = [];
  const received = new Map<string, number>();
  const touched = new Set(deltas.map(({ commandId }) => commandId));
  for (const { commandId, reason, quantity } of deltas) {
    if (reason === 'receive') received.set(commandId, (received.get(commandId) ?? 0) + quantity);
  }
  for (const { id, state, command } of devices.flatMap(({ queue }) => queue)) {
    // What is held may have been applied by a supervisor since: under its own id.
    const mayMove = state === 'applied' || state === 'held';
    if (!mayMove && touched.has(id)) wrong.push(`${command.type} ${id} is ${state} and moved stock all the same`);
    if (command.type !== 'receiving.register') continue;
    const { item, unit, quantity } = command.body as { item: string; unit: string; quantity: number };
    const expected = quantity * piecesOf(item, unit);
    const made = received.get(id);
    if (state === 'applied' && made !== expected)
      wrong.push(`${id} registered ${expected} and made ${made ?? 'nothing'}`);
    if (state === 'held' && made !== undefined && made !== expected) wrong.push(`${id} was held and made ${made}`);
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
  const wrong: string[] = [];
  const known = [
    ...devices.flatMap(({ queue }) =>
      queue.map(({ command, state, answer }) => ({
        command,
        outcome: state as string,
        result: answer?.result ?? null,
      })),
    ),
    ...fromConsole.map(({ command, outcome }) => ({ command, outcome: outcome ?? '', result: undefined })),
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
      const isSame = before.result === undefined || JSON.stringify(before.result) === JSON.stringify(result);
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
