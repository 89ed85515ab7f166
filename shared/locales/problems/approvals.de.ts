import type { approvalsProblems as english } from './approvals.en.ts';

/** What a second person is asked, in German. */
export const approvalsProblems: Readonly<Record<keyof typeof english, string>> = {
  'inventory.adjustment_needs_approval':
    'Eine Korrektur um {quantity} {unit} von {item} auf {location} ist mehr als {limit} wert. Eine zweite Person muss sie genehmigen.',
  'inventory.adjustments_need_approval':
    'Mit {lately} {baseUnit}, die dieselbe Person dort binnen 24 Stunden schon korrigiert hat, ist eine Korrektur um {quantity} {unit} von {item} auf {location} mehr als {limit} wert. Eine zweite Person muss sie genehmigen.',
  'inventory.release_needs_approval':
    '{badge} hat die Charge {lot} von {item} gesperrt und will sie freigeben. Eine zweite Person muss zustimmen.',
  'inventory.status_needs_approval':
    'Jemand bittet, dass {what} auf {where} wieder verwendet werden darf. Eine zweite Person muss zustimmen.',
  'inventory.status_worth_approval':
    'Dass {what} auf {where} wieder verwendet werden darf, betrifft mehr als {limit} an Wert. Eine zweite Person muss zustimmen.',
  'picking.substitute_needs_approval': '{item} kostet mehr als {ordered}. Erst muss die Leitung zustimmen.',
  'returns.late_needs_approval':
    '{quantity} {unit} von {item} gingen vor {daysAgo} {daysAgo|Tag|Tagen} hinaus und werden {days} {days|Tag|Tage} lang zurückgenommen. Eine zweite Person muss entscheiden.',
  'returns.unknown_day':
    '{quantity} {unit} von {item} kamen zurück. Zurückgenommen wird {days} {days|Tag|Tage} lang, aber niemand weiß, wann die Ware abging. Eine zweite Person muss entscheiden.',
  'returns.scrap_needs_approval':
    '{quantity} {unit} von {item} zu verschrotten ist mehr als {limit} wert. Eine zweite Person muss es genehmigen.',
  'returns.scraps_need_approval':
    'Mit {before} {baseUnit}, die dieselbe Person davon schon verschrottet hat, ist es mehr als {limit} wert, {quantity} {unit} von {item} zu verschrotten. Eine zweite Person muss es genehmigen.',
};
