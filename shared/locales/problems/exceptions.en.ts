import type { Texts } from '../worded.ts';

/** Problems of exceptions, discrepancies and photos, in English. */
export const exceptionsProblems = {
  'exceptions.subject_missing': 'Say what it is about: an order, a load, an item, a licence plate or a location.',
  'exceptions.order_unknown':
    'There is no order {order} in this warehouse. Scan the number on the paper, or leave it out.',
  'exceptions.load_unknown': 'There is no load {load} in this warehouse. Scan another, or leave it out.',
  'exceptions.item_unknown': 'There is no item {item}. Scan the item, or leave it out and take a photo.',
  'exceptions.plate_unknown':
    'The licence plate {licensePlate} is not known in this warehouse. Scan it again, or leave it out.',
  'exceptions.location_unknown': 'There is no location {location} in this warehouse. Scan it again, or leave it out.',
  'exceptions.not_a_discrepancy':
    '{exception} is no discrepancy, so it has no class and no desk. Decide on it instead.',
  'exceptions.nothing_to_assign': 'Say the class, the desk that sees to it, or both.',
  'exceptions.unknown': 'There is nothing to decide under {exception} in this warehouse. Reload the list.',
  'exceptions.already_resolved': 'Somebody has decided on this already. Reload the list.',
  'exceptions.action_not_offered': '{action} is not possible here. Choose one of these: {offered}.',
  'exceptions.own_command': 'You made this yourself, so somebody else has to decide.',
  'exceptions.cause_open': 'It depends on an earlier scan that nobody has decided on. Decide on that one first.',
  'exceptions.cannot_be_judged':
    'The server cannot carry this out any more. Put it right by other means, then close it.',
  'discrepancy.damage': 'The goods are damaged.',
  'discrepancy.quality': 'The quality has to be looked at.',
  'discrepancy.expiry': 'Too little of the shelf life is left.',
  'discrepancy.shortage': 'Less came than was announced.',
  'discrepancy.overage': 'More came than was announced.',
  'discrepancy.wrong-goods': 'Other goods came than were announced.',
  'discrepancy.wrong-label': 'The label is wrong or missing.',
  'discrepancy.other': 'Something is not as it should be.',
  'photo.not_a_picture': 'This is no picture of a kind that can be shown. Send one of {types}.',
  'photo.id_reused': 'Another photo was kept under {photo}. Take the photo again.',
} as const satisfies Texts;
