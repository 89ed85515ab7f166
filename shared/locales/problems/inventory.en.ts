import type { Texts } from '../worded.ts';

/** Problems of stock in the building, in English. */
export const inventoryProblems = {
  'inventory.goods_missing': 'Scan the licence plate, or the item and how much of it.',
  'inventory.same_place': 'The goods are at {location} already. Scan where they go.',
  'inventory.plate_unknown': 'There is no licence plate {licensePlate}. Scan it again.',
  'inventory.wrong_warehouse': 'Plate {licensePlate} is in warehouse {warehouse}.',
  'inventory.plate_not_there': 'Plate {licensePlate} is not at {location}. Look up where it is.',
  'inventory.reserved':
    'These goods are promised to order {order}, and nothing is picked at {location}. Leave them, or scan another place.',
  'inventory.picked_goods': 'These goods are picked for order {order} already. Bring them where the order is made up.',
  'inventory.being_picked': 'Somebody is on the way for these goods, for {work}. Leave them where they are.',
  'inventory.being_replenished': 'These goods are to be brought to a pick face by {work}. Leave them where they are.',
  'inventory.part_of_pick': 'Pick work {work} takes some of these goods from here. Move all of them, or fewer.',
  'inventory.other_shipment':
    'Picked goods for {shipment} are there. Other goods cannot stand on {licensePlate} with them.',
  'inventory.on_it_already': 'The goods are on {licensePlate} already. Scan another plate.',
  'inventory.onto_itself': 'Plate {licensePlate} is what you move, or stands on it. Scan another plate.',
  'inventory.plate_elsewhere': 'Plate {licensePlate} is at {location}. Bring the goods there, or scan another plate.',
  'inventory.nested_too_deep': 'No more than three plates may stand on one another. Put it beside {licensePlate}.',
  'inventory.plate_empty': 'Nothing is on plate {licensePlate}. Scan the plate with the goods.',
  'inventory.nothing_nested': 'No plate stands on {licensePlate}, so there is nothing to take off.',
  'inventory.not_nested': 'Plate {licensePlate} does not stand on {parent}. Look up where it is.',
  'inventory.in_hands': 'Plate {licensePlate} is in somebody’s hands. Put it down first.',
  'inventory.reason_unknown': 'There is no reason {reason}. Use one of: {reasons}.',
  'inventory.lot_required': 'Item {item} has lots. Scan the lot.',
  'inventory.lot_not_tracked': 'Item {item} has no lots. Leave the lot out.',
  'inventory.expiry_required': 'Lot {lot} of {item} is new. Enter its expiry date.',
  'inventory.expiry_conflict': 'Lot {lot} is known with expiry date {known}, not {sent}. Check the label.',
  'inventory.serials_required': 'Item {item} has serial numbers. Scan each of them.',
  'inventory.serials_not_tracked': 'Item {item} has no serial numbers. Leave them out.',
  'inventory.serial_repeated': 'Serial number {serial} was scanned twice. Remove it once.',
  'inventory.serial_count':
    'There {serials|is|are} {serials} {serials|serial number|serial numbers}; there must be one for each {unit}.',
  'inventory.serial_in_stock': 'Serial number {serial} of {item} is in the warehouse already. Check the label.',
  'inventory.status_unknown': 'There is no stock status {status}. Use one of: {statuses}.',
  'inventory.where_missing': 'Scan the place or the licence plate of the goods.',
  'inventory.item_required': 'Several items are there. Say which one is meant.',
  'inventory.nothing_there': 'There is nothing at {where}. Scan the place or the plate again.',
  'inventory.status_already': 'What is at {where} has the status {status} already.',
  'inventory.goods_picked': 'Goods at {where} are picked for a customer. Have them brought back to the shelf first.',
  'inventory.hold_the_lot': 'A lot is put on hold, and let go again, as a whole. Ask your supervisor.',
  'inventory.lot_on_hold': 'Lot {lot} of {item} is on hold: nobody may use it. Ask your supervisor what becomes of it.',
  'inventory.lot_held': 'Lot {lot} of {item} is on hold already, by {hold}.',
  'inventory.hold_unknown': 'There is no hold {hold}. Look it up in the list of holds.',
  'inventory.hold_released': 'Lot {lot} of {item} was let go already; the hold {hold} is over.',
  'inventory.approval_waits':
    'A second person is asked for the same already, by {approval}. Ask whoever decides to look at it.',
  'inventory.goods_changed':
    'Asked about was {asked} at {where}; by now it is {now}. Reject this, and have it asked again.',
} as const satisfies Texts;
