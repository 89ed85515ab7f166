import type { returnsProblems as english } from './returns.en.ts';

/** Problems of goods that come back, in German. */
export const returnsProblems: Readonly<Record<keyof typeof english, string>> = {
  'returns.disposition_unknown': 'Eine Verwendung {disposition} gibt es nicht. Möglich sind: {dispositions}.',
  'returns.return_id_unknown':
    'Es gibt keine Retourennummer {returnId}. Etikett des Kartons oder Lieferschein scannen, oder ohne sie weitermachen.',
  'returns.order_unknown':
    'Für einen Auftrag {order} ging nichts ab, und keiner dieser Nummer kündigt eine Rückgabe an. Nummer prüfen oder ohne sie weitermachen.',
  'returns.order_ambiguous':
    'Auftrag {order} gibt es in mehreren Systemen ({sourceSystems}). Angeben, welcher gemeint ist.',
  'returns.not_shipped': 'Von {slip} wurde nichts versandt, also kann nichts davon zurückkommen. Nummer prüfen.',
  'returns.off': '{sourceSystem} nimmt keine Ware zurück. Zur Seite stellen und die Leitung fragen.',
  'returns.details_off': '{sourceSystem} nimmt nichts per Retourennummer zurück. Ohne sie weitermachen.',
  'returns.item_not_shipped': '{item} war nicht in {slip}. Zur Seite stellen oder ohne diese Nummer zurücknehmen.',
  'returns.lot_not_shipped': 'Charge {lot} von {item} war nicht in {slip}; versandt wurde {lots}. Etikett prüfen.',
  'returns.serial_not_shipped': 'Seriennummer {serial} von {item} war nicht in {slip}. Etikett prüfen.',
  'returns.serial_scrapped':
    'Die Seriennummer {serial} von {item} kam schon zurück und wurde verschrottet. Etikett prüfen.',
  'returns.more_than_shipped':
    'Mehr als mit {slip} abging: {shipped} {unit} von {item} wurden versandt, {returned} kamen zurück, {left} können noch kommen.',
  'returns.no_return_order': 'Auftrag {order} ({orderType}) ist keine Rückgabe. Als Wareneingang annehmen.',
  'returns.item_not_announced':
    'Auftrag {order} kündigt kein {item} an. Zur Seite stellen oder ohne diese Nummer zurücknehmen.',
  'returns.more_than_announced':
    'Mehr als Auftrag {order} ankündigt: {announced} {unit} von {item}, {returned} kamen zurück, {left} können noch kommen.',
  'returns.not_taken': '{item} wird nicht zurückgenommen. Zur Seite stellen und die Leitung fragen.',
  'returns.too_late':
    '{item} ging am {shippedOn} ab, vor {daysAgo} {daysAgo|Tag|Tagen}. Zurückgenommen wird {days} {days|Tag|Tage} lang. Zur Seite stellen und die Leitung fragen.',
  'returns.too_late_blind':
    '{item} ging zuletzt vor {daysAgo} {daysAgo|Tag|Tagen} ab und wird {days} {days|Tag|Tage} lang zurückgenommen. Zur Seite stellen und die Leitung fragen.',
  'returns.slip_missing': 'Angeben, welche Retourennummer oder welcher Auftrag gemeint ist.',
  'returns.policy_one_subject':
    'Eine Regel gilt für einen Artikel oder für eine Warengruppe. Eines von beiden angeben.',
  'returns.policy_no_days': 'Tage gibt es nur bei within-days. Weglassen.',
  'returns.policy_repeated': 'Für {subject} gibt es zwei Regeln. Eine weglassen.',
};
