import { isBelieved, isSound, keyOf, type Sighted, sightedAgain } from './believe.ts';
import { type Pass, plans } from './passes.ts';
import type { Grey } from './pixels.ts';
import { readPass, type Zxing } from './read-pass.ts';
import type { SeenCode } from './seen-code.ts';
import { type Symbology, usualSymbologies } from './symbology.ts';

/**
 * Reads a picture that stays, such as a photograph: in one way after the other until a code is believed, by the rules
 * that hold for the pictures of a stream. Of several the one that most lines say. Null: there is none.
 */
export function readAll(
  zxing: Zxing,
  picture: Grey,
  formats: readonly Symbology[] = usualSymbologies,
  passes: readonly Pass[] = allPasses,
): SeenCode | null {
  const sighted = new Map<string, Sighted>();
  for (const pass of passes) {
    const codes = readPass(zxing, picture, pass, formats).filter((code) => isSound(code, formats));
    for (const code of codes) sighted.set(keyOf(code), sightedAgain(sighted.get(keyOf(code)), code));
    const believed = [...sighted.values()].filter((each) => isBelieved(each, sighted.values()));
    const [most] = believed.sort((one, other) => other.code.lines - one.code.lines);
    if (most) return most.code;
  }
  return null;
}

/** All of the picture first: in a picture that stays the middle is no better than the rest. */
const allPasses: readonly Pass[] = [
  'thorough',
  ...(Object.keys(plans) as Pass[]).filter((pass) => pass !== 'thorough' && pass !== 'fast'),
];
