import type { Texts } from '../worded.ts';

/** Problems of waves, in English. */
export const wavesProblems = {
  'waves.nothing_named': 'Say which orders to release, or which wave.',
  'waves.unknown': 'There is no wave {wave} in this warehouse. Check its number.',
  'waves.cancelled': 'Wave {wave} was cancelled. Release its orders anew.',
  'waves.order_not_open': 'Order {order} is {status}: nothing of it can be released.',
  'waves.order_held': 'Order {order} is on hold ({holds}). Have the hold lifted, then release it.',
  'waves.not_created': 'Wave {wave} has its goods already. Put the orders into another wave.',
  'waves.not_processed': 'Wave {wave} has no work yet. There is nothing to hold.',
  'waves.not_processing': 'Wave {wave} is not being filled.',
  'waves.person_unknown': 'Nobody with badge {badge} may pick here. Choose somebody else.',
  'waves.work_unclaimed': 'Nobody has work {work}. There is nothing to take back.',
  'waves.work_put_down': 'Some of {work} is put down already. Confirm its shipment and say what becomes of the rest.',
  'waves.template_unknown': 'There is no wave template {template} in this warehouse.',
  'waves.no_orders': 'Template {template} finds no order to release at the moment.',
  'waves.order_in_wave': 'Order {order} is in wave {wave} already. Release or cancel that one first.',
  'waves.begun': 'Picking of wave {wave} has begun ({work}). Cancel it with its goods brought back.',
  'waves.shipment_over': 'Shipment {shipment} was shipped or cancelled already. There is nothing to cancel.',
  'waves.shipment_begun':
    'Goods were picked for shipment {shipment}. Cancel it with its goods brought back, or ship it.',
} as const satisfies Texts;
