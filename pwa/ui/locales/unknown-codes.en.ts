import type { Texts } from '#shared/locales/worded.ts';

/** What the floor says of codes that nothing has, in English. */
export const unknownCodesTexts = {
  'unknownCode.todo': 'Put these goods aside and go on: somebody finds out what they are.',
  'unknownCode.photo': 'Aside, with a photo',
  'unknownCode.noPhoto': 'Set aside',
  'unknownCode.done': '{text} is set aside',
  'unknownCode.after': 'scanned after an unknown code',
} as const satisfies Texts;
