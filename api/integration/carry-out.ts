import { hash } from 'node:crypto';
import { itemUnknown, orderUnknown } from '#shared/command/message-verdict.ts';
import { type MessageStatus, messageMachine } from '#shared/integration/message.machine.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import { mayFollow } from '#shared/kernel/machine.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import { server } from '../platform/auth.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import { TryAgain } from '../platform/db/locking.ts';
import { publishEvent } from '../platform/events.ts';
import type { Pipeline } from '../platform/pipeline.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  anyMissingItem,
  anyMissingOrder,
  dropArrivedItem,
  dropArrivedItems,
  dropArrivedOrder,
  dropArrivedOrders,
  dropMissingItems,
  dropMissingOrders,
  missingItemTable,
  missingOrderTable,
  moveMessage,
  neighboursInLane,
  takeReceived,
  wakeComplete,
} from './message.queries.ts';
import { keepAtHand, processMessage } from './process-message.ts';
import { takeAlone } from './take-alone.queries.ts';

/** What moves with a message from state to state. */
export interface Moving {
  readonly source_system: string;
  readonly message_id: string;
  readonly status: string;
  readonly attempts: number;
  readonly order_number: string | null;
}

export interface Move {
  readonly to: MessageStatus;
  readonly errors?: readonly FieldError[];
  readonly attempts?: number;
  readonly supersededBy?: string;
  readonly replacedBy?: string;
}

/**
 * Carries out one message in the caller's transaction. Undefined: it is not its turn, since it does not wait any more, an
 * earlier one of its lane does, or another node is at it. One that is older than what was carried out of its lane already
 * is superseded: what an ERP said later always wins.
 */
export async function carryOut(
  trx: AppTrx,
  judge: Pipeline['judge'],
  key: { readonly sourceSystem: string; readonly messageId: string },
): Promise<MessageStatus | undefined> {
  const message = await trx.one(takeReceived[trx.dialect], key);
  if (!message) return undefined;
  const { lane, number } = message;
  const others = await trx.all(neighboursInLane, { sourceSystem: key.sourceSystem, lane, number });
  const newer = others.find((other) => other.number > number);
  if (newer) {
    await moveTo(trx, message, { to: 'superseded', supersededBy: newer.message_id });
    return 'superseded';
  }
  if (others.some(({ status }) => status === 'received')) return undefined;
  for (const older of others) await moveTo(trx, older, { to: 'superseded', supersededBy: key.messageId });
  return judgeMessage(trx, judge, message, others.length > 0);
}

/**
 * Carries out those of the messages that have their lane to themselves, all in the caller's transaction: many small ones
 * need one flush and few journeys. Answers what became of each; what is missing in the answer is to be carried out by
 * itself.
 */
export async function carryOutTogether<Key extends { readonly sourceSystem: string; readonly messageId: string }>(
  trx: AppTrx,
  judge: Pipeline['judge'],
  keys: readonly Key[],
): Promise<Map<Key, MessageStatus>> {
  const done = new Map<Key, MessageStatus>();
  for (const message of await takeAlone(trx, keys)) {
    const key = keys.find(
      (each) => each.messageId === message.message_id && each.sourceSystem === message.source_system,
    );
    invariant(key, 'only what was asked for is taken');
    keepAtHand(trx, message);
    done.set(key, await judgeMessage(trx, judge, message, false));
  }
  return done;
}

async function judgeMessage(
  trx: AppTrx,
  judge: Pipeline['judge'],
  message: Moving,
  supersedesEarlier: boolean,
): Promise<MessageStatus> {
  const { source_system: sourceSystem, message_id: messageId } = message;
  const attempt = message.attempts + 1;
  const envelope = {
    id: commandIdOf(sourceSystem, messageId, attempt),
    type: processMessage.type,
    version: processMessage.version,
    device: 'server',
    warehouse: '*',
    occurredAt: instant(trx.now),
    body: { sourceSystem, messageId, attempt, supersedesEarlier },
  };
  const { outcome, problem } = await judge(trx, envelope, server);
  const errors = problem?.errors ?? (problem ? [{ ...problem, pointer: '' }] : []);
  const to = outcome === 'applied' ? 'accepted' : problem?.code === 'message.parked' ? 'parked' : 'failed';
  await moveTo(trx, message, { to, errors, attempts: attempt });
  return to;
}

/**
 * The command that carries a message out has an id that follows from the message and the attempt, in the form of a
 * UUIDv8 (RFC 9562, 5.8), so that one attempt can never be carried out twice.
 */
