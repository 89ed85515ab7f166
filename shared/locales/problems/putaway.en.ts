import type { Texts } from '../worded.ts';

/** Problems of put-away, in English. */
export const putawayProblems = {
  'putaway.goods_missing': 'Scan the licence plate, or the item and where it is.',
  'putaway.reason_unknown': 'There is no reason {reason}. Use one of: {reasons}.',
  'putaway.plate_unknown': 'There is no licence plate {licensePlate}. Scan it again.',
  'putaway.wrong_warehouse': 'Plate {licensePlate} is in warehouse {warehouse}.',
  'putaway.already_done': '{goods} is not at the dock, so there is nothing to put away. Look it up, or move it.',
  'putaway.item_required': 'Plate {licensePlate} holds several items. Scan the one that you put.',
  'putaway.plate_required': '{item} stands here on {plates} {plates|plate|plates}. Scan the plate.',
  'putaway.override_reason_required': 'The goods belong to {proposed}. Go there, or give a reason for {location}.',
  'putaway.claimed': 'Plate {licensePlate} is on the trip of {badge}. Scan another one, or ask them.',
  'putaway.stands_on':
    'Plate {licensePlate} stands on {parent}. Take {parent} along, or put {licensePlate} away by itself.',
  'putaway.not_claimed': 'Plate {licensePlate} is on nobody’s trip.',
  'putaway.zone_unknown': 'No location of this warehouse is in zone {zone}. Choose one that there is.',
  'putaway.no_place':
    'No place of this warehouse takes these goods (asked: {places}). Choose one, or ask your supervisor.',
  'putaway.nothing_on_plate': 'Nothing is on plate {licensePlate}. Scan another one.',
  'putaway.not_offered':
    'No {item} here is offered to order {order} any more. Put it away, or bring it back to the dock.',
  'putaway.more_than_offered':
    'Order {order} waits for {quantity} {unit} of {item} only. Bring it so much, and put the rest away.',
  'putaway.cross_dock_required': '{quantity} {unit} of this must go to order {order}: bring it to {location}.',
  'putaway.onto_itself': 'Plate {licensePlate} cannot stand on itself. Scan another plate.',
  'putaway.plate_elsewhere': 'Plate {licensePlate} stands at {location}. Take one that is where you are, or go there.',
  'putaway.rule_off': 'The rule is switched off.',
  'putaway.rule_for_others': 'The rule is for other goods: {criterion} has to be {wanted}, and here it is {was}.',
  'putaway.no_rule': 'No rule of this warehouse is for these goods, so a person chooses.',
  'putaway.other_type': '{location} is of another type ({type}) than the rule names.',
  'putaway.other_zone': '{location} is in zone {zone}; the rule names {zones}.',
  'putaway.not_fixed': '{location} belongs to no item; the rule looks for the fixed place of this one.',
  'putaway.kept_for_fixed': '{location} is kept for the item that belongs there.',
  'putaway.other_lot_there': 'The same lot is not at {location}.',
  'putaway.other_item_there': 'The same item is not at {location}.',
  'putaway.not_empty': '{location} is not empty.',
  'putaway.farther': '{location} takes the goods too, but {proposed} comes first.',
} as const satisfies Texts;
