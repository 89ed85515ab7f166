import type { Texts } from '../worded.ts';

/** Problems of packing, in English. */
export const packingProblems = {
  'packing.carton_unknown': 'There is no carton {carton}. Open one first.',
  'packing.carton_elsewhere': 'Carton {carton} is in warehouse {warehouse}.',
  'packing.carton_shipped': 'Carton {carton} was shipped already.',
  'packing.carton_closed': 'Carton {carton} is closed already. Open another one.',
  'packing.carton_type_unknown': 'There is no carton type {type}. Use one of: {types}.',
  'packing.shipment_unknown': 'There is no shipment {shipment} in this warehouse. Check the number.',
  'packing.shipment_gone': 'Shipment {shipment} is shipped or cancelled. Nothing can be packed for it.',
  'packing.order_held': 'Order {order} in shipment {shipment} is on hold. Have the hold lifted, then go on packing.',
  'packing.wrong_place': '{location} is no place for packing. Go to a packing place.',
  'packing.carton_taken': '{carton} is the number of something else. Take a new label.',
  'packing.wrong_item': 'Nothing of item {item} is left to pack for shipment {shipment}. Set it aside.',
  'packing.wrong_lot': 'Wrong lot: {expected} was picked, this is {got}.',
  'packing.lot_required': 'Several lots of item {item} were picked: {lots}. Say which one it is.',
  'packing.serials_not_tracked':
    '{item} has no serial numbers: {serials} belongs to something else. Scan the item again.',
  'packing.serials_required': 'Item {item} has serial numbers. Scan each one.',
  'packing.serial_count':
    '{serials} {serials|serial number does|serial numbers do} not make a quantity of {wanted}. Scan each piece once.',
  'packing.wrong_serial': 'Serial number {serial} was not picked for this shipment. Set it aside.',
  'packing.goods_in_hand': 'Item {item} is still in hand. Put it down at the packing place first.',
  'packing.goods_at_door': 'Item {item} is at door {location}, on the truck. Unload it first, then pack it.',
  'packing.too_much': 'Only {left} {unit} of item {item} are left here, not {got}.',
  'packing.carton_empty': 'Carton {carton} is empty. Pack something, or give it up.',
  'packing.carton_not_empty': 'Goods are in carton {carton}. Take them out before you give it up.',
  'packing.weight_wrong': '{weight} kg cannot be the weight. Weigh the carton again.',
} as const satisfies Texts;
