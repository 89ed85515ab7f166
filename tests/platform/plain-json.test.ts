import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unfitTexts } from '../../api/platform/http/body.ts';
import { exactJson, repeatedName, wasPlain } from '../../api/platform/http/exact-json.ts';

test.each<[what: string, text: string, isPlain: boolean]>([
  ['a command', '{"id":"1","body":{"item":"A0001","quantity":10,"photos":["p-1"]}}', true],
  ['spaces and lines between', '{\n\t"item" : [ 1 , 2 ]\r\n}', true],
  ['letters of all languages', '{"name":"Übergrößenträger 倉庫"}', true],
  ['brackets in a text', `{"note":"${'['.repeat(99)}"}`, true],
  [
    'brackets in a text that would hide others',
    `{"note":"${']'.repeat(99)}","deep":${'['.repeat(40)}${']'.repeat(40)}}`,
    false,
  ],
  ['an escape', '{"note":"a\\u0000b"}', false],
  ['an escaped quote', '{"note":"3\\" pipe"}', false],
  ['a control character', '{"note":"a\u0085b"}', false],
  ['an emoji', '{"note":"📦"}', false],
  ['32 levels', `${'['.repeat(32)}${']'.repeat(32)}`, true],
  ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`, false],
])('%s is taken at its face: %s %s', (_what, text, isPlain) => {
  expect(wasPlain(exactJson(text))).toBe(isPlain);
});

test('what is found wrong with a body is the same whether its text was looked at or each name and number in it', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\u0000', '\ud800', 'a\nb', '[[[', ']]]"'),
  );
  const { body } = fc.letrec((tie) => ({
    body: fc.oneof(
      { maxDepth: 40 },
      texts,
      fc.integer(),
      fc.array(tie('body'), { maxLength: 3 }),
      fc.dictionary(texts, tie('body')),
    ),
  }));
  fc.assert(
    fc.property(body, (value) => {
      const read = exactJson(JSON.stringify(value));
      expect(unfitTexts(read, '')).toEqual(unfitTexts(structuredClone(read), ''));
    }),
    { numRuns: 500 },
  );
});

test('the bytes of a file are not looked at one by one for a text', () => {
  const lookedAt: string[] = [];
  const photo = new Proxy(new Uint8Array(8), {
    ownKeys: (bytes) => {
      lookedAt.push('every byte');
      return Reflect.ownKeys(bytes);
    },
  });
  expect([unfitTexts(photo, ''), lookedAt]).toEqual([[], []]);
});

test.each<[what: string, text: string, name: string | undefined]>([
  ['names that differ', '{"a":1,"b":2}', undefined],
  ['a name twice', '{"a":1,"b":2,"a":1}', 'a'],
  ['a name twice, deep in a list', '[{"lines":[{"item":"X"},{"item":"Y", "unit" : 1 ,"unit"\n:2}]}]', 'unit'],
  ['a name in each of two objects', '[{"a":1},{"a":1}]', undefined],
  ['a name in an object and in one within it', '{"a":{"a":1},"b":{"a":{"a":1}}}', undefined],
  ['a name again after an object within', '{"a":{"b":1},"a":2}', 'a'],
  ['a text that looks like a name', '{"a":"\\"a\\":1,","b":"{\\"a\\":1","c":"a"}', undefined],
  ['a text that ends in backslashes', '{"a":"\\\\","b":1,"b":2}', 'b'],
  ['brackets in texts', '{"a":"}","a":1}', 'a'],
])('%s: %s', (_what, text, name) => {
  expect(JSON.parse(text)).toBeTypeOf('object');
  expect(repeatedName(text)).toBe(name);
});

test('what was written by a program that reads JSON names nothing twice', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(repeatedName(JSON.stringify(value, null, 1))).toBeUndefined();
    }),
  );
});
