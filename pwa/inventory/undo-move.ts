import { type MoveBody, move } from '#shared/inventory/move.ts';
import type { Reversal } from '../store/provisional.ts';
import type { QueuedCommand } from '../store/queued-command.ts';
import type { ReadThings } from '../store/read-things.ts';

/** What goods are there by, before they are moved: any other cause is a move or a put that was taken back. */
const bringsIn: readonly string[] = ['receiving.register'];

/**
 * Carries the goods back where they were, onto the plate they were on. Not off a plate that they were put onto, and not
 * what took something back itself.
 */
export async function undoMove({ command, state }: QueuedCommand, read: ReadThings): Promise<Reversal | null> {
  if (state !== 'waiting' && state !== 'applied') return null;
  const cause = command.causedBy === null ? null : await read.queued(command.causedBy);
  if (cause !== null && !bringsIn.includes(cause?.command.type ?? '')) return null;
  const { from, to, licensePlate, toLicensePlate, ...goods } = command.body as unknown as MoveBody;
  if (toLicensePlate !== undefined) return null;
  const isWhole = goods.item === undefined;
  const named = licensePlate === undefined ? {} : { [isWhole ? 'licensePlate' : 'toLicensePlate']: licensePlate };
  return { type: move.type, version: move.version, body: { ...goods, ...named, from: to, to: from } };
}
