import type { Texts } from '../worded.ts';

/** Problems of warehouses, source systems and imports, in English. */
export const sitesProblems = {
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
  'scan_rules.pattern_syntax':
    'The pattern cannot be read from character {place} on. In braces stand 9, A, X or * and how many: {9:4}, {X:1-8}.',
  'scan_rules.pattern_count':
    'At character {place} the pattern asks for an impossible number of characters. Use 1 to 64, the smaller number first: {9:2-6}.',
  'scan_rules.pattern_value':
    'The part in [ ] is empty or does not end. Put one pair of brackets around the part that is looked up, or none.',
  'scan_rules.pattern_wide':
    'This pattern fits nearly every code. Begin it with a fixed character, or say exactly how many digits there are.',
  'scan_rules.pattern_long': 'The pattern is too long. Shorten it to what tells these codes from others.',
  'scan_rules.separator_on_labels':
    '“{value}” may be a part of a lot number, which would then be cut in two. Use a character such as ~ or | that no label has.',
  'scan_rules.zone_unknown': 'No location is in zone {zone}. Correct it, or give it to a location first.',
} as const satisfies Texts;
