import type { AppTrx } from './store.ts';

/** Something that a source system may want to hear of. `id` is unique for ever; `data` is small: who needs more asks. */
export interface EventDraft {
  readonly id: string;
  /** Past tense: `shipment-receipt.issued`, `message.accepted`. */
  readonly type: string;
  readonly sourceSystem: string;
  readonly warehouse: string;
  /** The number of what it is about. */
  readonly subject: string;
  readonly data: object;
}

/**
 * Puts an event into the feed of events of its source system, as CloudEvents 1.0 in structured JSON. The reader's answer
 * adds `sequence`, its place in the one order of all events.
 */
export function publishEvent(trx: AppTrx, draft: EventDraft): void {
  const { sourceSystem, warehouse, subject } = draft;
  const event = {
    specversion: '1.0',
    id: draft.id,
    source: `urn:tallyman:${sourceSystem}`,
    type: `app.tallyman.${draft.type}.v1`,
    subject,
    time: new Date(trx.now).toISOString(),
    datacontenttype: 'application/json',
    data: draft.data,
  };
  trx.publish({ kind: 'feed', feed: 'events', sourceSystem, warehouse, subject, version: 1, body: event });
}
