import type { Texts } from '../worded.ts';

/** Why a code cannot be used, said on the device, in English. */
export const scansProblems = {
  'scan.empty': 'Nothing was read. Scan again.',
  'scan.too_long': 'This code has {length} characters; a code here has {limit} at most. Scan one barcode at a time.',
  'scan.control_character':
    'The scan holds characters that no barcode here has. Scan again; if it stays, have the scanner’s settings checked.',
  'scan.bad_character':
    'The scan holds a character that does not belong into a code. Scan again or type the number below the barcode.',
  'scan.partial_code': 'Only a part of the barcode was read. Hold the scanner straight across all bars and scan again.',
  'scan.check_digit':
    'The check digit of this code is wrong: it was misread or misprinted. Scan again or use another label.',
  'scan.unknown': '“{text}” is not known here. Check that this is the right label, or ask your supervisor.',
  'scan.unknown_item':
    'No item has the code {gtin}. Scan another label of the goods, or ask your supervisor to add the barcode.',
  'scan.gs1_no_subject': 'This label names no item, licence plate or place. Scan the other barcode on it.',
  'scan.gs1_unknown_ai': 'The label has a field “{ai}” that GS1 does not know. Scan again or use another label.',
  'scan.gs1_separator_missing':
    'A separator is missing behind field ({ai}) of the label, so the values run together. Use another barcode of the goods, or type the values.',
  'scan.gs1_separator_lost':
    'This scanner drops separators, so field ({ai}) cannot be told from what follows. Use the camera, and have the scanner’s settings checked.',
  'scan.gs1_empty': 'A field of the label is empty. Scan again or use another label.',
  'scan.gs1_too_long':
    'Field ({ai}) of the label has {length} characters; {limit} are allowed. Scan again or use another label.',
  'scan.gs1_too_short': 'Field ({ai}) of the label ends too early. Scan again or use another label.',
  'scan.gs1_character':
    'Field ({ai}) of the label holds a character that is not allowed there. Scan again or use another label.',
  'scan.gs1_check_digit':
    'The check digit in field ({ai}) is wrong: misread or misprinted. Scan again or use another label.',
  'scan.gs1_date':
    'Field ({ai}) of the label holds a date that does not exist. Set the goods aside and ask your supervisor.',
  'scan.gs1_time':
    'Field ({ai}) of the label holds a time that does not exist. Set the goods aside and ask your supervisor.',
  'scan.gs1_value': 'The value in field ({ai}) of the label is not allowed. Use another label, or ask your supervisor.',
  'scan.gs1_repeated':
    'The label has field ({ai}) twice with different values. Set the goods aside and ask your supervisor.',
  'scan.gs1_excluded':
    'The label has fields ({ai}) and ({otherAi}), which may not stand together. Set the goods aside and ask your supervisor.',
  'scan.gs1_brackets':
    'The brackets around the field numbers do not pair up. Type it again, for example (01)04006381333931.',
  'scan.gs1_link': 'The web address on this label breaks the rules at field ({ai}). Scan another barcode of the goods.',
  'scan.gs1_companion_missing':
    'Beside field ({ai}) the label lacks {needs}. Scan the second barcode of the label if there is one.',
  'scan.too_many_times': 'One scan stands for {limit} at most. Type the quantity instead.',
  'scan.unknown_own':
    '“{text}” looks like {name}, but nothing here is called that. Check that this is the right label, or ask your supervisor.',
  'scan.gs1_link_compressed':
    'This web address may be a compressed GS1 Digital Link, which cannot be read here. Scan another barcode of the goods.',
} as const satisfies Texts;
