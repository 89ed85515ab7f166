import type { Texts } from '#shared/locales/worded.ts';

/** What the screens of reconciliation and of past stock say, in English. */
export const reconciliationTexts = {
  reconcile: 'ERP and warehouse',
  'reconcile.title': 'Why does the ERP say something else?',
  'reconcile.erpQuantity': 'The ERP says',
  'reconcile.explain': 'Explain',
  'reconcile.description': 'Description',
  'reconcile.notTold': 'Not told yet',
  'reconcile.none': 'The ERP was told of everything. Name an item to see what it did not confirm.',
  'reconcile.erp': 'The ERP says it has',
  'reconcile.confirmed': 'Confirmed by the ERP',
  'reconcile.lines': 'What makes the difference',
  'reconcile.noLines': 'Nothing: the ERP was told of everything and confirmed it.',
  'reconcile.more': '{count} further {count|change comes|changes come} to {quantity}.',
  'reconcile.quantity': 'Quantity',
  'reconcile.why': 'Why',
  'reconcile.kind.not-told': 'waits for its document',
  'reconcile.kind.not-confirmed': 'not acknowledged',
  'reconcile.kind.rejected': 'rejected',
  'reconcile.hint.reversed': 'was taken back. Until the ERP acknowledges that, it may still count these: {quantity}.',
  'reconcile.hint.booked-twice': 'told of {quantity}. Booked twice, it would make the difference.',
  'reconcile.hint.not-booked': 'told of {quantity}. Acknowledged but not booked, it would make the difference.',
  'reconcile.hint': 'Look at',
  'reconcile.inErp': 'In the ERP',
  'reconcile.inErp.yes': 'yes',
  'reconcile.inErp.no': 'no',
  'reconcile.verdict.equal': 'equal',
  'reconcile.verdict.equal.text': 'The ERP has what the warehouse has.',
  'reconcile.verdict.confirmed': 'explained',
  'reconcile.verdict.confirmed.text':
    'The ERP has exactly what it confirmed. All of the difference is in the lines below.',
  'reconcile.verdict.reported': 'explained',
  'reconcile.verdict.reported.text':
    'The ERP booked documents that it did not acknowledge. The rest waits for its document.',
  'reconcile.verdict.partly': 'explained',
  'reconcile.verdict.partly.text':
    'The ERP booked some of the documents that it did not acknowledge. The lines say which.',
  'reconcile.verdict.unexplained': 'not explained',
  'reconcile.verdict.unexplained.text':
    'The ERP has {unexplained} against what it confirmed that it was never told of here. Look for bookings of its own.',
  stockThen: 'Stock in the past',
  'stockThen.at': 'At',
  'stockThen.show': 'Show',
  'stockThen.hint': 'Choose a moment. An item or a location narrows it down.',
  'stockThen.none': 'There was none of this then.',
} as const satisfies Texts;

export type ReconciliationTexts = Readonly<Record<keyof typeof reconciliationTexts, string>>;
