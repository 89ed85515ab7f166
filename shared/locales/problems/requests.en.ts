import type { Texts } from '../worded.ts';

/** Problems of requests and the server that answers them, in English. */
export const requestsProblems = {
  'request.malformed': 'This value does not have the required form. Correct it and send it again.',
  'request.malformed_json': 'The body is not valid JSON. Send one JSON document in UTF-8.',
  'request.name_repeated': 'The body names {name} twice in one object. Send it once.',
  'request.missing': 'This member is required. Add it and send again.',
  'request.blank': 'Spaces alone name nothing. Write what people shall read.',
  'request.wrong_type': 'This must be of type {expected}.',
  'request.number_rounded':
    'This number has more digits than can be kept exactly. Send it with at most 15, of them 6 decimals.',
  'request.too_small': 'This is below the minimum of {minimum}.',
  'request.too_big': 'This is above the maximum of {maximum}.',
  'request.not_allowed': 'Only these values are allowed: {allowed}.',
  'request.unknown_property': 'There is no such member here. Remove it or correct its name.',
  'request.invalid': 'The request has errors. Each is listed with a pointer to it.',
  'request.control_character': 'Text may not hold control characters or broken Unicode.',
  'request.too_large': 'The body is larger than {limit} bytes. Send less at once.',
  'request.content_type': 'Send the body as application/json in UTF-8, not compressed.',
  'request.not_acceptable': 'This is available as {offered} only.',
  'request.not_found': 'There is nothing at this address.',
  'request.method': 'This address does not accept this method.',
  'request.not_utf8': 'The file is not UTF-8 text. Save it as UTF-8 and send it again.',
  'request.malformed_csv':
    'Line {line} is not CSV: a quotation mark is missing or too many. Correct the file and send it again.',
  'request.precondition_missing':
    'Say which state you change: If-Match with the ETag you were given, or If-None-Match: * for something new.',
  'request.changed_meanwhile': 'Somebody changed this since you read it. Read it again, and make your change on that.',
  'request.exists_already': 'This exists already. Read it, and change it with If-Match.',
  'request.code_differs': 'The address says {code}. Leave this out, or send the same.',
  'request.repeated': 'This is named twice. Leave one out.',
  'feed.position_unknown':
    'Position {after} was never given; the newest is {newest}. Go on from the last `next` of this server, or begin again: from 0, or from a snapshot.',
  'idempotency.key_reused': 'This key was used for another request. Use a new key.',
  'idempotency.in_progress': 'The first request with this key is still being worked on. Send it again in a moment.',
  'idempotency.key_malformed': 'The Idempotency-Key must have 1 to {limit} characters. Send another key.',
  'server.failed':
    'The server failed. Nothing was changed. Send the same request again; if it fails again, report the correlation id.',
  'server.storage': 'The database cannot be reached. Nothing was changed; send the same request again.',
  'server.disk_full':
    'The disk of the server is full. Nothing was changed; nothing that was answered is lost. Free some space.',
  'message.request_carried_out':
    'The request {requestNumber} was carried out, or never came. Send one that says what the goods shall be now.',
} as const satisfies Texts;
