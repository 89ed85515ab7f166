import type { FeedRow } from './published-row.ts';
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

/** Puts an event into the feed of events of its source system. */
export function publishEvent(trx: AppTrx, draft: EventDraft): void {
  trx.publish(eventOf(draft, trx.now));
}

/**
 * An event as the feed of events has it: CloudEvents 1.0 in structured JSON. `at` in ms. The reader's answer adds
 * `sequence`, its place in the one order of all events.
 */
export function eventOf(draft: EventDraft, at: number): FeedRow {
  const { sourceSystem, warehouse, subject } = draft;
  const event = {
    specversion: '1.0',
    id: draft.id,
    source: `urn:tallyman:${sourceSystem}`,
    type: `app.tallyman.${draft.type}.v1`,
    subject,
    time: new Date(at).toISOString(),
    datacontenttype: 'application/json',
    data: draft.data,
  };
  return { kind: 'feed', feed: 'events', sourceSystem, warehouse, subject, version: 1, body: event };
}
