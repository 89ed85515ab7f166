import type { Texts } from '../worded.ts';

/** Problems of counting, in English. */
export const countingProblems = {
  'counting.scope_missing': 'Say what is to be counted: work, or a location, an item or both.',
  'counting.work_unknown': 'There is no count {work} here. Update, and choose one that is open.',
  'counting.work_done': '{work} was counted already. To count again, begin a new count of the place.',
  'counting.not_countable':
    'Goods only pass through {location}; it is not counted. Count docks, storage, pick faces and quarantine.',
  'counting.second_person': '{work} has to be counted by somebody else than before. Leave it to a colleague.',
  'counting.nothing_counted': 'Nothing was counted for {work}. Say what is there, or that it is empty, not both.',
  'counting.not_in_scope': 'This count is of {asked}; {counted} does not belong to it. Count it separately.',
  'counting.serial_shipped':
    'Serial number {serial} of {item} was shipped. Look at the number again; if the piece is here, register it as a return.',
  'counting.serial_elsewhere':
    'Serial number {serial} of {item} is at {location} on the books. Move it here first, then count.',
  'counting.plate_elsewhere':
    'Licence plate {licensePlate} is at {location} on the books, not at {counted}. Move it first, then count.',
  'counting.stock_changed':
    '{missing} {unit} of {item} are missing at {location}, but only {there} are on the books by now. Count it once more.',
  'counting.count_unknown': 'There is no count {count} in this warehouse.',
  'counting.not_in_review': '{count} waits for nobody’s decision: it is {status}.',
  'counting.own_count': 'You counted {count} yourself. Somebody else has to decide.',
  'counting.request_unclear': 'Say what is to be counted: a plan, or zones, places, items or items at places.',
  'counting.plan_unknown': 'There is no count plan {plan} in this warehouse.',
  'counting.too_many_places': 'These are {asked} counts; no more than {most} are asked for at once. Ask for fewer.',
  'counting.work_withdrawn':
    '{work} was called back: nobody has to count it. To count all the same, begin a new count of the place.',
  'counting.still_planned':
    'Plan {plan} says that {work} is due and would ask for it again. Switch the plan off or change it first.',
  'counting.zone_done': 'Nothing in zone {zone} is left for you to count: it is done, or others are at it.',
  'counting.counted_already':
    'Somebody counts the same for {work} already. Wait for that count, or call {work} back, then decide on {count}.',
  'counting.blind': 'You are counting {location}. Finish that first: how much the books have there is told afterwards.',
  'counting.zone_unknown': 'Zone {zone} has no places that are counted. Look at the zones of your locations.',
  'counting.reason_unknown': 'There is no reason {reason}. Use one of: {reasons}.',
} as const satisfies Texts;
