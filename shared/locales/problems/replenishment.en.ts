import type { Texts } from '../worded.ts';

/** Problems of replenishment, in English. */
export const replenishmentProblems = {
  'replenishment.reason_missing': '{wanted} {unit} are waited for, you said {got}. Say why it is less.',
  'replenishment.none_in_reserve':
    'None of {item} is free in reserve, or it is on its way already. Ask the supervisor when more comes.',
  'replenishment.other_place':
    'These goods belong at {expected}, this is {got}. Bring them there, or say why they stay here.',
  'replenishment.not_pickable':
    'Orders are not picked from {location} ({type}). Bring the goods to a pick face or into storage.',
  'replenishment.face_enough': '{location} has what it is to hold, or it is on its way. Nothing needs doing.',
  'replenishment.not_a_face':
    'Orders are not picked from {location} ({type}), so it has no minimum. Choose a pick face.',
  'replenishment.item_repeated': '{item} is named twice. Name it once.',
  'replenishment.maximum_missing': 'Up to how much of {item} is filled? Give a maximum above 0.',
  'replenishment.limits_reversed':
    'The minimum, {minimum}, is above the maximum, {maximum}. Swap them, or correct one.',
  'replenishment.no_face': '{item} has no pick face here. Name the place it is to be brought to, or give it one.',
  'replenishment.request_unknown': 'There is no request {requestNumber} to take back. Check its number.',
  'replenishment.still_needed': 'What {work} brings is needed, or is put down already. Nothing needs doing.',
} as const satisfies Texts;
