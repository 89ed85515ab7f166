import type { Texts } from '../worded.ts';

/** Problems of stock in the building, in English. */
export const inventoryProblems = {
  'inventory.goods_missing': 'Scan the licence plate, or the item and how much of it.',
  'inventory.same_place': 'The goods are at {location} already. Scan where they go.',
  'inventory.plate_unknown': 'There is no licence plate {licensePlate}. Scan it again.',
  'inventory.wrong_warehouse': 'Plate {licensePlate} is in warehouse {warehouse}.',
  'inventory.plate_not_there': 'Plate {licensePlate} is not at {location}. Look up where it is.',
  'inventory.reserved':
    'Goods on {licensePlate} are promised to an order. Leave it where it is, or ask your supervisor.',
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
  'inventory.adjustment_needs_approval':
    'A change of {quantity} {unit} of {item} at {location} is worth more than {limit}. A second person has to approve it.',
} as const satisfies Texts;
