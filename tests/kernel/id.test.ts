import { describe, expect, test } from 'vitest';
import { isUuid, uuidV7 } from '#shared/kernel/id.ts';

describe('ids made by devices', () => {
  test('carry the time in front, so that they sort by it', () => {
    const random = new Uint8Array(10).fill(255);
    expect(uuidV7(0x0198f6c2aabb, random)).toBe('0198f6c2-aabb-7fff-bfff-ffffffffffff');
    expect(uuidV7(1, random) < uuidV7(2, random)).toBe(true);
  });

  test.each([
    ['0198f6c2-aabb-7fff-bfff-ffffffffffff', true],
    ['0198F6C2-AABB-7FFF-BFFF-FFFFFFFFFFFF', false],
    ['not an id', false],
    ['0198f6c2-aabb-7fff-0fff-ffffffffffff', false],
  ])('%s is one: %s', (text, outcome) => {
    expect(isUuid(text)).toBe(outcome);
  });
});
