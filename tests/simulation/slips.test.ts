import { expect, test } from 'vitest';
import type { Picked } from './checks/picks.ts';
import { checkSlips } from './checks/slips.ts';
import type { DocumentRow } from './outside/books.ts';
import type { DeltaRow } from './outside/sim-planner.ts';

const kind = { item: 'I001', lot: null, serial: null };

function slip(documentNumber: string, detail: string, shipment = 'SH-1', shippedQuantity = 2): DocumentRow {
  const details = [{ ...kind, id: detail, licensePlate: null, owner: 'DEMO', quantity: 2 }];
  const line = { item: 'I001', unit: 'pcs', orderNumber: 'CO-1', lineNumber: 1, shippedQuantity, details };
  return {
    ...{ position: 1, documentNumber, version: 1, active: true, supersedes: null, postingStatus: 'ready' },
    ...{ warehouse: 'EAST', quantityChannel: true, acknowledgement: null, shipment, lines: [line] },
  };
}

const left = (quantity: number): DeltaRow => ({
  ...{ position: 1, at: '', warehouse: 'EAST', inventoryStatus: 'available', owner: 'DEMO', location: 'STAGE-01' },
  ...{ ...kind, licensePlate: null, quantity: -quantity, onHandAfter: 0, reason: 'ship', commandId: 'c' },
  ...{ transactionId: 't', coveredBy: null },
});

const picked: Picked = { ...kind, order: 'DEMO:CO-1', line: 1, steps: 2000 };

test.each([
  ['what was picked and left once', [slip('PS-1', 'a')], [left(2)], [picked], []],
  ['what was not picked', [slip('PS-1', 'a')], [left(2)], [], [/2 were shipped, 0 picked/]],
  ['what was picked for another line', [slip('PS-1', 'a')], [left(2)], [{ ...picked, line: 2 }], [/0 picked/]],
  ['what did not leave', [slip('PS-1', 'a')], [], [picked], [/0 of I001 {3}have left, the slips in force say 2/]],
  ['what left untold', [], [left(2)], [picked], [/2 of I001 {3}have left, the slips in force say 0/]],
  ['a sum that is wrong', [slip('PS-1', 'a', 'SH-1', 3)], [left(2)], [picked], [/2 of I001 in detail, 3 in all/]],
  [
    'the same goods on two slips',
    [slip('PS-1', 'a'), slip('PS-2', 'a', 'SH-2')],
    [left(4)],
    [picked, picked],
    [/was shipped on two slips: a/],
  ],
  [
    'two slips of one shipment',
    [slip('PS-1', 'a'), slip('PS-2', 'b')],
    [left(4)],
    [picked, picked],
    [/two slips in force: SH-1/],
  ],
] as const)('the judge sees in packing slips: %s', (_, slips, deltas, picks, said) => {
  const found = checkSlips({ sourceSystem: 'DEMO', slips }, [], deltas, picks);
  expect(found).toHaveLength(said.length);
  for (const [index, text] of said.entries()) expect(found[index]).toMatch(text);
});
