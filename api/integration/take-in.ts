import type { Pipeline } from '../platform/pipeline.ts';
import type { Services } from '../platform/services.ts';
import type { AppJob, AppTrx } from '../platform/store.ts';
import { carryOut, wakeWaitingFor } from './carry-out.ts';
import { waitingMessages } from './message.queries.ts';
import type { ReadMessage } from './read-messages.ts';
import { receiveMessages } from './receive-messages.ts';

/** A message of an order of some hundred lines; a longer one takes so long that others would wait for it. */
const smallAtMostCharacters = 16_384;

/**
 * Keeps messages, all or none, as `receiveMessages` does, and tells the inbox of them. Where one process writes, a small
 * one by itself is also carried out behind it, mostly in the same flush, unless older ones wait: orders come one by one
 * through the day, and each would pay for a second flush. On PostgreSQL messages wait for each other until one is kept:
 * to carry it out in the same transaction would make them wait longer.
 */
export async function takeIn(
  services: Services,
  sourceSystem: string,
  messages: readonly ReadMessage[],
): Promise<void> {
  const { store, log, pipeline } = services;
  const keep: AppJob<unknown> = (trx) => receiveMessages(trx, sourceSystem, messages);
  const [only, ...others] = messages;
  if (only && others.length === 0 && store.dialect === 'sqlite' && only.text.length <= smallAtMostCharacters) {
    const carry: AppJob<unknown> = (trx) => carryOutAtOnce(trx, pipeline.judge, sourceSystem, only);
    const [kept, done] = await store.writeEach([keep, carry]);
    if (kept?.status === 'rejected') throw kept.reason;
    // It is kept: the inbox tries once more, and knows what to do with one that cannot be carried out.
    if (done?.status === 'rejected')
      log.warn({ err: done.reason, messageId: only.messageId }, 'not carried out at once');
  } else {
    await store.write(keep);
  }
  services.messagesReceived.raise();
}

/**
 * In its turn, as in the inbox: not before older ones. Nobody else writes meanwhile: what waits for this item or order is
 * there to be woken, or finds it there itself.
 */
async function carryOutAtOnce(
  trx: AppTrx,
  judge: Pipeline['judge'],
  sourceSystem: string,
  { messageId, kind, operation, document }: ReadMessage,
): Promise<void> {
  const [oldest] = await trx.all(waitingMessages, { limit: 1 });
  if (oldest?.message_id !== messageId || oldest.source_system !== sourceSystem) return;
  const status = await carryOut(trx, judge, { sourceSystem, messageId });
  if (status !== 'accepted' || operation === 'cancel') return;
  await wakeWaitingFor(trx, sourceSystem, kind.laneOf(document));
}
