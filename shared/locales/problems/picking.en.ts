import type { Texts } from '../worded.ts';

/** Problems of picking, in English. */
export const pickingProblems = {
  'picking.work_unknown': 'There is no pick work {work} here. Scan the order or ask for the next work.',
  'picking.work_not_released': 'Work {work} is not released yet. Ask the supervisor to release its wave.',
  'picking.work_cancelled': 'Work {work} was cancelled meanwhile. Bring the goods back to where they were taken.',
  'picking.work_closed': 'Work {work} is done. Ask for the next work.',
  'picking.not_yours': '{badge} is working on {work}. Ask {badge} to give it back, or have it handed over to you.',
  'picking.work_claimed': '{badge} has taken work {work}. Take other work, or have it handed over to you.',
  'picking.nothing_to_do': 'There is nothing to pick at the moment.',
  'picking.shipment_unknown': 'There is no shipment {shipment} in this warehouse. Check the number.',
  'picking.order_unknown': 'There is no outbound order {order} in this warehouse. Check the number.',
  'picking.line_unknown': 'This work has no line {line}. Go on with the line that is shown.',
  'picking.line_cancelled': 'Line {line} was cancelled meanwhile. Put the goods back at {location}.',
  'picking.line_done': 'Line {line} is picked already. Go on with the next one.',
  'picking.blocked': '{location} is being replenished ({work}). Skip this line and come back.',
  'picking.wrong_position': 'This belongs into position {expected}, not {got}.',
  'picking.wrong_location': 'Wrong location: {expected} is meant, this is {got}. Go to {expected}.',
  'picking.wrong_item': 'Wrong item: {expected} is meant, this is {got}. Put it back and take {expected}.',
  'picking.too_much': '{got} {unit} are more than the {wanted} {unit} still to be picked. Take {wanted}.',
  'picking.serials_required': 'Item {item} has serial numbers. Scan each one.',
  'picking.serial_count':
    '{serials} {serials|serial number does|serial numbers do} not make a quantity of {wanted}. Scan each piece once.',
  'picking.serial_shipped': 'Serial number {serial} was shipped already. Set the piece aside and tell the supervisor.',
  'picking.wrong_serial': 'The order asks for serial number {expected}, this is {got}.',
  'picking.serial_missing': 'Serial number {serial} is not free at {location}. Take another piece.',
  'picking.wrong_plate': 'Wrong licence plate: {expected} is meant, this is {got}.',
  'picking.wrong_lot': 'Wrong lot: {expected} is meant, this is {got}.',
  'picking.lot_not_tracked': '{item} has no lots here: {lot} belongs to something else. Scan the item again.',
  'picking.order_held':
    'Order {order} is on hold ({holds}). Leave the goods at {location}, or bring back there what you took. What is picked already waits at staging.',
  'picking.serials_not_tracked':
    '{item} has no serial numbers: {serials} belongs to something else. Scan the item again.',
  'picking.not_for_sale': 'Nothing may be taken for orders from {location}. Take it from a shelf.',
  'picking.work_on_hold': 'Order {order} is on hold ({holds}). Take other work, or have the hold lifted.',
  'picking.lot_expired': 'Lot {lot} expired on {expiryDate}. Leave it and report it.',
  'picking.lot_too_old':
    'Lot {lot} expires on {expiryDate}; the customer needs it to be good until {wanted}. Take another lot.',
  'picking.not_there':
    'Less is promised to this line at {location} than was taken. Report what is there as a short pick.',
  'picking.not_free': 'Only {free} {unit} of these goods are free at {location}. Take the goods that were named.',
  'picking.plate_elsewhere': '{licensePlate} stands at {location}. Take an empty tote.',
  'picking.tote_taken': 'Goods for {shipment} are in {licensePlate}. Take an empty tote.',
  'picking.tote_stands': 'The rest of {licensePlate} stands at {location}. Put it there.',
  'picking.wrong_put_place': '{location} is no place for picked goods. Put them to packing, staging or a door.',
  'picking.nothing_in_hand': 'Nothing of {work} is in hand. Pick first.',
  'picking.reason_unknown': 'There is no reason {reason}. Use one of: {reasons}.',
  'picking.not_short': '{wanted} {unit} are asked for, so nothing is short. Pick them.',
  'picking.goods_in_hand': 'Goods of {work} are still in hand. Put them down first.',
  'picking.pick_unknown': 'There is no pick {pick} to undo.',
  'picking.already_put': 'The goods were put down already. Move them, or ask the supervisor.',
  'picking.original_taken':
    'What was ordered was promised to another order meanwhile. Keep the substitute, or ask the supervisor.',
  'picking.rest_taken': 'The rest was taken elsewhere already, so this cannot be taken back. Put that back first.',
  'picking.place_counted':
    '{location} was counted meanwhile, so this cannot be taken back. Tell the supervisor what is there.',
  'picking.not_a_substitute': 'The order does not take {item} instead of {ordered}. It takes: {allowed}.',
  'picking.substitute_unit': '{item} is not counted in {unit} in the same way. Ask the supervisor.',
  'picking.order_not_released': 'Order {order} is not released yet. Ask the supervisor to release it.',
  'picking.wave_on_hold': 'Wave {wave} is on hold, so {work} waits. Ask the supervisor to release it.',
  'picking.goods_packed': 'Goods are packed into carton {carton}. Take them out of it first, then cancel again.',
  'picking.goods_loaded': 'Goods are loaded at {location}. Unload them first, then cancel again.',
} as const satisfies Texts;