export function commandIdOf(sourceSystem: string, messageId: string, attempt: number): string {
  const hex = hash('sha256', JSON.stringify(['message', sourceSystem, messageId, attempt]));
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Moves a message to another state as its machine allows, and tells its source system. */
export async function moveTo(trx: AppTrx, message: Moving, move: Move): Promise<void> {
  const { source_system: sourceSystem, message_id: messageId, status: from } = message;
  invariant(mayFollow(messageMachine, from as MessageStatus, move.to), `a message goes from ${from} to ${move.to}`);
  const errors = move.errors ?? [];
  const missing = missingIn(move.to === 'parked' ? errors : []);
  const names = [...missing.items, ...missing.orders];
  const attempts = move.attempts ?? message.attempts;
  const moved = await trx.one(moveMessage, {
    sourceSystem,
    messageId,
    from,
    to: move.to,
    errors: move.errors === undefined ? null : JSON.stringify(errors),
    waitingFor: names.length > 0 ? shortList(names) : null,
    processedAt: move.to === 'received' ? null : trx.now,
    attempts,
    supersededBy: move.supersededBy ?? null,
    replacedBy: move.replacedBy ?? null,
  });
  // Another node, or a person, moved it since it was read: what is true now is looked at once more.
  if (!moved) throw new TryAgain(`the message ${messageId} is no longer ${from}`);
  if (from === 'parked') {
    await trx.one(dropMissingItems, { sourceSystem, messageId });
    await trx.one(dropMissingOrders, { sourceSystem, messageId });
  }
  const waiting = { source_system: sourceSystem, message_id: messageId };
  const keyOf = (number: string) => itemKey(sourceSystem, number);
  await missingItemTable.insert(
    trx,
    missing.items.map((number) => ({ item_key: keyOf(number), ...waiting })),
  );
  await missingOrderTable.insert(
    trx,
    missing.orders.map((number) => ({ order_key: keyOf(number), ...waiting })),
  );
  if (move.to === 'received') return;
  publishEvent(trx, {
    id: `${commandIdOf(sourceSystem, messageId, attempts)}.${move.to}`,
    type: `message.${move.to}`,
    sourceSystem,
    warehouse: '',
    subject: messageId,
    data: {
      messageId,
      status: move.to,
      orderNumber: message.order_number,
      ...(move.errors !== undefined && { errors: errors.length }),
      ...(move.supersededBy !== undefined && { supersededBy: move.supersededBy }),
    },
  });
}

/** Numbers of the items and orders that are not known. */
function missingIn(errors: readonly FieldError[]): { readonly items: string[]; readonly orders: string[] } {
  const items = errors.filter(({ code }) => code === itemUnknown).map(({ params }) => String(params?.item));
  const orders = errors.filter(({ code }) => code === orderUnknown).map(({ params }) => String(params?.order));
  return { items: [...new Set(items)], orders: [...new Set(orders)] };
}

const shownNumbers = 10;

/** For people to read: not all of five thousand. */
function shortList(numbers: readonly string[]): string {
  const rest = numbers.length - shownNumbers;
  return numbers.slice(0, shownNumbers).join(', ') + (rest > 0 ? ` + ${rest}` : '');
}

/** Whether any may wait for what a message of this lane brings. */
export async function mayBeAwaited(runner: Runner, lane: string): Promise<boolean> {
  if (lane.startsWith('item:')) return (await runner.one(anyMissingItem, {})) !== undefined;
  return lane.startsWith('inbound:') && (await runner.one(anyMissingOrder, {})) !== undefined;
}

/** By what the lanes of their messages begin with. */
const dropArrived = new Map([
  ['item', dropArrivedItem],
  ['inbound', dropArrivedOrder],
]);

/** Messages that were parked for nothing but the item or order of this lane wait to be carried out again. */
export async function wakeWaitingFor(trx: AppTrx, sourceSystem: string, lane: string): Promise<void> {
  const colon = lane.indexOf(':');
  const drop = dropArrived.get(lane.slice(0, colon));
  if (drop === undefined) return;
  const arrived = await trx.all(drop, { key: itemKey(sourceSystem, lane.slice(colon + 1)) });
  if (arrived.length > 0) await trx.all(wakeComplete, {});
}

/** Parked messages whose items and orders have all arrived wait to be carried out again. Answers how many there are. */
export async function wakeParked(trx: AppTrx): Promise<number> {
  const arrived = [...(await trx.all(dropArrivedItems, {})), ...(await trx.all(dropArrivedOrders, {}))];
  return arrived.length === 0 ? 0 : (await trx.all(wakeComplete, {})).length;
}
