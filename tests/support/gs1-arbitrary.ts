import fc from 'fast-check';
import { gs1CheckDigit, gs1CheckPair, modulo97 } from '#shared/scan/check-digits.ts';
import { checkAssociations } from '#shared/scan/gs1/associations.ts';
import type { Gs1Element } from '#shared/scan/gs1/label.ts';
import { type AiRule, allAiRules, type CharacterSet, type Component } from '#shared/scan/gs1/rules.ts';

const characters: Record<CharacterSet, string> = {
  N: '0123456789',
  X: '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz',
  Y: '#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  Z: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
};

/** Well-formed elements that may stand on one label: any identifiers, any values their rules allow. */
export function labelElements(): fc.Arbitrary<Gs1Element[]> {
  return fc
    .array(fc.constantFrom(...allAiRules()).chain(element), { minLength: 1, maxLength: 6 })
    .map((drawn) => drawn.reduce<Gs1Element[]>(withIfPossible, []));
}

/** One element of this rule. */
export function element(rule: AiRule): fc.Arbitrary<Gs1Element> {
  return fc.tuple(...rule.components.map(part)).map((parts) => {
    // An optional part may only follow those before it, so the first absent one ends the value.
    const end = parts.indexOf('');
    return { ai: rule.ai, value: (end < 0 ? parts : parts.slice(0, end)).join('') };
  });
}

function withIfPossible(chosen: Gs1Element[], next: Gs1Element): Gs1Element[] {
  const together = [...chosen, next];
  return checkAssociations(together) === null ? together : chosen;
}

function part(component: Component): fc.Arbitrary<string> {
  const special = component.linters.map((name) => byLinter[name]).find((made) => made !== undefined);
  const made = special === undefined ? text(component.set, component) : special(component);
  return component.optional ? fc.oneof(made, fc.constant('')) : made;
}

function text(set: CharacterSet, { shortest, longest }: Pick<Component, 'shortest' | 'longest'>): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...characters[set]), minLength: shortest, maxLength: longest });
}

const digits = (length: number): fc.Arbitrary<string> => text('N', { shortest: length, longest: length });
const oneOf =
  (...values: string[]) =>
  (): fc.Arbitrary<string> =>
    fc.constantFrom(...values);
const number = (min: number, max: number, length: number): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((value) => String(value).padStart(length, '0'));
const joined = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((values) => values.join(''));

/** Values for the components that a linter watches; those of the others come from length and character set. */
const byLinter: Readonly<Record<string, (component: Component) => fc.Arbitrary<string>>> = {
  csum: ({ longest }) => digits(longest - 1).map((body) => body + gs1CheckDigit(body)),
  csumalpha: ({ longest }) =>
    joined(digits(5), text('X', { shortest: 1, longest: longest - 8 }), fc.constant('x')).map(
      (body) => body + gs1CheckPair(body),
    ),
  gcppos1: ({ set, longest }) => joined(digits(4), text(set, { shortest: 0, longest: longest - 4 })),
  yymmdd: () => joined(digits(2), number(1, 12, 2), number(1, 28, 2)),
  yymmd0: () => joined(digits(2), number(1, 12, 2), number(0, 28, 2)),
  yyyymmdd: () => joined(number(1900, 2100, 4), number(1, 12, 2), number(1, 28, 2)),
  hh: () => number(0, 23, 2),
  mi: () => number(0, 59, 2),
  ss: () => number(0, 59, 2),
  hhmi: () => joined(number(0, 23, 2), number(0, 59, 2)),
  iso3166: oneOf('276', '528', '724', '040', '056'),
  iso3166999: oneOf('276', '999', '724'),
  iso3166alpha2: oneOf('DE', 'ES', 'GB'),
  iso4217: oneOf('978', '756', '840'),
  iso5218: oneOf('0', '1', '2', '9'),
  iban: () => joined(fc.constantFrom('DE', 'ES', 'GB'), digits(18)).map(ibanOf),
  packagetype: oneOf('8', 'CT', 'PX', 'AT', '201', 'RB1'),
  couponcode: () => joined(fc.constant('0123456'), digits(6), fc.constant('1'), digits(1), fc.constant('110123')),
  couponposoffer: () => joined(oneOf('0', '1')(), fc.constant('0'), digits(12), fc.constant('0'), digits(6)),
  hyphen: oneOf('-'),
  importeridx: oneOf('A', 'z', '5', '_', '-'),
  latitude: () => number(0, 1_800_000_000, 10),
  longitude: () => number(0, 3_600_000_000, 10),
  mediatype: oneOf('01', '10', '80', '99'),
  nonzero: ({ longest }) => number(1, 10 ** longest - 1, longest),
  nozeroprefix: () => number(1, 999_999, 1),
  pcenc: ({ longest }) =>
    text('Z', { shortest: 1, longest: longest - 3 }).map((value) => `${value}%${longest > 50 ? 'C3' : '41'}`),
  pieceoftotal: () => number(1, 9, 2).chain((piece) => number(Number(piece), 99, 2).map((total) => piece + total)),
  posinseqslash: oneOf('1/1', '2/3', '9/9'),
  winding: oneOf('0', '1', '9'),
  yesno: oneOf('0', '1'),
  zero: ({ longest }) => fc.constant('0'.repeat(longest)),
};

function ibanOf(countryAndAccount: string): string {
  const country = countryAndAccount.slice(0, 2);
  const account = countryAndAccount.slice(2);
  const check = 98 - modulo97(`${account}${country}00`);
  return `${country}${String(check).padStart(2, '0')}${account}`;
}
