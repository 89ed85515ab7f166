import type { Command } from '#shared/command/envelope.ts';
import type { PickWorkThing } from '#shared/ledger/outbound-thing.ts';
import type { PickWork } from '#shared/ledger/pick-work.ts';
import type { WorkStatus } from '#shared/ledger/work.machine.ts';

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
