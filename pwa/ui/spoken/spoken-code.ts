import type { Language } from '../language.ts';
import { digitByDigit, spokenDigits } from './numbers.ts';

/**
 * A code as a picker wants to hear it: `A-10-03-2` is "A ten, oh three, two", `STAGE-01` is "Stage oh one". Of what is
 * longer than anybody keeps in mind, as a licence plate, the last four.
 */
export function spokenCode(code: string, language: Language): string {
  const runs = code.match(/\p{L}+|\d+/gu) ?? [];
  const characters = runs.join('');
  if (characters.length > longestKept) return `${ending[language]} ${digitByDigit(characters.slice(-4), language)}`;
  return runs.reduce((said, run, index) => {
    const word = /\d/.test(run) ? spokenDigits(run, language) : spokenLetters(run);
    if (index === 0) return word;
    // A number belongs to the letters before it; everything else stands for itself.
    const isJoined = /\d/.test(run) && /\p{L}/u.test(runs[index - 1] ?? '');
    return `${said}${isJoined ? ' ' : ', '}${word}`;
  }, '');
}

const longestKept = 11;

const ending: Readonly<Record<Language, string>> = { en: 'ending', de: 'endet auf', es: 'termina en' };

/** What can be said as a word is; other letters one by one. */
function spokenLetters(letters: string): string {
  const isWord = letters.length > 2 && /[AEIOUYÄÖÜ]/i.test(letters);
  return isWord
    ? letters.charAt(0).toUpperCase() + letters.slice(1).toLowerCase()
    : [...letters.toUpperCase()].join(' ');
}

/** Whether a text is a code and no sentence: no spaces but between groups of digits, and a digit in it. */
export function isCode(text: string): boolean {
  return /^[\p{L}\d]+(?:[-/._][\p{L}\d]+)*$/u.test(text.replaceAll(/(?<=\d) (?=\d)/g, '')) && /\d/.test(text);
}
