import type { Texts } from '#shared/locales/worded.ts';

export const texts = {
  'signIn.offlineUnknown': 'x',
  'signIn.wrongPin': 'x',
  'signIn.locked': '{minutes}',
  'signIn.refused': 'x',
} as const satisfies Texts;
