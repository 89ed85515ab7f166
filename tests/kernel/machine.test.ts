import { describe, expect, test } from 'vitest';
import { faultsOf, machine, mayFollow } from '#shared/kernel/machine.ts';

const sound = machine({
  name: 'door',
  start: 'open',
  states: { open: ['closed'], closed: ['open', 'locked'], locked: [] },
  final: ['locked'],
});

describe('a state machine as a table', () => {
  test('a sound table has no faults', () => {
    expect(faultsOf(sound)).toEqual([]);
  });

  test.each([
    [
      'an unknown target',
      { ...sound, states: { ...sound.states, open: ['ajar'] } },
      'door: open leads to the unknown state ajar',
    ],
    [
      'a state nothing leads to',
      { ...sound, states: { ...sound.states, lost: ['open'] } },
      'door: lost cannot be reached from open',
    ],
    ['a dead end that is not final', { ...sound, final: [] }, 'door: locked ends but is not declared final'],
  ])('%s is found', (_, table, fault) => {
    expect(faultsOf(table)).toContain(fault);
  });

  test.each([
    ['open', 'closed', true],
    ['open', 'locked', false],
    ['locked', 'open', false],
  ] as const)('%s to %s: %s', (from, to, outcome) => {
    expect(mayFollow(sound, from, to)).toBe(outcome);
  });
});
