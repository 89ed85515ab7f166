import type { Texts } from '#shared/locales/worded.ts';

/** What the screens of changed stock and of lots on hold say, in English. */
export const holdTexts = {
  holds: 'Lots on hold',
  'holds.active': 'On hold',
  'holds.released': 'Let go',
  'holds.none.active': 'No lot is on hold.',
  'holds.none.released': 'No lot was let go yet.',
  'holds.hold': 'Hold',
  'holds.note': 'Note',
  'holds.placed': 'Put on hold by',
  'holds.ended': 'Let go by',
  'holds.release': 'Let go',
  'holds.release.text':
    'Everything of the lot that the hold stopped may be used again, where it stands now. Whoever put it on hold needs a second person for this.',
  'holds.where': 'Where it is',
  'holds.nowhere': 'Nothing of this lot is in any warehouse.',
  'holds.nobody': 'Nobody received any of this lot.',
  'stock.change': 'Change',
  'stock.status': 'Status',
  'stock.status.text':
    'Goods that are set apart are promised to nobody; whoever waits for them gets others, or waits. Making them available again may take a second person.',
  'stock.newStatus': 'New status',
  'stock.quantity': 'Quantity',
  'stock.adjust': 'Adjust',
  'stock.adjust.text':
    'How much more (+) or less (−) there is than the books say. The ERP is told the difference by a counting journal.',
  'stock.adjust.quantity': 'More or less',
  'stock.adjust.document': 'Corrects the document',
  'stock.adjust.document.help':
    'A receipt or packing slip that is final and told the ERP a wrong quantity. Leave it empty otherwise.',
  'stock.hold': 'Hold lot',
  'stock.hold.text':
    'All of this lot is stopped at once, in every warehouse, also where somebody was sent for it. What is picked of it may not leave.',
  'stock.hold.note': 'Note',
  'stock.secondPerson': 'A second person has to approve it. It waits in',
  'reasonCode.quality': 'quality',
  'reasonCode.recall': 'recall',
  'reasonCode.expired': 'expired',
  'reasonCode.not-there': 'not there',
  'reasonCode.damaged': 'damaged',
  'reasonCode.correction': 'correction',
  'reasonCode.found': 'found',
  'reasonCode.customer': 'wish of the customer',
  'reasonCode.other': 'another reason',
} as const satisfies Texts;

export type HoldTexts = Readonly<Record<keyof typeof holdTexts, string>>;
