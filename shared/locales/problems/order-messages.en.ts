import type { Texts } from '../worded.ts';

/** Problems of messages of ERPs, in English. */
export const orderMessagesProblems = {
  'message.too_many': '{messages} messages were sent at once; {limit} are allowed. Send them in several requests.',
  'message.type_not_supported': 'Messages of type {type} are not taken here. Send one of: {types}.',
  'message.line_number_repeated': 'Line number {line} occurs twice in the order. Give every line a number of its own.',
  'message.unit_repeated': 'The unit {unit} is defined twice. Leave one of them out.',
  'message.barcode_repeated': 'The barcode {barcode} occurs twice in the item. Leave one of them out.',
  'message.failed':
    'The message was kept but not carried out. Each fault is listed; correct them and send a replacement or a newer message.',
  'message.parked': 'The message waits for items or orders that are not known yet. Send those; it goes on by itself.',
  'message.processing_failed':
    'The server failed while it carried the message out. Requeue it; if it fails again, report the message id.',
  'message.state': 'The message {messageId} is {status}, so this is not possible any more. Send a new message instead.',
  'message.newer_waiting':
    'The newer message {messageId} waits to be carried out and will supersede this one. Look at that one first.',
  'message.replacement_same_id': 'A replacement needs a message id of its own. Send it with a new one.',
  'message.replacement_fixed': 'A replacement may not change this (it was {was}). Send a new message instead.',
  'order.unknown': 'There is no order {order} to cancel. Check the order number.',
  'order.closed': 'Order {order} is {status} for good. Send what is still wanted as a new order.',
  'order.same_warehouse': 'Order {order} is to go from {warehouse} to the same warehouse. Correct one of the two.',
  'order.warehouse_differs': 'Order {order} is for warehouse {warehouse}. Correct the warehouse, or leave it out.',
  'order.warehouse_has_goods':
    'Goods of order {order} are registered in {warehouse}, so it cannot move. Send a new order for the other warehouse.',
  'order.period_reversed': 'The planned period ends before it starts. Correct one of the two.',
  'order.line_has_goods':
    'Goods are registered on line {line}, so it cannot be left out. Send it with at least that quantity.',
  'order.owner_unknown': 'Owner {owner} does not belong to this source system. Use one of: {owners}.',
  'order.serial_quantity':
    'A line with a serial number is for 1 {unit}. Correct the quantity, or leave the serial number out.',
  'order.line_item_fixed':
    'Goods of line {line} are registered or released, so its item stays {was}. Send another item on a new line.',
  'order.line_unit_fixed':
    'Goods of line {line} are registered or released, so its unit stays {was}. Send the quantity in that unit.',
  'order.line_dimension_fixed':
    'Goods of line {line} are registered or released, so this stays “{was}”. Send the rest on a new line.',
  'order.quantity_below_registered':
    '{registered} {unit} are registered on line {line} already. Send at least that quantity.',
  'order.unknown_outbound': 'There is no outbound order {order} in this warehouse. Check the number.',
  'order.both_directions': 'Orders of both directions have the number {order}. Say which one with “direction”.',
  'order.consignee_missing':
    'Nobody is named who gets the goods. Give consignee or receiver a name and an address with its country.',
  'order.warehouse_released':
    'Goods of order {order} are on shipments of warehouse {warehouse}. Take it back there first, or send a new order.',
  'order.address_shared':
    'Order {order} is on shipment {shipment} with other orders to the old address. Take it off that shipment first.',
  'order.reservation_weaker':
    'This source system reserves at least {least} at import, not {asked}. Leave it out, or ask for more.',
  'order.cannot_reserve':
    'Of {wanted} {unit} of {item} on line {line}, {available} {unit} can be reserved. Send less, allow a part, or wait for goods.',
  'order.line_released':
    'Line {line} is on a shipment. Keep it and lower its quantity, or have its remainder cancelled in the warehouse.',
  'order.quantity_below_picked': '{picked} {unit} of line {line} are picked already. Ask for no less than that.',
  'order.cancel_blocked_picked':
    'Goods of line {line} are picked already. A supervisor can close the rest of order {order} and have them brought back to their shelf, unless they have left. Or send quantities as picked.',
  'order.not_open': 'Order {order} is {status}: nothing about it can be changed any more.',
  'order.line_unknown': 'Order {order} has no line {line}. Check the number.',
  'order.nothing_left': 'Nothing of it is left to cancel: all of order {order} is picked, shipped or cancelled.',
  'order.hold_unknown': 'Order {order} is not on hold with {code}. Look which holds it has.',
  'order.nothing_to_release': 'All of line {line} is released, shipped or cancelled: nothing is left to release.',
  'order.no_stock':
    'There is not enough of {item}: {available} of {wanted} {unit} can be promised. What there is besides is named with its reason.',
  'order.short_life': 'It expires on {expiryDate}; goods for this line must be good until {goodUntil} at least.',
  'order.other_lot': 'It is lot {lot}; the line asks for lot {wanted} only.',
  'order.other_serial': 'It is serial {serial}; the line asks for {wanted} only.',
  'order.other_owner': 'It belongs to {owner}; the line asks for goods of {wanted}.',
} as const satisfies Texts;
