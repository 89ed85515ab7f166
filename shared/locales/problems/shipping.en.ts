import type { Texts } from '../worded.ts';

/** Problems of loading and shipping, in English. */
export const shippingProblems = {
  'shipping.nothing_named': 'Say what leaves: one load, one shipment or one order.',
  'shipping.load_unknown': 'There is no outbound load {load} in this warehouse. Check the number.',
  'shipping.shipment_unknown': 'There is no shipment {shipment} in this warehouse. Check the number.',
  'shipping.order_unknown': 'There is no outbound order {order} in this warehouse. Check the number.',
  'shipping.nothing_to_ship': 'Nothing of {named} is left to ship. Release it first, or look at its packing slips.',
  'shipping.already_confirmed': 'Shipment {shipment} is confirmed already. Reverse its packing slip to change it.',
  'shipping.shipment_cancelled': 'Shipment {shipment} was cancelled. Release the order again.',
  'shipping.order_held': 'Order {order} in shipment {shipment} is on hold. Have the hold lifted first.',
  'shipping.goods_in_hand': 'Goods of shipment {shipment} are still in hand ({work}). Put them down first.',
  'shipping.work_open': 'Work {work} of shipment {shipment} is open. Finish it, or say what becomes of the rest.',
  'shipping.carton_open': 'Carton {carton} of shipment {shipment} is open. Close it first.',
  'shipping.nothing_picked': 'Nothing of shipment {shipment} is picked. Pick it first.',
  'shipping.wrong_place': 'Goods of shipment {shipment} stand at {location}. Bring them to packing, staging or a door.',
  'shipping.not_loaded': '{loaded} of {expected} of shipment {shipment} are loaded. Load the rest first.',
  'shipping.remainder_required':
    'Not everything of shipment {shipment} was picked ({lines} {lines|line|lines}). Say whether the rest is split off, backordered or cancelled.',
  'shipping.reason_required': 'Say why the rest of shipment {shipment} will not be delivered.',
  'shipping.goods_came_back':
    'Some of what slip {document} tells of came back and was taken in. Have that undone first.',
  'shipping.document_elsewhere': '{document} is of warehouse {warehouse}. Reverse it there.',
  'shipping.transfer_received':
    'Warehouse {warehouse} has received goods of {document} on {load}. Send them back by a transfer of their own.',
  'shipping.nothing_to_load': 'Scan one licence plate or carton.',
  'shipping.on_truck': 'Goods of {shipment} are on the truck of {load}. Unload them first.',
  'shipping.load_gone': 'Load {load} is shipped or cancelled.',
  'shipping.unit_unknown': 'Nothing picked is on {unit}. Check the label.',
  'shipping.foreign_unit': '{unit} belongs on load {load}, not on {expected}. Take it off the dock.',
  'shipping.unit_in_hand': '{unit} is still in hand. Put it down first.',
  'shipping.wrong_door': '{location} is no door. Scan the door of the truck.',
  'shipping.wrong_lane': '{location} is no lane. Put it back to staging or packing.',
  'shipping.already_loaded': '{unit} is on the truck already.',
  'shipping.not_on_truck': '{unit} is not on the truck.',
} as const satisfies Texts;
