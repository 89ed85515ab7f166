import type { EntryReason } from './entry.ts';

/** How quantities reach an ERP: by documents, or by the log of every change. Exactly one for each direction. */
export type QuantityChannel = 'documents' | 'update-log';

export type Direction = 'inbound' | 'outbound';

/** The direction whose channel a change goes by. Counts and adjustments follow the goods that come in. */
export function directionOf(reason: EntryReason): Direction {
  return reason === 'pick' || reason === 'ship' ? 'outbound' : 'inbound';
}
