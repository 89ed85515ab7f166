import type { Command } from '#shared/command/envelope.ts';
import type { PickLineThing, PickWorkThing } from '#shared/ledger/outbound-thing.ts';
import type { PickWork } from '#shared/ledger/pick-work.ts';
import type { WorkStatus } from '#shared/ledger/work.machine.ts';
import type { Effect } from './effects.ts';
import { foundOf, type ReadThings } from './read-things.ts';
import { snapshotCode } from './snapshot-codes.ts';

/** Where goods stand that lines waited for. */
type Stand = Pick<PickLineThing, 'location' | 'licensePlate' | 'lot' | 'walkSequence'>;

/** The lines of work on this device that waited for what a piece of work has brought: they go on at once. */
export async function freedBy(read: ReadThings, blockedBy: string, at: Stand): Promise<Effect[]> {
  const works = foundOf(await read.byCodes([snapshotCode.pickWork]), 'pickWork').map(({ value }) => value);
  return works.flatMap(({ work, lines }) =>
    lines
      .filter((line) => line.blockedBy === blockedBy)
      .map(({ line }): Effect => ({ does: 'unblock-line', work, line, blockedBy, at })),
  );
}

/** Work that this device has a copy of, as the rules of such work ask; of other work it cannot tell. */
export function workOf(thing: PickWorkThing, { warehouse, occurredAt }: Command<unknown>): PickWork {
  return {
    id: thing.work,
    type: thing.type,
    status: thing.status as WorkStatus,
    warehouse,
    shipment: thing.shipment,
    claimedBy: thing.claimedBy,
    isClaimExpired: (thing.claimedUntil ?? 0) < Date.parse(occurredAt),
    trolleyPosition: thing.trolleyPosition,
  };
}
