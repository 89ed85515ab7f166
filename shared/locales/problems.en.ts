import type { Texts } from './worded.ts';

/** What went wrong and what to do next, in English. Keys are problem codes; `{name}` is a member of the problem's params. */
export const problemTexts = {
  // requests
  'request.malformed': 'This value does not have the required form. Correct it and send it again.',
  'request.malformed_json': 'The body is not valid JSON. Send one JSON document in UTF-8.',
  'request.missing': 'This member is required. Add it and send again.',
  'request.wrong_type': 'This must be of type {expected}.',
  'request.too_small': 'This is below the minimum of {minimum}.',
  'request.too_big': 'This is above the maximum of {maximum}.',
  'request.not_allowed': 'Only these values are allowed: {allowed}.',
  'request.unknown_property': 'There is no such member here. Remove it or correct its name.',
  'request.invalid': 'The request has errors. Each is listed with a pointer to it.',
  'request.control_character': 'Text may not hold control characters or broken Unicode.',
  'request.too_large': 'The body is larger than {limit} bytes. Send less at once.',
  'request.content_type': 'Send the body as application/json.',
  'request.not_acceptable': 'This is available as {offered} only.',
  'request.not_found': 'There is nothing at this address.',
  'request.method': 'This address does not accept this method.',
  'idempotency.key_reused': 'This key was used for another request. Use a new key.',
  'server.failed':
    'The server failed. Nothing was changed. Send the same request again; if it fails again, report the correlation id.',
  'server.storage': 'The database cannot be reached. Nothing was changed; send the same request again.',
  'server.disk_full':
    'The disk of the server is full. Nothing was changed; nothing that was answered is lost. Free some space.',

  // people and sessions
  'auth.required': 'Sign in first, or send a key.',
  'auth.key_unknown': 'This key is not known, has expired or was revoked.',
  'auth.scope_missing': 'This key lacks the scope {scope}.',
  'auth.permit_missing': 'You may not do {operation} in {warehouse}. Ask your supervisor.',
  'session.credentials_missing': 'Give badge and PIN, or user and password.',
  'session.wrong_credentials': 'Badge or PIN is wrong. Try again, or ask your supervisor.',
  'session.locked': 'Too many wrong PINs. Wait {minutes} minutes or ask your supervisor.',
  'session.unknown': 'The session of this command is not known. Sign in again.',
  'session.revoked': 'The session was ended by a supervisor. What you did is kept for a decision.',
  'device.unknown': 'The device {device} is not enrolled. Sign in on it first.',

  // commands
  'command.body_invalid': 'The command cannot be read. Each fault is listed with a pointer to it.',
  'command.id_reused': 'This command id was used with other content. Make a new command.',
  'command.sequence_reused': 'Number {sequence} was used already; the next one is {expected}.',
  'command.gap': 'Number {sequence} is ahead: send from {expected}.',
  'command.cause_unknown': 'The earlier command it depends on is not known.',
  'command.cause_not_applied': 'It depends on an earlier scan that was {outcome}.',
  'command.type_unknown':
    'This server does not know {type} version {version} yet. It is kept and done after an upgrade.',
  'command.failed': 'The server failed on this command. It is kept for a supervisor; keep working.',

  // scans: why a code cannot be used, on the device
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
} as const satisfies Texts;

/** Every language has every key. */
export type ProblemTexts = Readonly<Record<keyof typeof problemTexts, string>>;
