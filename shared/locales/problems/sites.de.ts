import type { sitesProblems as english } from './sites.en.ts';

/** Problems of warehouses, source systems and imports, in German. */
export const sitesProblems: Readonly<Record<keyof typeof english, string>> = {
  'warehouse.unknown': 'Es gibt kein Lager {warehouse}. Berichtigen oder zuerst anlegen.',
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
};
