import type { unknownCodesTexts as english } from './unknown-codes.en.ts';

/** What the floor says of codes that nothing has, in Spanish. */
export const unknownCodesTexts: Readonly<Record<keyof typeof english, string>> = {
  'unknownCode.todo': 'Aparte esta mercancía y siga: alguien averiguará qué es.',
  'unknownCode.photo': 'Apartar con foto',
  'unknownCode.noPhoto': 'Apartar',
  'unknownCode.done': '{text} está apartado',
  'unknownCode.after': 'escaneado tras un código desconocido',
};
