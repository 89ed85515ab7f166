import { describe, expect, test } from 'vitest';
import type { Prompt } from '../../pwa/engine/flow.ts';
import { voiceFor } from '../../pwa/ui/spoken/speaker.ts';
import { isCode, spokenCode } from '../../pwa/ui/spoken/spoken-code.ts';
import { spokenAnswer, spokenPrompt } from '../../pwa/ui/spoken/spoken-prompt.ts';
import { spokenQuantity } from '../../pwa/ui/spoken/spoken-quantity.ts';
import { words } from '../../pwa/ui/words.ts';
import { english } from './device.ts';

describe('a code is said as a picker wants to hear it', () => {
  test.each<[code: string, en: string, de: string, es: string]>([
    ['A-10-03-2', 'A ten, oh three, two', 'A zehn, null drei, zwo', 'A diez, cero tres, dos'],
    ['B-01-11-1', 'B oh one, eleven, one', 'B null eins, elf, eins', 'B cero uno, once, uno'],
    // Fifteen is taken for fifty, vierundzwanzig for 42, sesenta for setenta.
    ['C-15-24-4', 'C one five, twenty-four, four', 'C eins fünf, zwo vier, vier', 'C quince, veinticuatro, cuatro'],
    ['C-50-60-0', 'C five oh, six oh, zero', 'C fünf null, sechs null, null', 'C cincuenta, seis cero, cero'],
    ['C-33-12-3', 'C thirty-three, twelve, three', 'C drei drei, zwölf, drei', 'C treinta y tres, uno dos, tres'],
    ['A107', 'A one oh seven', 'A eins null sieben', 'A uno cero siete'],
    ['STAGE-01', 'Stage oh one', 'Stage null eins', 'Stage cero uno'],
    ['LP-0001', 'L P oh oh oh one', 'L P null null null eins', 'L P cero cero cero uno'],
    // Nobody keeps eighteen digits in mind: the last four tell one plate from the next.
    [
      '395212340000000906',
      'ending oh nine oh six',
      'endet auf null neun null sechs',
      'termina en cero nueve cero seis',
    ],
  ])('%s', (code, en, de, es) => {
    expect([spokenCode(code, 'en'), spokenCode(code, 'de'), spokenCode(code, 'es')]).toEqual([en, de, es]);
  });

  test('no two places of one digit sound alike in any language', () => {
    for (const language of ['en', 'de', 'es'] as const) {
      const said = Array.from({ length: 100 }, (_, number) =>
        spokenCode(`A-${String(number).padStart(2, '0')}`, language),
      );
      expect(new Set(said).size).toBe(100);
    }
  });

  test.each<[text: string, isOne: boolean]>([
    ['A-10-03-2', true],
    ['STAGE-01', true],
    ['3952 1234 0000 0009 06', true],
    ['Rye flour 1 kg', false],
    ['4 pcs', false],
    ['Scan', false],
  ])('%s is a code: %s', (text, isOne) => {
    expect(isCode(text)).toBe(isOne);
  });
});

describe('a quantity is said with its unit', () => {
  test.each<[count: number, unit: string, en: string, de: string, es: string]>([
    [4, 'pcs', 'four pieces', 'vier Stück', 'cuatro piezas'],
    [1, 'pcs', 'one piece', 'ein Stück', 'una pieza'],
    [2, 'case', 'two cases', 'zwo Kisten', 'dos cajas'],
    [12, 'PCS', 'twelve pieces', 'zwölf Stück', 'uno dos piezas'],
    [15, 'pcs', '15, one five, pieces', '15, eins fünf, Stück', '15 piezas'],
    [144, 'pcs', '144 pieces', '144 Stück', '144 piezas'],
    [2.5, 'kg', '2.5 kilograms', '2,5 Kilo', '2,5 kilos'],
  ])('%s %s', (count, unit, en, de, es) => {
    const said = (['en', 'de', 'es'] as const).map((language) => spokenQuantity(count, unit, language));
    expect(said).toEqual([en, de, es]);
  });

  test('a unit that nobody has given a name stays as it is written', () => {
    expect(spokenQuantity(4, 'Zoll', 'de')).toBeNull();
  });
});

describe('what is read of a question', () => {
  const stop: Prompt = {
    ask: words('pick.goTo'),
    large: 'A-10-03-2',
    about: '4 pcs · Salt 500 g',
    aloud: { place: 'A-10-03-2', take: '4 pcs' },
  };

  test('where to go and how many to take, and nothing that need not be heard', () => {
    expect(spokenPrompt(stop, english, 'en')).toBe('A ten, oh three, two — take four pieces');
    expect(spokenPrompt(stop, english, 'de')).toBe('A zehn, null drei, zwo — vier Stück nehmen');
    expect(spokenPrompt(stop, english, 'es')).toBe('A diez, cero tres, dos — tome cuatro piezas');
  });

  test('a place comes before the sentence, which the next scan may cut off', () => {
    const put = { ask: words('pick.bringTo'), large: 'STAGE-01' };
    expect(spokenPrompt(put, english, 'en')).toBe('Stage oh one — Bring it here and scan the place');
  });

  test('other questions as they stand there, with their numbers as they are heard best', () => {
    expect(spokenPrompt({ ask: words('pick.takeHowMany', { quantity: '4 pcs' }) }, english, 'en')).toBe(
      'Take four pieces. How many?',
    );
    expect(spokenPrompt({ ask: words('pick.scanItem'), large: '15 pcs' }, english, 'en')).toBe(
      'Scan the item — 15, one five, pieces',
    );
  });

  test.each<[tone: 'good' | 'bad' | 'ask', said: string | null]>([
    ['good', null],
    ['bad', 'Nothing is to be picked at A ten, oh three, two.'],
    ['ask', 'Nothing is to be picked at A ten, oh three, two.'],
  ])('to a scan that was %s is said: %s', (tone, said) => {
    const told = words('pick.nothingThere', { location: 'A-10-03-2' });
    expect(spokenAnswer({ tone, said: told }, english, 'en')).toBe(said);
  });
});

describe('the voice', () => {
  const voice = (lang: string, localService: boolean, isDefault = false) => ({
    lang,
    localService,
    default: isDefault,
  });
  test.each<[what: string, voices: ReturnType<typeof voice>[], lang: string | undefined]>([
    ['of the language', [voice('en-US', true), voice('de-DE', true)], 'de-DE'],
    ['that needs no network, before one that does', [voice('de-AT', false, true), voice('de_DE', true)], 'de_DE'],
    ['the device’s own choice, of several', [voice('de-AT', true), voice('de-DE', true, true)], 'de-DE'],
    ['none of another language', [voice('en-US', true)], undefined],
  ])('is one %s', (_what, voices, lang) => {
    expect(voiceFor(voices, 'de')?.lang).toBe(lang);
  });
});
