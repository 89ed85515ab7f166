import type { Texts } from '../worded.ts';

/** Problems of warehouses, source systems and imports, in English. */
export const sitesProblems = {
  'warehouse.unknown': 'There is no warehouse {warehouse}. Correct it, or make it first.',
  'warehouse.time_zone_unknown': 'There is no time zone {timeZone}. Use an IANA name such as Europe/Berlin.',
  'source_system.unknown': 'There is no source system {sourceSystem}. Correct it, or make it first.',
  'source_system.owner_taken': 'Owner {owner} belongs to {sourceSystem} already. Choose another name.',
  'source_system.owner_has_stock': 'Goods of owner {owner} are in the building. Keep the owner until they are gone.',
  'import.refused':
    '{refused} of {rows} {rows|row is|rows are} wrong, so nothing was changed. Correct {refused|it|them} and import again.',
  'import.too_many': 'These are more than {limit} rows. Import them in parts.',
  'import.column_unknown': 'There is no column {column}. Use these: {columns}.',
  'import.column_missing': 'The heading has no column {column}. Add it.',
  'import.column_repeated': 'The heading has column {column} twice. Leave one out.',
  'import.cells': 'This row has {cells} {cells|cell|cells}; the heading has {columns}. Add or remove a separator.',
} as const satisfies Texts;
