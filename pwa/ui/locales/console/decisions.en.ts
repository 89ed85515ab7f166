import type { Texts } from '#shared/locales/worded.ts';

/** What the screens of decisions say, in English. */
export const decisionTexts = {
  // decisions
  decisions: 'Decisions',
  'decisions.open': 'To decide',
  'decisions.resolved': 'Decided',
  'decisions.kind': 'Kind',
  'decisions.none.open': 'Nothing waits for a decision. Well done.',
  'decisions.none.resolved': 'Nothing has been decided here yet.',
  'decisions.waiting': 'waiting behind this: {count}',
  'decisions.did': 'What was done',
  'decisions.why': 'Why it does not fit',
  'decisions.asks': 'What is asked',
  'decisions.goods': 'The goods meanwhile',
  'decisions.command': 'The command in full',
  'decisions.type': 'Type',
  'decisions.id': 'Id',
  'decisions.occurredAt': 'Scanned',
  'decisions.receivedAt': 'Received',
  'decisions.own': 'You did this yourself, so somebody else decides.',
  'decisions.notYours': 'A supervisor decides this.',
  'decisions.apply.text':
    'It is booked now as the worker reported it, in your name beside theirs. The goods have to be where the scan says.',
  'decisions.compensate.text':
    'Nothing is booked. You say that another booking puts it right, such as a move or an adjustment, and which one.',
  'decisions.dismiss.text': 'Nothing is booked, and nothing is to be done. The goods have to be where the books say.',
  'decisions.approve.text': 'It is booked now, with you as the second person.',
  'decisions.reject.text': 'It is not booked. Whoever asked sees your reason.',
  'discrepancy.class': 'Class',
  'discrepancy.desk': 'Seen to by',
  'discrepancy.line': '{order}, line {line}, {item}: {registered} of {expected} {unit}',
  'discrepancy.photo': 'Photo {number}',
  'discrepancy.photoMissing': 'The photo has not arrived yet. Its handheld sends it when it has a network.',
  'discrepancy.assign': 'Assign',
  'discrepancy.assign.class': 'The discrepancy gets this class. Say why, so that others can follow it.',
  'discrepancy.assign.responsible': 'This desk sees to it from now on. Say why, so that others can follow it.',
  'discrepancy.accept.text': 'The goods are kept as they are.',
  'discrepancy.claim.text': 'The supplier is asked to make it good.',
  'discrepancy.sendBack.text': 'The goods go back to the supplier. Set them aside until they are fetched.',
  'discrepancy.scrap.text': 'The goods are scrapped. Take them out of stock with an adjustment.',
  'discrepancy.dismiss.text': 'It was no discrepancy.',
  'about.order': 'Order',
  'about.line': 'Line',
  'about.load': 'Load',
  'about.licensePlate': 'Licence plate',
  'about.location': 'Location',
  'about.item': 'Item',
  'about.lot': 'Lot',
  'about.serials': 'Serial numbers',
  'about.quantity': 'Quantity',
  'about.note': 'Note',

  // what a worker did
  'did.register': 'Registered {quantity} of {item} on {order} at {location}',
  'did.undoRegistration': 'Took back a registration',
  'did.complete': 'Completed the receiving of {order}',
  'did.put': 'Put {what} at {to}',
  'did.move': 'Moved {what} from {from} to {to}',
  'did.adjust': 'Adjusted {item} at {location} by {signed} ({reason})',
  'did.changeStatus': 'Asked for {what} at {where}: {status} ({reason})',
  'did.releaseLot': 'Asked to let go the lot of hold {hold} ({reason})',
  'did.other': 'Sent {type}',
  'did.all': 'all',
  'did.dock': 'the dock',
  'did.earlier': 'the plate of an earlier scan',

  // the goods until somebody has decided
  'goods.register':
    'The goods stand at {location} and are in no books. Mark them and leave them there; if you dismiss this, they go back or are set aside.',
  'goods.undoRegistration':
    'The goods are still booked. Whoever took them off the dock keeps them together until you have decided.',
  'goods.complete': 'Nothing has to be moved. No receipt has been made yet.',
  'goods.put':
    'The worker put {what} at {to}; the books have it elsewhere. Look there before you decide, and let nobody take from it.',
  'goods.move':
    'The worker moved {what} to {to}; the books have it elsewhere. Look there before you decide, and let nobody take from it.',
  'goods.adjust': 'Have {item} at {location} counted once more before you decide.',
  'goods.changeStatus': 'Leave the goods where they are: nothing of them may be used before you have decided.',
  'goods.releaseLot': 'The lot stays on hold until you have decided.',
  'goods.other': 'Leave the goods where they are and mark them until you have decided.',
} as const satisfies Texts;

export type DecisionTexts = Readonly<Record<keyof typeof decisionTexts, string>>;
