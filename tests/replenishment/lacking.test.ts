import { expect, test } from 'vitest';
import { lackingFills } from '#shared/replenishment/lacking.ts';

/** Work of a source: how much it is to bring, and how much is free there. */
const at = (source: string, freeBase: number, ...wanted: readonly (readonly [work: string, wantedBase: number])[]) =>
  wanted.map(([work, wantedBase]) => ({ work, source, wantedBase, freeBase }));

test.each([
  ['all of it is there', at('A', 10, ['W1', 10]), []],
  ['some of it is gone', at('A', 7, ['W1', 10]), ['W1 3']],
  ['all of it is gone, and more is promised than stands there', at('A', -2, ['W1', 10]), ['W1 10']],
  ['who stands first gets what there is', at('A', 12, ['W1', 10], ['W2', 10], ['W3', 1]), ['W2 8', 'W3 1']],
  ['orders wait for all that it brings', at('A', 0, ['W1', 0]), []],
  ['each place for itself', [...at('A', 1, ['W1', 2]), ...at('B', 9, ['W2', 9])], ['W1 1']],
])('%s', (_, fills, expected) => {
  expect(lackingFills(fills).map(({ work, lackingBase }) => `${work} ${lackingBase}`)).toEqual(expected);
});
