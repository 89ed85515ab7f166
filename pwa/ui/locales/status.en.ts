import type { Texts } from '#shared/locales/worded.ts';

/** What changing the status of goods says on the floor, in English. */
export const statusTexts = {
  'status.title': 'Change status',
  'status.scanGoods': 'Scan the plate, or the place',
  'status.scanGoodsHint': 'Damaged, to be checked, blocked: the goods stay where they are, and nobody is sent for them',
  'status.scanItem': 'Scan the item, or its plate',
  'status.everything': 'Everything here',
  'status.everythingAt': 'Everything at {location}',
  'status.allLots': 'All lots',
  'status.serial': 'Serial number',
  'status.allOfIt': 'All of it',
  'status.howMany': 'How many?',
  'status.choose': 'What are the goods now?',
  'status.why': 'Why?',
  'status.done': 'Status told: {what}',
  'label.title': 'Print labels',
  'label.scan': 'Scan what needs a label',
  'label.again': 'Once more',
  'label.ofCarton': 'Print the carton’s label',
  'label.done': 'Label printed: {name}',
  'reason.quality': 'Its quality',
  'reason.recall': 'A recall',
  'reason.expired': 'It has expired',
} as const satisfies Texts;
