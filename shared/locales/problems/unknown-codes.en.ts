import type { Texts } from '../worded.ts';

/** Problems of codes that nothing has, in English. */
export const unknownCodesProblems = {
  'unknown_codes.no_code': '“{text}” can stand for no goods. Scan the barcode on the goods.',
  'unknown_codes.report_unknown': 'There is no report {report} of an unknown code.',
  'unknown_codes.unknown': 'Nobody has reported the code {code}. Scan it on the floor first.',
  'unknown_codes.bound_already': '{code} stands for {item} already. Take that back first, or leave it.',
  'unknown_codes.taken': '{code} belongs to {item}. It would mean two things: correct the item at its source.',
  'unknown_codes.names_other': '{code} is also the name of something else here ({what}). It would mean two things.',
  'unknown_codes.check_digit':
    '{code} looks like a GTIN, but its check digit is wrong: misread or misprinted. Compare it with the label.',
  'unknown_codes.not_open': 'Somebody has decided about {code} already. Update the page.',
  'unknown_codes.of_erp': 'The ERP says itself what {code} stands for. Have it corrected there.',
  'unknown_codes.not_bound': '{code} is bound to nothing. Update the page.',
} as const satisfies Texts;
