import { type MoveBody, move } from '#shared/inventory/move.ts';
import { totalBase } from '#shared/kernel/quantity.ts';
import type { Reversal } from '../store/provisional.ts';
import type { QueuedCommand } from '../store/queued-command.ts';
import type { ReadThings } from '../store/read-things.ts';
import { movedBy } from '../store/stock-effects.ts';
import { familyOf } from './plate-things.ts';

/** What goods are there by, before they are moved: any other cause is a move or a put that was taken back. */
const bringsIn: readonly string[] = ['receiving.register'];

/**
 * Carries the goods back where they were, onto the plate they were on. Not off a plate that they were put onto, not a plate
 * that something was put onto or taken off since, and not what took something back itself.
 */
export async function undoMove({ command, state, effects }: QueuedCommand, read: ReadThings): Promise<Reversal | null> {
  if (state !== 'waiting' && state !== 'applied') return null;
  const cause = command.causedBy === null ? null : await read.queued(command.causedBy);
  if (cause !== null && !bringsIn.includes(cause?.command.type ?? '')) return null;
  const { from, to, licensePlate, toLicensePlate, ...goods } = command.body as unknown as MoveBody;
  if (toLicensePlate !== undefined) return null;
  const isWhole = goods.item === undefined;
  if (isWhole && !(await isAsItWas(licensePlate ?? '', to, effects, read))) return null;
  const named = licensePlate === undefined ? {} : { [isWhole ? 'licensePlate' : 'toLicensePlate']: licensePlate };
  return { type: move.type, version: move.version, body: { ...goods, ...named, from: to, to: from } };
}

/** The plate stands where it was put, with as many goods on it as came there. */
async function isAsItWas(
  licensePlate: string,
  to: string,
  effects: QueuedCommand['effects'],
  read: ReadThings,
): Promise<boolean> {
  const family = await familyOf(licensePlate, read);
  const came = movedBy(effects);
  const isThere = family?.rows.every(({ location }) => location === to) === true;
  return isThere && totalBase(family.rows) === totalBase(came);
}
