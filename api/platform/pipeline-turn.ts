import type { Envelope } from '#shared/command/envelope.ts';
import { problem } from '#shared/kernel/problem.ts';
import type { RowOf } from './db/statement.ts';
import { deviceRow, enrolUnknownDevice, keptOutcome, useNextNumber, useNumber } from './pipeline.queries.ts';
import type { Author } from './pipeline.ts';
import { type CommandResult, type Kept, refusal } from './settled.ts';
import type { AppTrx } from './store.ts';

type Device = RowOf<typeof deviceRow.read>;

/** Whether a command may be judged now; or why not: it was judged before, or its number is not the next. */
export interface Turn {
  /** What a lost device still sends is a fact, but a person looks at it first. */
  readonly isRevoked: boolean;
  readonly known?: Kept | undefined;
  readonly misplaced?: CommandResult | undefined;
}

/**
 * Uses up a command's number, if it is the next one of its device: one statement, which also makes the device's other
 * commands wait. Whatever does not go that way is looked at closely.
 */
export async function turnOf(trx: AppTrx, envelope: Envelope, caller: Author, enrolsAnyDevice: boolean): Promise<Turn> {
  const { id: command, device: id, sequence } = envelope;
  if (sequence === null || sequence === undefined) {
    const device = caller.session === null ? undefined : await trx.one(deviceRow.read, { id });
    return { isRevoked: isRevoked(device) };
  }
  const isNext = await trx.count(useNextNumber, { id, sequence, before: sequence - 1, at: trx.now });
  if (isNext === 1) return { isRevoked: false };
  const device = await lockedDevice(trx, id, enrolsAnyDevice);
  // While this waited for the device, another node may have judged this very command.
  const known = await trx.one(keptOutcome.read, { id: command });
  const misplaced = known ? undefined : misplacedIn(envelope, sequence, device);
  if (!known && !misplaced) await trx.one(useNumber, { id, sequence, at: trx.now });
  return { isRevoked: isRevoked(device), known, misplaced };
}

export function isRevoked(device: Device | undefined): boolean {
  return device !== undefined && device.revoked_at !== null;
}

async function lockedDevice(trx: AppTrx, id: string, enrolsAnyDevice: boolean): Promise<Device | undefined> {
  const known = await trx.one(deviceRow.lock[trx.dialect], { id });
  if (known || !enrolsAnyDevice) return known;
  const enrolled = await trx.one(enrolUnknownDevice, { id, at: trx.now });
  return enrolled ?? trx.one(deviceRow.lock[trx.dialect], { id });
}

/** A sequence number that is not the next one: beyond it is a gap, before it was used by another command. */
function misplacedIn(envelope: Envelope, sequence: number, device: Device | undefined): CommandResult | undefined {
  if (!device) return refusal(envelope.id, problem('device.unknown', { device: envelope.device }));
  const expected = device.last_sequence + 1;
  if (sequence > expected) {
    const result = { expectedSequence: expected };
    return {
      id: envelope.id,
      outcome: 'gap',
      repeated: false,
      result,
      problem: problem('command.gap', { expected, sequence }),
    };
  }
  if (sequence < expected) return refusal(envelope.id, problem('command.sequence_reused', { sequence, expected }));
  return undefined;
}
