import type { TransferTexts } from './transfers.en.ts';

/** What the screen of transfers says, in German. */
export const transferTexts: TransferTexts = {
  transfers: 'Umlagerungen',
  'transfers.open': 'Unterwegs',
  'transfers.none.open': 'Zwischen den Lagern ist nichts unterwegs.',
  'transfers.none.all': 'Von hier oder hierher ist noch keine Umlagerung abgegangen.',
  'transfers.order': 'Auftrag',
  'transfers.way': 'Von, nach',
  'transfers.sentAt': 'Abgegangen',
  'transfers.sent': 'Gesendet',
  'transfers.received': 'Empfangen',
  'transfers.inTransit': 'Unterwegs',
  'transfers.missing': '{quantity} nicht angekommen',
  'transfers.load': 'Ladung',
};
