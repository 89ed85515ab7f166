import type { Texts } from '../worded.ts';

/** Problems of orders that a worker meets too, in English. */
export const ordersProblems = {
  'message.lines_missing': 'There are no lines here. Send them; to take it all back, send the operation cancel.',
  'message.too_many_lines': 'There are {lines} lines; {limit} are allowed. Split them up.',
  'order.item_unknown': 'Item {item} is not known yet. Send the item; this message goes on by itself.',
  'order.ambiguous': 'Order {order} exists in several source systems ({sourceSystems}). Say which one is meant.',
  'order.warehouse_unknown': 'There is no warehouse {warehouse} for this source system. Correct it, or have it added.',
  'order.inventory_status_unknown': 'There is no inventory status {status}. Use one of: {statuses}.',
  'order.lot_not_tracked': 'Item {item} is kept without lots. Leave the lot out, or change the item.',
  'order.serial_not_tracked': 'Item {item} is kept without serial numbers. Leave it out, or change the item.',
  'order.held': 'Order {order} is on hold ({holds}). Have the hold lifted first.',
  'order.waits_for_goods': 'There is not enough of {item}. It goes on by itself when goods arrive.',
  'order.waits_for_arrival':
    'There is not enough of {item}. More is expected on {expectedOn}; then it goes on by itself.',
  'order.waits_to_be_complete': 'The order leaves only complete, and another line lacks goods.',
  'order.waits_for_minimum': 'Less is there than the customer takes at least. It waits for more of {item}.',
  'order.waits_for_shipment':
    'One shipment stands for the order, and it is on the truck already. Take it off the truck to send more with it.',
  'order.waits_to_be_released':
    'A reversal opened it again. It goes with the order’s one shipment as soon as a supervisor releases it.',
  'order.backordered': 'The rest of {item} waits ({reason}). It is released again when goods are there.',
} as const satisfies Texts;
