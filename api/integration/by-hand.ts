import { type MessageStatus, messageMachine } from '#shared/integration/message.machine.ts';
import { uuidV7 } from '#shared/kernel/id.ts';
import { mayFollow } from '#shared/kernel/machine.ts';
import { type FieldError, problem } from '#shared/kernel/problem.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { notFound } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import type { AppTrx } from '../platform/store.ts';
import { type Move, moveTo } from './carry-out.ts';
import { laterReceived, wholeMessageRow } from './message.queries.ts';
import type { ReadMessage } from './read-messages.ts';
import { receiveMessages } from './receive-messages.ts';

/** A message of a source system, and who acts on it. */
export interface ByHand {
  readonly sourceSystem: string;
  readonly messageId: string;
  readonly actor: string;
}

/** A failed message is tried again as it is. 409 `message.state` from any other state. */
export function requeue(services: Services, by: ByHand): Promise<void> {
  return services.store.write(async (trx) => {
    const message = await lockInState(trx, by, 'received');
    await moveTo(trx, message, { to: 'received', errors: [] });
    audit(services, trx, by, 'message.requeued', message.status, {});
  });
}

/** A message that waits or failed is given up. 409 `message.state` when it is finished already. */
export function cancel(services: Services, by: ByHand): Promise<void> {
  return services.store.write(async (trx) => {
    const message = await lockInState(trx, by, 'cancelled');
    await moveTo(trx, message, { to: 'cancelled' });
    audit(services, trx, by, 'message.cancelled', message.status, {});
  });
}

/**
 * An edited message takes the place of one that waits or failed: the original stays readable, both are linked, the edited
 * one is received. 422 where the order, its line numbers or the kind of message change: that is another message. 409
 * `message.newer_waiting` where a newer message of the order waits, which would be overtaken. The same replacement again
 * changes nothing.
 */
export function replace(services: Services, by: ByHand, edited: ReadMessage): Promise<void> {
  return services.store.write(async (trx) => {
    const original = await lock(trx, by);
    if (original.replaced_by === edited.messageId) {
      // Throws when the content is another than that of the first time.
      await receiveMessages(trx, by.sourceSystem, [edited], by.messageId);
      return;
    }
    assertMayBecome(original, 'superseded');
    const faults = faultsOfReplacement(original, edited);
    if (faults.length > 0) throw new HttpProblem(422, problem('request.invalid', {}, faults));
    const { lane, number } = original;
    const newer = await trx.one(laterReceived, { sourceSystem: by.sourceSystem, lane, number });
    if (newer) throw new HttpProblem(409, problem('message.newer_waiting', { messageId: newer.message_id }));
    const isNew = (await receiveMessages(trx, by.sourceSystem, [edited], by.messageId)) > 0;
    if (!isNew) throw new HttpProblem(409, problem('idempotency.key_reused'));
    const move: Move = { to: 'superseded', supersededBy: edited.messageId, replacedBy: edited.messageId };
    await moveTo(trx, original, move);
    audit(services, trx, by, 'message.replaced', original.status, { replacedBy: edited.messageId });
  });
}

type Locked = Awaited<ReturnType<typeof lock>>;

async function lock(trx: AppTrx, { sourceSystem, messageId }: ByHand) {
  const message = await trx.one(wholeMessageRow.lock[trx.dialect], { sourceSystem, messageId });
  if (!message) throw notFound(messageId);
  return message;
}

async function lockInState(trx: AppTrx, by: ByHand, to: MessageStatus): Promise<Locked> {
  const message = await lock(trx, by);
  // A parked message goes on by itself, and only by itself.
  const isWaiting = message.status === 'parked' && to === 'received';
  if (isWaiting) throw wrongState(message);
  assertMayBecome(message, to);
  return message;
}

function assertMayBecome(message: Locked, to: MessageStatus): void {
  if (!mayFollow(messageMachine, message.status as MessageStatus, to)) throw wrongState(message);
}

function wrongState({ message_id: messageId, status }: Locked): HttpProblem {
  return new HttpProblem(409, problem('message.state', { messageId, status }));
}

function faultsOfReplacement(original: Locked, edited: ReadMessage): FieldError[] {
  const { kind } = edited;
  const sent = JSON.parse(original.body) as Record<string, unknown>;
  const faults: FieldError[] = [];
  if (edited.messageId === original.message_id) {
    faults.push({ pointer: '/messageId', code: 'message.replacement_same_id', value: edited.messageId });
  }
  if (kind.type !== original.type) {
    faults.push({
      pointer: '/type',
      code: 'message.replacement_fixed',
      params: { was: original.type },
      value: kind.type,
    });
  } else if (kind.laneOf(edited.document) !== original.lane) {
    const was = original.lane.slice(original.lane.indexOf(':') + 1);
    faults.push({ pointer: `/${kind.member}`, code: 'message.replacement_fixed', params: { was } });
  }
  if (edited.operation !== original.operation) {
    const params = { was: original.operation };
    faults.push({ pointer: '/operation', code: 'message.replacement_fixed', params, value: edited.operation });
  }
  const [before, after] = [lineNumbers(sent[kind.member]), lineNumbers(edited.document)];
  if (before.join() !== after.join()) {
    const params = { was: before.join(', ').slice(0, 200) };
    faults.push({ pointer: `/${kind.member}/lines`, code: 'message.replacement_fixed', params });
  }
  return faults;
}

function lineNumbers(document: unknown): number[] {
  const lines = (document as { lines?: readonly { lineNumber: number }[] | null } | undefined)?.lines ?? [];
  return lines.map(({ lineNumber }) => lineNumber).sort((a, b) => a - b);
}

function audit(
  { clock, random }: Services,
  trx: AppTrx,
  by: ByHand,
  action: string,
  before: string,
  more: object,
): void {
  trx.publish({
    kind: 'audit',
    id: uuidV7(clock.now(), random.bytes(10)),
    at: trx.now,
    actor: by.actor,
    action,
    subject: `${by.sourceSystem}:${by.messageId}`,
    before: { status: before },
    after: more,
    commandId: null,
  });
}
