import type { unknownCodesProblems as english } from './unknown-codes.en.ts';

/** Problems of codes that nothing has, in German. */
export const unknownCodesProblems: Readonly<Record<keyof typeof english, string>> = {
  'unknown_codes.no_code': '„{text}“ kann für keine Ware stehen. Den Strichcode auf der Ware scannen.',
  'unknown_codes.report_unknown': 'Es gibt keine Meldung {report} eines unbekannten Codes.',
  'unknown_codes.unknown': 'Niemand hat den Code {code} gemeldet. Erst im Lager scannen.',
  'unknown_codes.bound_already': '{code} steht schon für {item}. Das erst zurücknehmen oder so lassen.',
  'unknown_codes.taken': '{code} gehört zu {item}. Er hieße dann zweierlei: den Artikel an der Quelle berichtigen.',
  'unknown_codes.names_other': '{code} heißt hier auch etwas anderes ({what}). Er hieße dann zweierlei.',
  'unknown_codes.check_digit':
    '{code} sieht aus wie eine GTIN, aber die Prüfziffer ist falsch: verlesen oder falsch gedruckt. Mit dem Etikett vergleichen.',
  'unknown_codes.not_open': 'Über {code} hat schon jemand entschieden. Seite aktualisieren.',
  'unknown_codes.of_erp': 'Das ERP sagt selbst, wofür {code} steht. Dort berichtigen lassen.',
  'unknown_codes.not_bound': '{code} ist nichts zugeordnet. Seite aktualisieren.',
};
