import type { Texts } from '../worded.ts';

/** Problems of receiving and the notices of suppliers, in English. */
export const receivingProblems = {
  'receiving.order_missing': 'Scan the order or the load first.',
  'receiving.order_unknown': 'Order {order} is not known. Check the number, or ask your supervisor.',
  'receiving.order_ambiguous': 'Order {order} exists in several systems ({sourceSystems}). Say which one is meant.',
  'receiving.wrong_warehouse': '{order} belongs to warehouse {warehouse}. Set the goods aside and ask your supervisor.',
  'receiving.order_closed': 'Order {order} takes no more goods ({status}). Set them aside and ask your supervisor.',
  'receiving.load_unknown': 'Load {load} is not known here. Check the number.',
  'receiving.load_brings_nothing':
    'Load {load} brings nothing any more: its orders were cancelled. Set the goods aside and ask your supervisor.',
  'receiving.load_completed': 'Load {load} is completed already. Ask your supervisor to reopen it.',
  'receiving.load_ambiguous': 'Order {order} is on several loads ({loads}). Scan the load.',
  'receiving.order_not_on_load': 'Order {order} is not on load {load}. Check which load this is.',
  'receiving.item_unknown': 'No item has the number {item}. Check the label, or ask your supervisor.',
  'receiving.item_not_on_order': 'Item {item} is not on order {order}. Set it aside and ask your supervisor.',
  'receiving.line_unknown': 'Order {order} has no line {line}. Check the line.',
  'receiving.line_other_item':
    'Line {line} of order {order} is not for item {item}. Scan the item of that line, or choose another line.',
  'receiving.line_closed': 'Line {line} of order {order} takes no more goods. Set them aside and ask your supervisor.',
  'receiving.lot_not_on_order':
    'Order {order} expects another lot of {item} than {lot}. Set the goods aside and ask your supervisor.',
  'receiving.location_unknown': 'There is no receiving location {location} here. Scan the label of the dock.',
  'receiving.location_not_receiving': 'Location {location} is not for receiving. Scan the label of the dock.',
  'receiving.lot_required': 'Item {item} has lots. Scan the lot.',
  'receiving.lot_not_tracked': 'Item {item} has no lots. Leave the lot out.',
  'receiving.expiry_required': 'Lot {lot} of {item} is new. Enter its expiry date.',
  'receiving.expiry_conflict':
    'Lot {lot} is known with expiry date {known}, not {sent}. Check the label; if it is right, ask your supervisor.',
  'receiving.status_unknown': 'There is no stock status {status}. Use one of: {statuses}.',
  'receiving.expired': '{item} was good until {expiry} only. Set it aside as damaged or for quality, or refuse it.',
  'receiving.shelf_life_short':
    '{item} is good until {expiry}: {left} {left|day|days} left, at least {needed} wanted. Set it aside for quality, or ask your supervisor.',
  'receiving.serials_required': 'Item {item} has serial numbers. Scan each of them.',
  'receiving.serials_not_tracked': 'Item {item} has no serial numbers. Leave them out.',
  'receiving.serial_repeated': 'Serial number {serial} was scanned twice. Remove it once.',
  'receiving.serial_count':
    '{serials} {serials|serial number does|serial numbers do} not make {quantity} {unit}. Scan one for each piece.',
  'receiving.serial_in_stock': 'Serial number {serial} of {item} is in the warehouse already. Check the label.',
  'receiving.plate_unknown': 'There is no licence plate {licensePlate}. Scan a plate.',
  'receiving.plate_put_away': 'Plate {licensePlate} was put away to {location} already. Use another plate.',
  'receiving.plate_elsewhere': 'Plate {licensePlate} is in use at {location}. Use another plate.',
  'receiving.over_delivery':
    'More than the order allows: at most {limit} {unit} of {item}, {registered} are registered, {fits} still fit. Set the rest aside and ask your supervisor.',
  'receiving.load_required': 'Order {order} is on no load. Have a load made for it, or ask your supervisor.',
  'receiving.plate_on_other_load': 'Plate {licensePlate} is announced on load {load}. Receive it on that load.',
  'receiving.load_over_delivery':
    'More than load {load} may bring: at most {limit} {unit} of {item}, {registered} are registered, {fits} still fit. The order would take {more}: a supervisor can raise the over-delivery of this load.',
  'receiving.registration_reported':
    'Receipt {documentNumber} tells of this registration already. Ask your supervisor to reverse it.',
  'receiving.load_sources_differ': 'The orders are of several systems ({sourceSystems}). Make a load for each.',
  'receiving.load_line_repeated':
    'Line {line} of order {order} is named twice. Name it once, with all of its quantity.',
  'receiving.load_exceeds_order':
    'Order {order} takes only {fits} {unit} more on line {line}, other loads included. Plan that much at most.',
  'receiving.load_empty': 'There is nothing left that a load could bring. Name lines with their quantities.',
  'receiving.load_taken': 'There is a load {load} already. Choose another name.',
  'receiving.line_not_on_load': 'Load {load} is to bring nothing of line {line} of order {order}. Check the load.',
  'receiving.order_cap_exceeded':
    'Load {load} could then bring {wanted} {unit}, but order {order} takes only {fits} more on line {line}. Choose a lower percentage.',
  'receiving.plate_not_announced': 'No notice tells what is on plate {licensePlate}. Register it item by item.',
  'receiving.plate_other_warehouse':
    'Plate {licensePlate} is announced for warehouse {warehouse}. Set it aside and ask your supervisor.',
  'receiving.order_not_on_plate':
    'Nothing on plate {licensePlate} is announced for order {order}. Check the plate, or leave the order out.',
  'receiving.plate_received': 'Plate {licensePlate} of load {load} is received already. Put it away.',
  'receiving.plate_begun':
    'Plate {licensePlate} was begun item by item; {left} of {lines} {lines|line is|lines are} left. Go on item by item, or confirm that the rest is as announced.',
  'receiving.plate_changed':
    'Something else is announced of plate {licensePlate} by now than you were shown. Set it aside until your supervisor has decided.',
  'receiving.expected_subject_missing': 'Say which load or licence plate is meant.',
  'receiving.source_unknown': 'No system {sourceSystem} works with warehouse {warehouse}. Say whose goods these are.',
  'receiving.source_ambiguous': 'The goods can belong to several systems ({sourceSystems}). Say which one is meant.',
  'receiving.manual_orders_off':
    '{sourceSystem} takes no goods that it did not order. Set them aside and ask your supervisor.',
  'receiving.registration_unknown': 'The registration {registration} is not known.',
  'receiving.registration_undone': 'This registration was taken back already.',
  'receiving.already_put_away':
    'The goods left {location} already, so the registration stays. Ask your supervisor for an adjustment.',
  'receiving.no_open_load': 'Nothing was registered on {order} since it was last completed. Register the goods first.',
  'receiving.document_elsewhere': 'Document {document} is of warehouse {warehouse}. Change to that warehouse first.',
  'receiving.differences':
    '{lines} {lines|line differs|lines differ} from what was expected. Check {lines|it|them}, or accept the differences.',
  'receiving.load_shared': 'Order {order} came with {others} on load {load}. Complete the load as a whole.',
  'receiving.packing_slip_required':
    "Load {load} cannot be completed without the number of the supplier's packing slip. Enter it.",
  'receiving.must_equal':
    '{lines} {lines|line differs|lines differ} from what was ordered, and this load has to bring exactly that. Register the rest, or take the excess back.',
  'receiving.difference':
    'Order {order}, line {line}, item {item}: {expected} {unit} expected, {registered} registered.',
  'notice.order_unknown': 'Order {order} is not known yet. Send the order; this message goes on by itself.',
  'notice.unknown': 'Nothing was announced as load {load}. Check the name of the load.',
  'notice.load_taken': 'The name {load} is taken. Announce the load under another name.',
  'notice.load_completed':
    'Load {load} is completed, so nothing can be announced on it. Announce the rest as another load.',
  'notice.warehouse_unknown': 'There is no warehouse {warehouse} for this source system. Correct it, or have it added.',
  'notice.warehouse_differs': 'Load {load} is for warehouse {warehouse}. Correct the warehouse, or leave it out.',
  'notice.warehouse_has_goods':
    'Goods of load {load} are registered in {warehouse}, so it cannot move. Announce the rest as another load.',
  'notice.period_reversed': 'The load would arrive before it leaves. Correct one of the two.',
  'notice.shipment_repeated': 'Shipment {shipment} occurs twice in the notice. Put its plates together.',
  'notice.plate_repeated': 'Plate {licensePlate} occurs twice in the notice. Leave one of them out.',
  'notice.sscc_check_digit':
    'Plate {licensePlate} has the 18 digits of an SSCC, but its check digit would have to be {digit}. It is taken as it is; compare it with the label, which may not be found at the dock.',
  'notice.parent_unknown':
    'Plate {licensePlate} stands on {parent}, which the notice does not name. Name that plate too.',
  'notice.plate_in_itself': 'Plate {licensePlate} stands on {parent}, which stands on it. Correct the parents.',
  'notice.plate_begun':
    'Something of plate {licensePlate} is received already, so it stays as it was announced. Send it unchanged.',
  'notice.plate_is_location': '{licensePlate} is a location of the warehouse. Give the plate another number.',
  'notice.plate_in_use': 'Plate {licensePlate} holds goods at {location} already. Check its number.',
  'notice.plate_on_other_load':
    'Plate {licensePlate} is announced on load {load} already. Take it off that load first.',
  'notice.order_other_warehouse': 'Order {order} is for warehouse {warehouse}. Correct the order or the warehouse.',
  'notice.order_closed': 'Order {order} takes no more goods ({status}). Leave its lines out, or send a new order.',
  'notice.line_unknown': 'Order {order} has no line {line}. Send the order with that line first.',
  'notice.line_other_item': 'Line {line} of order {order} is for item {item}. Correct the line or the item.',
  'notice.line_closed': 'Line {line} of order {order} takes no more goods. Leave it out.',
  'notice.line_other_lot': 'Line {line} of order {order} asks for lot {lot}. Correct the lot or the line.',
  'notice.expiry_conflict': 'Lot {lot} is known with expiry date {known}. Correct the date or the lot.',
  'notice.serial_repeated': 'Serial number {serial} occurs twice. Leave one of them out.',
  'notice.serial_count':
    '{serials} {serials|serial number does|serial numbers do} not make {quantity} {unit}. Name one for each piece, or none.',
} as const satisfies Texts;
