import { expect, test } from 'vitest';
import { loadWording, speak } from '../../pwa/ui/console/words.ts';
import { texts as german } from '../../pwa/ui/locales/de.ts';
import { texts as english } from '../../pwa/ui/locales/en.ts';
import { texts as spanish } from '../../pwa/ui/locales/es.ts';
import { wordsIn } from '../../pwa/ui/worded.ts';
import { amount, withAmount } from '../../pwa/ui/words.ts';

test.each([
  ['en', english, '1234.5 kg'],
  ['de', german, '1234,5 kg'],
  ['es', spanish, '1234,5 kg'],
] as const)('how much of something there is, is written as people read it: %s', async (language, table, shown) => {
  const numbers = new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 6 });
  const writing = { number: numbers.format, moment: String };
  const said = [amount(1234.5, 'kg'), amount(1234.5, 'kg', 'Flour'), withAmount('A-01', 1234.5, 'kg')];
  expect(said.map((words) => wordsIn(table, words, writing))).toEqual([shown, `${shown} Flour`, `A-01 · ${shown}`]);
  const desk = speak(await loadWording(language));
  const params = { item: 'FLOUR', there: 1234.5, wanted: 2000, unit: 'kg' };
  expect(desk.problem({ code: 'stock.not_enough', params })).toContain(shown);
});
