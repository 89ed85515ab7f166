import type { Texts } from '#shared/locales/worded.ts';

/** What the screens of returns say, in English. */
export const returnsTexts = {
  returns: 'Returns',
  'returns.all': 'All',
  'returns.none': 'Nothing came back here.',
  'returns.search': 'Item, order or return number',
  'returns.disposition': 'What became of it',
  'returns.restock': 'Back into stock',
  'returns.quarantine': 'Quarantine',
  'returns.scrap': 'Scrapped',
  'returns.undone': 'Taken back',
  'returns.order': 'Return order',
  'returns.receipt': 'Receipt for credit',
  'returns.notCredited': 'none: reversed',
  'returns.code': 'ERP’s code',
  'returns.original': 'Left with order',
  'returns.returnId': 'Return number',
  'returns.place': 'Taken in at',
  'returns.tracking': 'Lot, serial number',
  'returns.condition': 'Condition',
  returnPolicies: 'What is taken back',
  'returnPolicies.text':
    'For single items and categories. For all others the settings of the source system hold; the item counts before its category.',
  'returnPolicies.none': 'No rule of its own for any item.',
  'returnPolicies.make': 'New rule',
  'returnPolicies.remove': 'Remove',
  'returnPolicies.remove.text': 'From then on the next more general rule holds.',
  'returnPolicies.about': 'For',
  'returnPolicies.subject': 'Which',
  'returnPolicies.item': 'Item',
  'returnPolicies.category': 'Category',
  'returnPolicies.rule': 'Rule',
  'returnPolicies.days': 'Days after shipping',
  'returnPolicies.always': 'always taken back',
  'returnPolicies.never': 'never taken back',
  'returnPolicies.within-days': 'taken back for {days} {days|day|days}',
  'returnPolicies.always.name': 'Always',
  'returnPolicies.never.name': 'Never',
  'returnPolicies.within-days.name': 'Within days',
} as const satisfies Texts;

export type ReturnsTexts = Readonly<Record<keyof typeof returnsTexts, string>>;
