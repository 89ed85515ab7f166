import type { Texts } from '#shared/locales/worded.ts';

/** What the screen of transfers says, in English. */
export const transferTexts = {
  transfers: 'Transfers',
  'transfers.open': 'On the way',
  'transfers.none.open': 'Nothing is on its way between warehouses.',
  'transfers.none.all': 'No transfer has left yet, from here or to here.',
  'transfers.order': 'Order',
  'transfers.way': 'From, to',
  'transfers.sentAt': 'Left',
  'transfers.sent': 'Sent',
  'transfers.received': 'Received',
  'transfers.inTransit': 'On the way',
  'transfers.missing': '{quantity} did not come',
  'transfers.load': 'Load',
} as const satisfies Texts;

export type TransferTexts = Readonly<Record<keyof typeof transferTexts, string>>;
