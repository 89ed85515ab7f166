import { describe, expect, test } from 'vitest';
import { changesBetween, rebased, valueAt, withValue } from '../../pwa/ui/console/changes.ts';

describe('what differs between two states of a thing', () => {
  test.each<[before: unknown, after: unknown, told: string]>([
    [{ a: 1 }, { a: 1 }, ''],
    [{ a: 1 }, { a: 2 }, '/a 1→2'],
    [{ a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, '/a/c 2→3'],
    [{ list: [1, 2] }, { list: [2, 1] }, '/list [1,2]→[2,1]'],
    [{ roles: { EAST: 'lead' } }, { roles: {} }, '/roles/EAST "lead"→undefined'],
    [{ roles: {} }, { roles: { 'a/b': 'lead' } }, '/roles/a~1b undefined→"lead"'],
    [{ limit: null }, { limit: 5 }, '/limit null→5'],
    [null, { a: 1 }, ' null→{"a":1}'],
  ])('%j and %j: %s', (before, after, told) => {
    const changes = changesBetween(before, after).map(
      (change) => `${change.pointer} ${JSON.stringify(change.before)}→${JSON.stringify(change.after)}`,
    );
    expect(changes.join(' ')).toBe(told);
  });
});

test('a member is read and written by its pointer, and nothing else is touched', () => {
  const thing = { name: 'x', roles: { EAST: 'lead' } };
  expect(valueAt(thing, '/roles/EAST')).toBe('lead');
  expect(valueAt(thing, '/roles/WEST/deeper')).toBeUndefined();
  expect(withValue(thing, '/roles/a~1b', 'worker')).toEqual({ name: 'x', roles: { EAST: 'lead', 'a/b': 'worker' } });
  expect(withValue(thing, '/roles/EAST', undefined)).toEqual({ name: 'x', roles: {} });
  expect(thing).toEqual({ name: 'x', roles: { EAST: 'lead' } });
});

test('of two who change a thing at once, the second one’s changes stand on top of the first one’s', () => {
  const base = { name: 'Demo', frozenDays: 0, channel: { inbound: 'documents', outbound: 'documents' } };
  const mine = { ...base, frozenDays: 7, channel: { ...base.channel, inbound: 'update-log' } };
  const theirs = { ...base, frozenDays: 3, name: 'ERP', channel: { ...base.channel, outbound: 'update-log' } };
  expect(rebased(base, mine, theirs)).toEqual({
    ...{ name: 'ERP', frozenDays: 7 },
    channel: { inbound: 'update-log', outbound: 'update-log' },
  });
});
