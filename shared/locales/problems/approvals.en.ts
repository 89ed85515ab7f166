import type { Texts } from '../worded.ts';

/** What a second person is asked, in English: desks show it, whoever waits is only told that somebody is asked. */
export const approvalsProblems = {
  'inventory.adjustment_needs_approval':
    'A change of {quantity} {unit} of {item} at {location} is worth more than {limit}. A second person has to approve it.',
  'inventory.adjustments_need_approval':
    'With {lately} {baseUnit} adjusted there by the same person within a day, a change of {quantity} {unit} of {item} at {location} is worth more than {limit}. A second person has to approve it.',
  'inventory.release_needs_approval':
    '{badge} put lot {lot} of {item} on hold and asks to let it go. A second person has to approve it.',
  'inventory.status_needs_approval':
    'Somebody asks that {what} at {where} may be used again. A second person has to approve it.',
  'inventory.status_worth_approval':
    'That {what} at {where} may be used again concerns a value of more than {limit}. A second person has to approve it.',
  'picking.substitute_needs_approval': '{item} costs more than {ordered}. A supervisor has to agree first.',
  'returns.late_needs_approval':
    '{quantity} {unit} of {item} left {daysAgo} {daysAgo|day|days} ago and are taken back for {days} {days|day|days}. A second person has to decide.',
  'returns.unknown_day':
    '{quantity} {unit} of {item} came back. They are taken for {days} {days|day|days}, but nobody knows when they left. A second person has to decide.',
  'returns.scrap_needs_approval':
    'Scrapping {quantity} {unit} of {item} is worth more than {limit}. A second person has to approve it.',
  'returns.scraps_need_approval':
    'With {before} {baseUnit} scrapped of it by the same person before, scrapping {quantity} {unit} of {item} is worth more than {limit}. A second person has to approve it.',
} as const satisfies Texts;
