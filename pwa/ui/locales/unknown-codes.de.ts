import type { unknownCodesTexts as english } from './unknown-codes.en.ts';

/** What the floor says of codes that nothing has, in German. */
export const unknownCodesTexts: Readonly<Record<keyof typeof english, string>> = {
  'unknownCode.todo': 'Diese Ware zur Seite stellen und weitermachen: Jemand findet heraus, was es ist.',
  'unknownCode.photo': 'Mit Foto zur Seite',
  'unknownCode.noPhoto': 'Zur Seite',
  'unknownCode.done': '{text} ist zur Seite gestellt',
  'unknownCode.after': 'nach einem unbekannten Code gescannt',
};
