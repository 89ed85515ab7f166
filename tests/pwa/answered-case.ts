import type { Problem } from '#shared/kernel/problem.ts';
import type { QueuedCommand } from '../../pwa/store/queued-command.ts';
import type { TestDevice } from './device.ts';

/** What the server says to the only command that waits. */
export async function answerLast(
  device: TestDevice,
  state: QueuedCommand['state'],
  problem: Problem,
): Promise<QueuedCommand> {
  const [queued] = await device.queue();
  if (!queued) throw new Error('nothing was queued');
  await device.database.put('queue', { ...queued, state, answer: { result: null, problem, atMs: 0 } });
  await device.things.refresh();
  return queued;
}

/** A case of flour is received on a plate, by its label, and the server says something to it. */
export async function answeredCase(device: TestDevice, plate: string, state: QueuedCommand['state'], problem: Problem) {
  await device.runner.open('receive');
  await device.scan('PO-1001', ']C101140063813339381729063010L77');
  await device.runner.give({ kind: 'number', quantity: 1, unit: 'case' });
  await device.scan(plate);
  return answerLast(device, state, problem);
}
