import type { Texts } from '#shared/locales/worded.ts';

/** What the screens of inbound orders say, in English. */
export const orderTexts = {
  orders: 'Orders',
  'orders.order': 'Order',
  'orders.search': 'Order number',
  'orders.none': 'No orders of this kind.',
  'orders.open': 'Open',
  'orders.partiallyReceived': 'Partially received',
  'orders.arriving': 'Messages being processed',
  'orders.receiving': 'Receiving',
  'orders.receivingAny': 'In any state of receiving',
  'orders.receivingNow': 'Being received now',
  'orders.inReceiving': 'being received',
  'orders.progressHead': 'Progress',
  'orders.progress': '{registered} registered, {received} received',
  'orders.lines': 'Lines',
  'orders.line': 'Line',
  'orders.consigner': 'From',
  'orders.planned': 'Planned',
  'orders.type': 'Type',
  'orders.notes': 'Note for the dock',
  'orders.changedAt': 'Changed',
  'orders.ordered': 'Ordered',
  'orders.expected': 'Expected',
  'orders.registered': 'Registered',
  'orders.received': 'Received',
  'orders.tolerance': 'May be over, under',
  'orders.loads': 'Loads',
  'orders.noLoads': 'Nothing has been registered yet.',
  'orders.noDocuments': 'No document tells of this order yet.',
} as const satisfies Texts;

export type OrderTexts = Readonly<Record<keyof typeof orderTexts, string>>;
