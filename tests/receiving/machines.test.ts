import { expect, test } from 'vitest';
import { faultsOf } from '#shared/kernel/machine.ts';
import { workMachine } from '#shared/ledger/work.machine.ts';
import { inboundLoadMachine, registrationMachine } from '#shared/receiving/inbound-load.machine.ts';

test.each([inboundLoadMachine, registrationMachine, workMachine])('the table of $name is sound', (table) => {
  expect(faultsOf(table)).toEqual([]);
});
