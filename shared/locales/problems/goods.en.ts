import type { Texts } from '../worded.ts';

/** Problems of goods, places and plates: the rules that several slices share, in English. */
export const goodsProblems = {
  'item.unknown': 'No item has the number {item}. Check the label, or ask your supervisor.',
  'item.ambiguous': 'Item {item} exists in several systems ({sourceSystems}). Say which one is meant.',
  'item.conversion_changed':
    'When this was scanned, {quantity} {unit} of {item} were {counted} {baseUnit}; by now they are {now}. Leave the goods where they are: a supervisor decides. Applied, they count as {counted}.',
  'item.unit_unknown': 'Item {item} is not counted in {unit}. Use one of these units: {units}.',
  'item.not_found': 'There is no item {item}. Check the number.',
  'item.stock_without_serials':
    'There is stock of {item} without serial numbers, which nobody could take any more. Adjust it to zero, send this message again, then adjust the goods in with their serials.',
  'item.stock_with_serials':
    'There is stock of {item} with serial numbers, which nobody could take any more. Adjust it to zero, send this message again, then adjust the goods in without serials.',
  'item.base_unit_in_use':
    'Item {item} is kept in {baseUnit}, and there is stock of it, or an order or a movement. Send the base unit as it was, or a new item number.',
  'item.decimals_in_use':
    'Item {item} is kept with {decimals} {decimals|decimal|decimals}, and there is stock of it, or an order or a movement. Send them as they were, or a new item number.',
  'quantity.not_positive': 'The quantity must be more than zero. Enter how much there is.',
  'quantity.zero': 'Zero changes nothing. Enter how much more there is, or how much less.',
  'quantity.too_precise': '{quantity} has more decimals than this item allows ({decimals}). Enter a rounder quantity.',
  'quantity.too_large': '{quantity} is more than can be booked at once ({limit}). Check the quantity.',
  'location.unknown': 'There is no location {location} here. Scan the label of the location again.',
  'location.inactive': 'Location {location} is closed. Take another one.',
  'location.wrong_type': 'Location {location} is not meant for stock ({type}). Take a storage location.',
  'location.other_item': 'Location {location} belongs to item {item}. Take another one.',
  'location.mixes_items': 'Location {location} may hold one item only, and that is {item}. Take another one.',
  'location.mixes_lots': 'Location {location} may hold one lot of an item only. Take another one.',
  'location.full': 'Location {location} is full ({taken} of {plates} {plates|plate|plates}). Take another one.',
  'location.category_not_allowed':
    'Location {location} does not take goods of category {category} ({item}). Take another one.',
  'location.status_not_allowed':
    'Location {location} does not take goods with the status {status}. Sound goods go to storage, those set apart to quarantine.',
  'location.mixes_statuses':
    'Location {location} may hold one status only: {status}, not {otherStatus} as well. Take another one.',
  'location.mixes_owners':
    'Location {location} may hold goods of one owner only: {owner}, not {otherOwner} as well. Take another one.',
  'location.too_heavy':
    'The goods are {excessKg} kg too heavy for location {location}, which bears {capacityKg} kg. Take another one, or put a part.',
  'location.too_big':
    'The goods need {excessLitres} litres more than location {location} has left of its {capacityLitres}. Take another one, or put a part.',
  'location.code_reserved': 'Codes that begin with HANDS- are kept for what people carry. Choose another one.',
  'location.code_is_plate': 'There is a licence plate {licensePlate} already. Choose another code.',
  'location.in_use': 'There are goods on location {location}. Move them away, then close it or change its type.',
  'stock.too_much':
    'There would be more of {item} than can be counted exactly: {onHand} {unit} are here, {limit} is the most. Check quantity and unit.',
  'stock.none': 'There is no {item} to take here. Check the place and the goods.',
  'stock.lot_none': 'There is nothing of lot {lot} of {item} to take here. Check the label and the place.',
  'stock.lot_required': 'Several lots of {item} are here ({lots}). Scan the lot.',
  'stock.serial_missing': 'Serial number {serial} of {item} is not here. Check the goods.',
  'stock.serials_required': 'Item {item} has serial numbers. Scan those that you take.',
  'stock.not_enough': 'Only {there} {unit} of {item} can be taken here, not {wanted}. Count what is there.',
  'stock.status_blocks': 'Nothing of it can be promised: its status is {status}.',
  'stock.at_dock': 'Nothing of it can be promised yet: it stands at {location} and is not put away.',
  'stock.not_for_sale': 'Nothing of it can be promised: {location} is no place that orders are served from.',
  'stock.all_reserved': 'Nothing of it is free: all is promised to orders.',
  'stock.subject_missing': 'Say which location, item or licence plate is meant.',
  'explain.subject_missing': 'Say which order, item, licence plate, location or command is meant.',
  'license_plate.no_prefix':
    'Nobody has set the GS1 company prefix that licence plates begin with. An administrator sets it in the console, under Set-up, Licence plates. Until then use labels that have a number.',
  'license_plate.used_up':
    'All numbers under the company prefix {companyPrefix} were given. Set another prefix under Set-up, Licence plates.',
  'license_plate.example_prefix':
    'GS1 keeps prefixes that begin with 952 for examples. Set the one that GS1 gave to your company.',
  'stock.below_zero': 'More of it left {location} than the books had there. Count what is there.',
  'stock.in_hands': '{badge} has it in hand. Ask {badge}, or wait until it is put down.',
  'stock.in_quarantine': 'It stands in quarantine at {location}. Somebody has to look at it and release it first.',
  'stock.going_out': 'It is picked already and waits at {location} to leave.',
  'stock.plate_is_carton': '{licensePlate} is a carton that has not left. Scan another plate.',
  'stock.plate_is_location': '{licensePlate} is a location, not a plate. Scan the licence plate.',
  'stock.none_here': 'There is nothing of {item} in this warehouse.',
  'stock.none_at': 'There is nothing at {location}.',
  'stock.none_on': 'There is nothing on {licensePlate}.',
  'stock.not_come': 'There is none of {item} here yet: {quantity} {unit} are to come with order {order}.',
  'stock.reserved_for': 'All of it is promised to others: {orders}.',
  'stock.being_brought': 'It is on its way to a pick face ({work}). Pick it there.',
} as const satisfies Texts;
