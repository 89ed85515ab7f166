import { describe, expect, test } from 'vitest';
import { catalogue } from '#shared/command/catalogue.ts';
import { isPermitted, permitsOf, roles } from '#shared/command/roles.ts';
import { handlers } from '../../api/handlers.ts';

const named = ({ type, version }: { readonly type: string; readonly version: number }) => `${type}@${version}`;
/** What only the server itself does: no person sends it. */
const ofServer = [
  'integration.process_message@1',
  'documents.finalise@1',
  'waves.fill@1',
  'waves.undo_part@1',
  'waves.set_expected@1',
  'waves.end_wait@1',
  'replenishment.aim_anew@1',
  'replenishment.end_waiting@1',
  'replenishment.fill_face@1',
  'replenishment.serve_need@1',
  'replenishment.turn_back@1',
];

describe('the catalogue of commands', () => {
  test('names every operation that the server carries out, and no other', () => {
    const carriedOut = handlers.map(({ operation }) => named(operation)).filter((name) => !ofServer.includes(name));
    expect(catalogue.map(named).sort()).toEqual(carriedOut.sort());
  });

  test('has each name once', () => {
    expect(new Set(catalogue.map(named)).size).toBe(catalogue.length);
  });

  test.each(catalogue.map(({ type }) => type))('somebody may do %s', (type) => {
    expect(roles.some((role) => isPermitted(permitsOf(role), type))).toBe(true);
  });
});

describe('what roles may do', () => {
  test.each([
    ['worker', 'receiving.register', true],
    ['worker', 'putaway.put', true],
    ['worker', 'receiving.set_over_delivery', false],
    ['worker', 'exceptions.resolve', false],
    ['worker', 'integration.read', false],
    ['lead', 'receiving.register', true],
    ['lead', 'exceptions.resolve', false],
    ['supervisor', 'exceptions.resolve', true],
    ['supervisor', 'receiving.set_over_delivery', true],
    ['integrator', 'integration.read', true],
    ['integrator', 'receiving.register', false],
    ['administrator', 'anything.at_all', true],
  ] as const)('%s, %s: %s', (role, operation, outcome) => {
    expect(isPermitted(permitsOf(role), operation)).toBe(outcome);
  });
});
