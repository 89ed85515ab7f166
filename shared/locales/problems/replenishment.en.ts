import type { Texts } from '../worded.ts';

/** Problems of replenishment, in English. */
export const replenishmentProblems = {
  'replenishment.reason_missing': '{wanted} {unit} are waited for, you said {got}. Say why it is less.',
  'replenishment.none_in_reserve': 'None of {item} is in reserve. Ask the supervisor when more comes.',
  'replenishment.other_place':
    'These goods belong at {expected}, this is {got}. Bring them there, or say why they stay here.',
  'replenishment.not_pickable':
    'Orders are not picked from {location} ({type}). Bring the goods to a pick face or into storage.',
} as const satisfies Texts;
