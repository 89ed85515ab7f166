import type { Texts } from '../worded.ts';

/** Problems of signing in, devices, keys and what people may do, in English. */
export const peopleProblems = {
  'auth.required': 'Sign in first, or send a key.',
  'auth.key_unknown': 'This key is not known, has expired or was revoked.',
  'auth.scope_missing': 'This key lacks the scope {scope}.',
  'auth.permit_missing': 'You may not do {operation} in {warehouse}. Ask your supervisor.',
  'session.credentials_missing': 'Give badge and PIN, or user and password.',
  'session.wrong_credentials': 'Badge or PIN is wrong. Try again, or ask your supervisor.',
  'session.goods_in_hand': 'You still carry goods: {goods}. Put them down first, or have a supervisor vouch for them.',
  'session.locked': 'Too many wrong PINs. Wait {minutes} {minutes|minute|minutes} or ask your supervisor.',
  'session.unknown': 'The session of this command is not known. Sign in again.',
  'session.revoked': 'The session was ended by a supervisor. What you did is kept for a decision.',
  'session.no_role': 'Badge {badge} has no role in any warehouse. Ask an administrator for one.',
  'device.revoked': 'This device was taken out of use. What you did is kept for a decision.',
  'device.unknown':
    'The device {device} is not enrolled. Scan the code that an administrator shows for it, then sign in.',
  'device.enrolment_unknown': 'This code was used, is too old or was never given. Ask an administrator for a new one.',
  'person.last_administrator': '{badge} is the last administrator of all warehouses. Make another one first.',
  'key.source_system_missing': 'A key for an ERP belongs to one source system. Say which.',
  'key.expired_already': 'A key that expires then would never work. Choose a moment in the future.',
} as const satisfies Texts;
