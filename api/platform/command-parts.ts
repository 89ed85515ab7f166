import { hash } from 'node:crypto';
import type { Command, Envelope } from '#shared/command/envelope.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Author } from './pipeline.ts';
import type { AppTrx } from './store.ts';

/**
 * What makes two sendings of an id the same command: everything the sender means, not when it was noted or by which
 * session it was sent.
 */
export function contentHashOf(envelope: Envelope): string {
  const { type, version, device, warehouse, body } = envelope;
  const causedBy = envelope.causedBy ?? null;
  const sequence = envelope.sequence ?? null;
  return hash('sha256', canonicalJson({ body, causedBy, device, sequence, type, version, warehouse }));
}

/** What is kept of a command besides what came of it. */
export function keptPartsOf(trx: AppTrx, envelope: Envelope, author: Author | undefined, contentHash: string) {
  return {
    id: envelope.id,
    type: envelope.type,
    version: envelope.version,
    device: envelope.device,
    sequence: envelope.sequence ?? null,
    warehouse: envelope.warehouse,
    operator: author?.operator ?? '',
    session: author?.session ?? null,
    occurredAt: Date.parse(envelope.occurredAt),
    receivedAt: trx.now,
    causedBy: envelope.causedBy?.toLowerCase() ?? null,
    contentHash,
    body: JSON.stringify(envelope.body),
  };
}

/** The command as its rule sees it. */
export function commandOf(envelope: Envelope, author: Author, body: unknown): Command<unknown> {
  return {
    id: envelope.id,
    type: envelope.type,
    version: envelope.version,
    device: envelope.device,
    warehouse: envelope.warehouse,
    occurredAt: envelope.occurredAt,
    knownAt: envelope.knownAt ?? null,
    operator: author.operator,
    body,
  };
}

/** What the ledger notes of the command that an entry comes from. */
export function causeOf(envelope: Envelope, author: Author) {
  return {
    commandId: envelope.id,
    warehouse: envelope.warehouse,
    operator: author.operator,
    device: envelope.device,
    occurredAt: Date.parse(envelope.occurredAt),
  };
}
