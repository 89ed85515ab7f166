import type { Texts } from '../worded.ts';

/** Problems of goods that come back, in English. */
export const returnsProblems = {
  'returns.disposition_unknown': 'There is no disposition {disposition}. Use one of: {dispositions}.',
  'returns.return_id_unknown':
    'There is no return number {returnId}. Scan the label of the carton or the packing slip, or go on without it.',
  'returns.order_unknown':
    'No goods left for an order {order}, and none of that number announces a return. Check the number, or go on without it.',
  'returns.order_ambiguous': 'Order {order} exists in several systems ({sourceSystems}). Say which one is meant.',
  'returns.not_shipped': 'Nothing of {slip} was shipped, so nothing of it can come back. Check the number.',
  'returns.off': '{sourceSystem} takes no goods back. Set them aside and ask your supervisor.',
  'returns.details_off': '{sourceSystem} takes nothing back by return number. Go on without it.',
  'returns.item_not_shipped': '{item} was not in {slip}. Set it aside, or take it back without that number.',
  'returns.lot_not_shipped': 'Lot {lot} of {item} was not in {slip}; what left was {lots}. Check the label.',
  'returns.serial_not_shipped': 'Serial number {serial} of {item} was not in {slip}. Check the label.',
  'returns.serial_scrapped': 'Serial number {serial} of {item} came back before and was scrapped. Check the label.',
  'returns.more_than_shipped':
    'More than left with {slip}: {shipped} {unit} of {item} were shipped, {returned} came back, {left} still can.',
  'returns.no_return_order': 'Order {order} ({orderType}) is no return. Receive it as an order.',
  'returns.item_not_announced': 'Order {order} announces no {item}. Set it aside, or take it back without that number.',
  'returns.more_than_announced':
    'More than order {order} announces: {announced} {unit} of {item}, {returned} came back, {left} still can.',
  'returns.not_taken': '{item} is not taken back. Set it aside and ask your supervisor.',
  'returns.too_late':
    '{item} left on {shippedOn}, {daysAgo} {daysAgo|day|days} ago. It is taken back for {days} {days|day|days}. Set it aside and ask your supervisor.',
  'returns.too_late_blind':
    '{item} last left {daysAgo} {daysAgo|day|days} ago and is taken back for {days} {days|day|days}. Set it aside and ask your supervisor.',
  'returns.slip_missing': 'Say which return number or which order is meant.',
  'returns.policy_one_subject': 'A policy is for one item or for one category. Name one of the two.',
  'returns.policy_no_days': 'Days only go with within-days. Leave them out.',
  'returns.policy_repeated': 'There are two policies for {subject}. Leave one out.',
} as const satisfies Texts;
