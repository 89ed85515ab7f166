import type { sitesProblems as english } from './sites.en.ts';

/** Problems of warehouses, source systems and imports, in German. */
export const sitesProblems: Readonly<Record<keyof typeof english, string>> = {
  'warehouse.time_zone_unknown': 'Es gibt keine Zeitzone {timeZone}. Einen IANA-Namen wie Europe/Berlin verwenden.',
  'source_system.unknown': 'Es gibt kein Quellsystem {sourceSystem}. Berichtigen oder zuerst anlegen.',
  'source_system.owner_taken': 'Eigentümer {owner} gehört schon zu {sourceSystem}. Einen anderen Namen wählen.',
  'source_system.owner_has_stock':
    'Ware von Eigentümer {owner} ist im Haus. Den Eigentümer behalten, bis sie fort ist.',
  'import.refused':
    '{refused} von {rows} {rows|Zeile ist|Zeilen sind} falsch, darum wurde nichts geändert. Berichtigen und erneut einlesen.',
  'import.too_many': 'Das sind mehr als {limit} Zeilen. In Teilen einlesen.',
  'import.column_unknown': 'Es gibt keine Spalte {column}. Diese verwenden: {columns}.',
  'import.column_missing': 'Im Kopf fehlt die Spalte {column}. Sie hinzufügen.',
  'import.column_repeated': 'Im Kopf steht die Spalte {column} zweimal. Eine weglassen.',
  'import.cells':
    'Diese Zeile hat {cells} {cells|Zelle|Zellen}, der Kopf {columns}. Ein Trennzeichen hinzufügen oder entfernen.',
  'scan_rules.pattern_syntax':
    'Das Muster ist ab Zeichen {place} nicht lesbar. In geschweiften Klammern stehen 9, A, X oder * und wie viele: {9:4}, {X:1-8}.',
  'scan_rules.pattern_count':
    'Bei Zeichen {place} verlangt das Muster eine unmögliche Anzahl von Zeichen. 1 bis 64 sind möglich, die kleinere Zahl zuerst: {9:2-6}.',
  'scan_rules.pattern_value':
    'Der Teil in [ ] ist leer oder endet nicht. Ein Klammerpaar um den Teil setzen, der gesucht wird, oder keines.',
  'scan_rules.pattern_wide':
    'Dieses Muster passt auf fast jeden Code. Mit einem festen Zeichen beginnen oder genau sagen, wie viele Ziffern es sind.',
  'scan_rules.pattern_long': 'Das Muster ist zu lang. Auf das kürzen, was diese Codes von anderen unterscheidet.',
  'scan_rules.separator_on_labels':
    '„{value}“ kann Teil einer Chargennummer sein, die dann zerschnitten würde. Ein Zeichen wie ~ oder | nehmen, das kein Etikett hat.',
  'scan_rules.zone_unknown':
    'In der Zone {zone} ist kein Lagerplatz. Die Zone berichtigen oder erst einem Lagerplatz geben.',
};
