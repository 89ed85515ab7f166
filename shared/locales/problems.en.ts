import type { Texts } from './worded.ts';

/** What went wrong and what to do next, in English. Keys are problem codes; `{name}` is a member of the problem's params. */
export const problemTexts = {
  // requests
  'request.malformed': 'This value does not have the required form. Correct it and send it again.',
  'request.malformed_json': 'The body is not valid JSON. Send one JSON document in UTF-8.',
  'request.missing': 'This member is required. Add it and send again.',
  'request.wrong_type': 'This must be of type {expected}.',
  'request.number_rounded':
    'This number has more digits than can be kept exactly. Send it with at most 15, of them 6 decimals.',
  'request.too_small': 'This is below the minimum of {minimum}.',
  'request.too_big': 'This is above the maximum of {maximum}.',
  'request.not_allowed': 'Only these values are allowed: {allowed}.',
  'request.unknown_property': 'There is no such member here. Remove it or correct its name.',
  'request.invalid': 'The request has errors. Each is listed with a pointer to it.',
  'request.control_character': 'Text may not hold control characters or broken Unicode.',
  'request.too_large': 'The body is larger than {limit} bytes. Send less at once.',
  'request.content_type': 'Send the body as application/json in UTF-8, not compressed.',
  'request.not_acceptable': 'This is available as {offered} only.',
  'request.not_found': 'There is nothing at this address.',
  'request.method': 'This address does not accept this method.',
  'feed.position_unknown':
    'Position {after} was never given; the newest is {newest}. Go on from the last `next` of this server, or begin again: from 0, or from a snapshot.',
  'idempotency.key_reused': 'This key was used for another request. Use a new key.',
  'idempotency.in_progress': 'The first request with this key is still being worked on. Send it again in a moment.',
  'idempotency.key_malformed': 'The Idempotency-Key must have 1 to {limit} characters. Send another key.',
  'server.failed':
    'The server failed. Nothing was changed. Send the same request again; if it fails again, report the correlation id.',
  'server.storage': 'The database cannot be reached. Nothing was changed; send the same request again.',
  'server.disk_full':
    'The disk of the server is full. Nothing was changed; nothing that was answered is lost. Free some space.',

  // people and sessions
  'auth.required': 'Sign in first, or send a key.',
  'auth.key_unknown': 'This key is not known, has expired or was revoked.',
  'auth.scope_missing': 'This key lacks the scope {scope}.',
  'auth.permit_missing': 'You may not do {operation} in {warehouse}. Ask your supervisor.',
  'session.credentials_missing': 'Give badge and PIN, or user and password.',
  'session.wrong_credentials': 'Badge or PIN is wrong. Try again, or ask your supervisor.',
  'session.goods_in_hand': 'You still carry goods: {goods}. Put them down first, or have a supervisor vouch for them.',
  'session.locked': 'Too many wrong PINs. Wait {minutes} minutes or ask your supervisor.',
  'session.unknown': 'The session of this command is not known. Sign in again.',
  'session.revoked': 'The session was ended by a supervisor. What you did is kept for a decision.',
  'device.revoked': 'This device was taken out of use. What you did is kept for a decision.',
  'device.unknown':
    'The device {device} is not enrolled. Scan the code that an administrator shows for it, then sign in.',

  // commands
  'command.body_invalid': 'The command cannot be read. Each fault is listed with a pointer to it.',
  'command.id_reused': 'This command id was used with other content. Make a new command.',
  'command.sequence_reused': 'Number {sequence} was used already; the next one is {expected}.',
  'command.gap': 'Number {sequence} is ahead: send from {expected}.',
  'command.cause_unknown': 'The earlier command it depends on is not known.',
  'command.cause_not_applied': 'It depends on an earlier scan that was {outcome}.',
  'command.type_unknown':
    'This server does not know {type} version {version} yet. It is kept and done after an upgrade.',
  'command.failed': 'The server failed on this command. It is kept for a supervisor; keep working.',

  // scans: why a code cannot be used, on the device
  'scan.empty': 'Nothing was read. Scan again.',
  'scan.too_long': 'This code has {length} characters; a code here has {limit} at most. Scan one barcode at a time.',
  'scan.control_character':
    'The scan holds characters that no barcode here has. Scan again; if it stays, have the scanner’s settings checked.',
  'scan.bad_character':
    'The scan holds a character that does not belong into a code. Scan again or type the number below the barcode.',
  'scan.partial_code': 'Only a part of the barcode was read. Hold the scanner straight across all bars and scan again.',
  'scan.check_digit':
    'The check digit of this code is wrong: it was misread or misprinted. Scan again or use another label.',
  'scan.unknown': '“{text}” is not known here. Check that this is the right label, or ask your supervisor.',
  'scan.unknown_item':
    'No item has the code {gtin}. Scan another label of the goods, or ask your supervisor to add the barcode.',
  'scan.gs1_no_subject': 'This label names no item, licence plate or place. Scan the other barcode on it.',
  'scan.gs1_unknown_ai': 'The label has a field “{ai}” that GS1 does not know. Scan again or use another label.',
  'scan.gs1_separator_missing':
    'A separator is missing behind field ({ai}) of the label, so the values run together. Use another barcode of the goods, or type the values.',
  'scan.gs1_separator_lost':
    'This scanner drops separators, so field ({ai}) cannot be told from what follows. Use the camera, and have the scanner’s settings checked.',
  'scan.gs1_empty': 'A field of the label is empty. Scan again or use another label.',
  'scan.gs1_too_long':
    'Field ({ai}) of the label has {length} characters; {limit} are allowed. Scan again or use another label.',
  'scan.gs1_too_short': 'Field ({ai}) of the label ends too early. Scan again or use another label.',
  'scan.gs1_character':
    'Field ({ai}) of the label holds a character that is not allowed there. Scan again or use another label.',
  'scan.gs1_check_digit':
    'The check digit in field ({ai}) is wrong: misread or misprinted. Scan again or use another label.',
  'scan.gs1_date':
    'Field ({ai}) of the label holds a date that does not exist. Set the goods aside and ask your supervisor.',
  'scan.gs1_time':
    'Field ({ai}) of the label holds a time that does not exist. Set the goods aside and ask your supervisor.',
  'scan.gs1_value': 'The value in field ({ai}) of the label is not allowed. Use another label, or ask your supervisor.',
  'scan.gs1_repeated':
    'The label has field ({ai}) twice with different values. Set the goods aside and ask your supervisor.',
  'scan.gs1_excluded':
    'The label has fields ({ai}) and ({otherAi}), which may not stand together. Set the goods aside and ask your supervisor.',
  'scan.gs1_brackets':
    'The brackets around the field numbers do not pair up. Type it again, for example (01)04006381333931.',
  'scan.gs1_link': 'The web address on this label breaks the rules at field ({ai}). Scan another barcode of the goods.',
  'scan.gs1_companion_missing':
    'Beside field ({ai}) the label lacks {needs}. Scan the second barcode of the label if there is one.',

  // goods, places and items: the rules that receiving, put-away and stock share
  'item.unknown': 'No item has the number {item}. Check the label, or ask your supervisor.',
  'item.ambiguous': 'Item {item} exists in several systems ({sourceSystems}). Say which one is meant.',
  'item.conversion_changed':
    'When this was scanned, {quantity} {unit} of {item} were {counted} {baseUnit}; by now they are {now}. Leave the goods where they are: a supervisor decides. Applied, they count as {counted}.',
  'item.unit_unknown': 'Item {item} is not counted in {unit}. Use one of these units: {units}.',
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
  'location.full': 'Location {location} is full ({taken} of {plates} plates). Take another one.',
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

  // receiving
  'receiving.order_missing': 'Scan the order or the load first.',
  'receiving.order_unknown': 'Order {order} is not known. Check the number, or ask your supervisor.',
  'receiving.order_ambiguous': 'Order {order} exists in several systems ({sourceSystems}). Say which one is meant.',
  'receiving.wrong_warehouse': '{order} belongs to warehouse {warehouse}. Set the goods aside and ask your supervisor.',
  'receiving.order_closed': 'Order {order} takes no more goods ({status}). Set them aside and ask your supervisor.',
  'receiving.load_unknown': 'Load {load} is not known here. Check the number.',
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
    '{item} is good until {expiry}: {left} days left, {needed} are wanted. Set it aside for quality, or ask your supervisor.',
  'receiving.serials_required': 'Item {item} has serial numbers. Scan each of them.',
  'receiving.serials_not_tracked': 'Item {item} has no serial numbers. Leave them out.',
  'receiving.serial_repeated': 'Serial number {serial} was scanned twice. Remove it once.',
  'receiving.serial_count': '{serials} serial numbers do not make {quantity} {unit}. Scan one for each piece.',
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
    'Plate {licensePlate} was begun item by item; {left} of {lines} lines are left. Go on item by item, or confirm that the rest is as announced.',
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
  'receiving.differences': '{lines} lines differ from what was expected. Check them, or accept the differences.',
  'receiving.load_shared': 'Order {order} came with {others} on load {load}. Complete the load as a whole.',
  'receiving.packing_slip_required':
    "Load {load} cannot be completed without the number of the supplier's packing slip. Enter it.",
  'receiving.must_equal':
    '{lines} lines differ from what was ordered, and this load has to bring exactly that. Register the rest, or take the excess back.',
  'receiving.difference':
    'Order {order}, line {line}, item {item}: {expected} {unit} expected, {registered} registered.',

  // put-away
  'putaway.goods_missing': 'Scan the licence plate, or the item and where it is.',
  'putaway.reason_unknown': 'There is no reason {reason}. Use one of: {reasons}.',
  'putaway.plate_unknown': 'There is no licence plate {licensePlate}. Scan it again.',
  'putaway.wrong_warehouse': 'Plate {licensePlate} is in warehouse {warehouse}.',
  'putaway.already_done': '{goods} is not at the dock, so there is nothing to put away. Look it up, or move it.',
  'putaway.item_required': 'Plate {licensePlate} holds several items. Scan the one that you put.',
  'putaway.plate_required': '{item} stands here on {plates} plates. Scan the plate.',
  'putaway.override_reason_required': 'The goods belong to {proposed}. Go there, or give a reason for {location}.',
  'putaway.claimed': 'Plate {licensePlate} is on the trip of {badge}. Scan another one, or ask them.',
  'putaway.stands_on':
    'Plate {licensePlate} stands on {parent}. Take {parent} along, or put {licensePlate} away by itself.',
  'putaway.not_claimed': 'Plate {licensePlate} is on nobody’s trip.',
  'putaway.zone_unknown': 'No location of this warehouse is in zone {zone}. Choose one that there is.',
  'putaway.no_place':
    'None of the {places} places of this warehouse takes these goods. Choose one, or ask your supervisor.',
  'putaway.nothing_on_plate': 'Nothing is on plate {licensePlate}. Scan another one.',
  'putaway.not_offered':
    'No {item} here is offered to order {order} any more. Put it away, or bring it back to the dock.',
  'putaway.more_than_offered':
    'Order {order} waits for {quantity} {unit} of {item} only. Bring it so much, and put the rest away.',
  'putaway.cross_dock_required': '{quantity} {unit} of this must go to order {order}: bring it to {location}.',
  'putaway.onto_itself': 'Plate {licensePlate} cannot stand on itself. Scan another plate.',
  'putaway.plate_elsewhere': 'Plate {licensePlate} stands at {location}. Take one that is where you are, or go there.',
  'putaway.rule_off': 'The rule is switched off.',
  'putaway.rule_for_others': 'The rule is for other goods: {criterion} has to be {wanted}, and here it is {was}.',
  'putaway.no_rule': 'No rule of this warehouse is for these goods, so a person chooses.',
  'putaway.other_type': '{location} is of another type ({type}) than the rule names.',
  'putaway.other_zone': '{location} is in zone {zone}; the rule names {zones}.',
  'putaway.not_fixed': '{location} belongs to no item; the rule looks for the fixed place of this one.',
  'putaway.kept_for_fixed': '{location} is kept for the item that belongs there.',
  'putaway.other_lot_there': 'The same lot is not at {location}.',
  'putaway.other_item_there': 'The same item is not at {location}.',
  'putaway.not_empty': '{location} is not empty.',
  'putaway.farther': '{location} takes the goods too, but {proposed} comes first.',

  // stock in the building
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
  'inventory.serial_count': 'There are {serials} serial numbers; there must be one for each {unit}.',
  'inventory.serial_in_stock': 'Serial number {serial} of {item} is in the warehouse already. Check the label.',
  'inventory.status_unknown': 'There is no stock status {status}. Use one of: {statuses}.',
  'inventory.adjustment_needs_approval':
    'A change of {quantity} {unit} of {item} at {location} is worth more than {limit}. A second person has to approve it.',

  // exceptions
  'exceptions.subject_missing': 'Say what it is about: an order, a load, an item, a licence plate or a location.',
  'exceptions.order_unknown':
    'There is no order {order} in this warehouse. Scan the number on the paper, or leave it out.',
  'exceptions.load_unknown': 'There is no load {load} in this warehouse. Scan another, or leave it out.',
  'exceptions.item_unknown': 'There is no item {item}. Scan the item, or leave it out and take a photo.',
  'exceptions.plate_unknown':
    'The licence plate {licensePlate} is not known in this warehouse. Scan it again, or leave it out.',
  'exceptions.location_unknown': 'There is no location {location} in this warehouse. Scan it again, or leave it out.',
  'exceptions.not_a_discrepancy':
    '{exception} is no discrepancy, so it has no class and no desk. Decide on it instead.',
  'exceptions.nothing_to_assign': 'Say the class, the desk that sees to it, or both.',
  'discrepancy.damage': 'The goods are damaged.',
  'discrepancy.quality': 'The quality has to be looked at.',
  'discrepancy.expiry': 'Too little of the shelf life is left.',
  'discrepancy.shortage': 'Less came than was announced.',
  'discrepancy.overage': 'More came than was announced.',
  'discrepancy.wrong-goods': 'Other goods came than were announced.',
  'discrepancy.wrong-label': 'The label is wrong or missing.',
  'discrepancy.other': 'Something is not as it should be.',
  'photo.not_a_picture': 'This is no picture of a kind that can be shown. Send one of {types}.',
  'photo.id_reused': 'Another photo was kept under {photo}. Take the photo again.',
  'exceptions.unknown': 'There is nothing to decide under {exception} in this warehouse. Reload the list.',
  'exceptions.already_resolved': 'Somebody has decided on this already. Reload the list.',
  'exceptions.action_not_offered': '{action} is not possible here. Choose one of these: {offered}.',
  'exceptions.own_command': 'You made this yourself, so somebody else has to decide.',
  'exceptions.cause_open': 'It depends on an earlier scan that nobody has decided on. Decide on that one first.',
  'exceptions.cannot_be_judged':
    'The server cannot carry this out any more. Put it right by other means, then close it.',
  // messages of ERPs, orders and items
  'message.too_many': '{messages} messages were sent at once; {limit} are allowed. Send them in several requests.',
  'message.type_not_supported': 'Messages of type {type} are not taken here. Send one of: {types}.',
  'message.lines_missing': 'There are no lines here. Send them; to take it all back, send the operation cancel.',
  'message.too_many_lines': 'There are {lines} lines; {limit} are allowed. Split them up.',
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
  'order.item_unknown': 'Item {item} is not known yet. Send the item; this message goes on by itself.',
  'order.unknown': 'There is no order {order} to cancel. Check the order number.',
  'order.ambiguous': 'Order {order} exists in several source systems ({sourceSystems}). Say which one is meant.',
  'order.closed': 'Order {order} is {status} for good. Send what is still wanted as a new order.',
  'order.warehouse_unknown': 'There is no warehouse {warehouse} for this source system. Correct it, or have it added.',
  'order.warehouse_differs': 'Order {order} is for warehouse {warehouse}. Correct the warehouse, or leave it out.',
  'order.warehouse_has_goods':
    'Goods of order {order} are registered in {warehouse}, so it cannot move. Send a new order for the other warehouse.',
  'order.period_reversed': 'The planned period ends before it starts. Correct one of the two.',
  'order.line_has_goods':
    'Goods are registered on line {line}, so it cannot be left out. Send it with at least that quantity.',
  'order.owner_unknown': 'Owner {owner} does not belong to this source system. Use one of: {owners}.',
  'order.inventory_status_unknown': 'There is no inventory status {status}. Use one of: {statuses}.',
  'order.lot_not_tracked': 'Item {item} is kept without lots. Leave the lot out, or change the item.',
  'order.serial_not_tracked': 'Item {item} is kept without serial numbers. Leave it out, or change the item.',
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
  // notices of suppliers
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
  'notice.parent_unknown':
    'Plate {licensePlate} stands on {parent}, which the notice does not name. Name that plate too.',
  'notice.plate_in_itself': 'Plate {licensePlate} stands on {parent}, which stands on it. Correct the parents.',
  'notice.plate_begun':
    'Something of plate {licensePlate} is received already, so it stays as it was announced. Send it unchanged.',
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
  'notice.serial_count': '{serials} serial numbers do not make {quantity} {unit}. Name one for each piece, or none.',

  'item.not_found': 'There is no item {item}. Check the number.',
  'item.stock_without_serials':
    'There is stock of {item} without serial numbers, which nobody could take any more. Adjust it to zero, send this message again, then adjust the goods in with their serials.',
  'item.stock_with_serials':
    'There is stock of {item} with serial numbers, which nobody could take any more. Adjust it to zero, send this message again, then adjust the goods in without serials.',
  'item.base_unit_in_use':
    'Item {item} is kept in {baseUnit}, and there is stock of it, or an order or a movement. Send the base unit as it was, or a new item number.',
  'item.decimals_in_use':
    'Item {item} is kept with {decimals} decimals, and there is stock of it, or an order or a movement. Send them as they were, or a new item number.',

  // stock in the building
  'stock.subject_missing': 'Say which location, item or licence plate is meant.',
  'explain.subject_missing': 'Say which order, item, licence plate, location or command is meant.',

  // documents
  'document.unknown': 'There is no document {document}. Check the number.',
  'document.not_reversible': 'Document {document} cannot be reversed. Correct the stock with an adjustment instead.',
  'document.reversed':
    'Version {version} of {document} is reversed already. Complete the load again to make the next version.',
  'document.posted':
    '{document} is final: the time for reversing it is over. Correct the stock with an adjustment that names it.',
  'document.rejected':
    '{document} was rejected by its ERP: {reason}. Reverse it and complete the load again, or have the ERP accept it.',
  'document.coverage_differs':
    '{document} has {details} details, but {covered} changes count as told by it. Prove the books with the verify command before anything else.',
  'document.too_many_lines':
    'The report would have more than {limit} lines. Ask for fewer dimensions or one warehouse.',
  'document.order_ended':
    'Order {order} was ended by its ERP ({status}), so {document} stays as it is. Correct the stock with an adjustment.',

  // administration
  'request.not_utf8': 'The file is not UTF-8 text. Save it as UTF-8 and send it again.',
  'request.malformed_csv':
    'Line {line} is not CSV: a quotation mark is missing or too many. Correct the file and send it again.',
  'request.precondition_missing':
    'Say which state you change: If-Match with the ETag you were given, or If-None-Match: * for something new.',
  'request.changed_meanwhile': 'Somebody changed this since you read it. Read it again, and make your change on that.',
  'request.exists_already': 'This exists already. Read it, and change it with If-Match.',
  'request.code_differs': 'The address says {code}. Leave this out, or send the same.',
  'request.repeated': 'This is named twice. Leave one out.',
  'session.no_role': 'Badge {badge} has no role in any warehouse. Ask an administrator for one.',
  'device.enrolment_unknown': 'This code was used, is too old or was never given. Ask an administrator for a new one.',
  'person.last_administrator': '{badge} is the last administrator of all warehouses. Make another one first.',
  'key.source_system_missing': 'A key for an ERP belongs to one source system. Say which.',
  'key.expired_already': 'A key that expires then would never work. Choose a moment in the future.',
  'warehouse.unknown': 'There is no warehouse {warehouse}. Correct it, or make it first.',
  'warehouse.time_zone_unknown': 'There is no time zone {timeZone}. Use an IANA name such as Europe/Berlin.',
  'source_system.unknown': 'There is no source system {sourceSystem}. Correct it, or make it first.',
  'source_system.owner_taken': 'Owner {owner} belongs to {sourceSystem} already. Choose another name.',
  'source_system.owner_has_stock': 'Goods of owner {owner} are in the building. Keep the owner until they are gone.',
  'location.code_reserved': 'Codes that begin with HANDS- are kept for what people carry. Choose another one.',
  'location.in_use': 'There are goods on location {location}. Move them away, then close it or change its type.',
  'import.refused': '{refused} of {rows} rows are wrong, so nothing was changed. Correct them and import again.',
  'import.too_many': 'These are more than {limit} rows. Import them in parts.',
  'import.column_unknown': 'There is no column {column}. Use these: {columns}.',
  'import.column_missing': 'The heading has no column {column}. Add it.',
  'import.column_repeated': 'The heading has column {column} twice. Leave one out.',
  'import.cells': 'This row has {cells} cells; the heading has {columns}. Add or remove a separator.',
  // ── waves ──
  'waves.nothing_named': 'Say which orders to release, or which wave.',
  'waves.unknown': 'There is no wave {wave} in this warehouse. Check its number.',
  'waves.cancelled': 'Wave {wave} was cancelled. Release its orders anew.',
  'waves.order_not_open': 'Order {order} is {status}: nothing of it can be released.',
  'waves.order_held': 'Order {order} is on hold ({holds}). Have the hold lifted, then release it.',
  'order.unknown_outbound': 'There is no outbound order {order} in this warehouse. Check the number.',
  // ── picking ──
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
  'picking.serial_count': '{serials} serial numbers do not make a quantity of {wanted}. Scan each piece once.',
  'picking.serial_shipped': 'Serial number {serial} was shipped already. Set the piece aside and tell the supervisor.',
  'picking.wrong_serial': 'The order asks for serial number {expected}, this is {got}.',
  'picking.serial_missing': 'Serial number {serial} is not free at {location}. Take another piece.',
  'picking.wrong_plate': 'Wrong licence plate: {expected} is meant, this is {got}.',
  'picking.wrong_lot': 'Wrong lot: {expected} is meant, this is {got}.',
  'picking.lot_expired': 'Lot {lot} expired on {expiryDate}. Leave it and report it.',
  'picking.lot_too_old':
    'Lot {lot} expires on {expiryDate}; the customer needs it to be good until {wanted}. Take another lot.',
  'picking.not_there':
    'Less is promised to this line at {location} than was taken. Report what is there as a short pick.',
  'picking.not_free': 'Only {free} {unit} of these goods are free at {location}. Take the goods that were named.',
  'picking.plate_elsewhere': '{licensePlate} stands at {location}. Take an empty tote.',
  'picking.wrong_put_place': '{location} is no place for picked goods. Put them to packing, staging or a door.',
  'picking.nothing_in_hand': 'Nothing of {work} is in hand. Pick first.',
  // licence plates
  'license_plate.no_prefix':
    'Nobody has set the GS1 company prefix that licence plates begin with. An administrator sets it in the console, under Set-up, Licence plates. Until then use labels that have a number.',
  'license_plate.used_up':
    'All numbers under the company prefix {companyPrefix} were given. Set another prefix under Set-up, Licence plates.',
  'license_plate.example_prefix':
    'GS1 keeps prefixes that begin with 952 for examples. Set the one that GS1 gave to your company.',
  // outbound orders
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
    'Goods of line {line} are picked already. Have the remainder of order {order} cancelled, or send quantities as picked.',
  'order.not_open': 'Order {order} is {status}: nothing about it can be changed any more.',
  'order.line_unknown': 'Order {order} has no line {line}. Check the number.',
  'order.nothing_left': 'Nothing of it is left to cancel: all of order {order} is picked, shipped or cancelled.',
  'order.hold_unknown': 'Order {order} is not on hold with {code}. Look which holds it has.',
  'order.held': 'Order {order} is on hold ({holds}). Have the hold lifted first.',
  'order.nothing_to_release': 'All of line {line} is released, shipped or cancelled: nothing is left to release.',
  'order.no_stock':
    'There is not enough of {item}: {available} of {wanted} {unit} can be promised. What there is besides is named with its reason.',
  'order.short_life': 'It expires on {expiryDate}; goods for this line must be good until {goodUntil} at least.',
  'order.other_lot': 'It is lot {lot}; the line asks for lot {wanted} only.',
  'order.other_serial': 'It is serial {serial}; the line asks for {wanted} only.',
  'order.other_owner': 'It belongs to {owner}; the line asks for goods of {wanted}.',
  // ── shipping ──
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
    'Not everything of shipment {shipment} was picked ({lines} lines). Say whether the rest is split off, backordered or cancelled.',
  'shipping.reason_required': 'Say why the rest of shipment {shipment} will not be delivered.',
  // ── shipping ──
  'shipping.document_elsewhere': '{document} is of warehouse {warehouse}. Reverse it there.',
  // ── packing and loading ──
  'packing.carton_unknown': 'There is no carton {carton}. Open one first.',
  'packing.carton_elsewhere': 'Carton {carton} is in warehouse {warehouse}.',
  'packing.carton_shipped': 'Carton {carton} was shipped already.',
  'packing.carton_closed': 'Carton {carton} is closed already. Open another one.',
  'packing.carton_type_unknown': 'There is no carton type {type}. Use one of: {types}.',
  'packing.shipment_unknown': 'There is no shipment {shipment} in this warehouse. Check the number.',
  'packing.shipment_gone': 'Shipment {shipment} is shipped or cancelled. Nothing can be packed for it.',
  'packing.wrong_place': '{location} is no place for packing. Go to a packing place.',
  'packing.carton_taken': '{carton} is the number of something else. Take a new label.',
  'packing.wrong_item': 'Nothing of item {item} is left to pack for shipment {shipment}. Set it aside.',
  'packing.wrong_lot': 'Wrong lot: {expected} was picked, this is {got}.',
  'packing.serials_required': 'Item {item} has serial numbers. Scan each one.',
  'packing.serial_count': '{serials} serial numbers do not make a quantity of {wanted}. Scan each piece once.',
  'packing.wrong_serial': 'Serial number {serial} was not picked for this shipment. Set it aside.',
  'packing.goods_in_hand': 'Item {item} is still in hand. Put it down at the packing place first.',
  'packing.too_much': 'Only {left} {unit} of item {item} are left here, not {got}.',
  'packing.carton_empty': 'Carton {carton} is empty. Pack something, or leave it.',
  'packing.weight_wrong': '{weight} kg cannot be the weight. Weigh the carton again.',
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
  // ── waves ──
  'waves.not_created': 'Wave {wave} has its goods already. Put the orders into another wave.',
  'waves.not_processed': 'Wave {wave} has no work yet. There is nothing to hold.',
  'waves.not_processing': 'Wave {wave} is not being filled.',
  'waves.person_unknown': 'Nobody with badge {badge} may pick here. Choose somebody else.',
  'waves.work_unclaimed': 'Nobody has work {work}. There is nothing to take back.',
  'waves.work_put_down': 'Some of {work} is put down already. Confirm its shipment and say what becomes of the rest.',
  'waves.template_unknown': 'There is no wave template {template} in this warehouse.',
  'waves.no_orders': 'Template {template} finds no order to release at the moment.',
  'waves.order_in_wave': 'Order {order} is in wave {wave} already. Release or cancel that one first.',
  'waves.begun': 'Picking of wave {wave} has begun ({work}). Cancel its orders one by one.',
  // ── short picks ──
  'picking.reason_unknown': 'There is no reason {reason}. Use one of: {reasons}.',
  'picking.not_short': '{wanted} {unit} are asked for, so nothing is short. Pick them.',
  // ── picking otherwise ──
  'picking.goods_in_hand': 'Goods of {work} are still in hand. Put them down first.',
  'picking.pick_unknown': 'There is no pick {pick} to undo.',
  'picking.already_put': 'The goods were put down already. Move them, or ask the supervisor.',
  'picking.not_a_substitute': 'The order does not take {item} instead of {ordered}. It takes: {allowed}.',
  'picking.substitute_unit': '{item} is not counted in {unit} in the same way. Ask the supervisor.',
  'picking.substitute_needs_approval': '{item} costs more than {ordered}. A supervisor has to agree first.',
  // ── picking ──
  'picking.order_not_released': 'Order {order} is not released yet. Ask the supervisor to release it.',
} as const satisfies Texts;

/** Every language has every key. */
export type ProblemTexts = Readonly<Record<keyof typeof problemTexts, string>>;
