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
} as const satisfies Texts;

/** Every language has every key. */
export type ProblemTexts = Readonly<Record<keyof typeof problemTexts, string>>;
