import type { Command } from '#shared/command/envelope.ts';
import type { ReceivingLine } from '#shared/receiving/facts.ts';
import { changedSince, seenBy } from '../platform/facts/news.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { completedByDevice, loadCompletedByDevice, registeredSince } from './register.queries.ts';

/** What others registered on lines after the device's `knownAt`. */
export async function unseenBase(
  trx: AppTrx,
  command: Command<unknown>,
  lines: readonly Pick<ReceivingLine, 'order' | 'line'>[],
): Promise<number> {
  const seen = await seenBy(trx, command);
  if (seen === null) return 0;
  let sumBase = 0;
  for (const { order, line } of lines) {
    const { device } = command;
    const row = await trx.one(registeredSince, { ...seen, orderKey: order, line, device });
    sumBase += row?.quantity_base ?? 0;
  }
  return sumBase;
}

/** Whether a load was completed behind the device's back: after its `knownAt`, and not by itself. */
export async function isCompletedUnseen(trx: AppTrx, command: Command<unknown>, load: string): Promise<boolean> {
  const isOwn = await trx.one(loadCompletedByDevice, { load, device: command.device });
  return !isOwn && (await changedSince(trx, 'inboundLoad', load, command));
}

/** Whether an order was closed behind the device's back: after its `knownAt`, and not by itself. */
export async function isClosedUnseen(trx: AppTrx, command: Command<unknown>, orderKey: string): Promise<boolean> {
  const isOwn = await trx.one(completedByDevice, { orderKey, device: command.device });
  return !isOwn && (await changedSince(trx, 'inboundOrder', orderKey, command));
}
