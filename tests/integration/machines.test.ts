import { expect, test } from 'vitest';
import { messageMachine, messageStatuses } from '#shared/integration/message.machine.ts';
import { faultsOf, mayFollow } from '#shared/kernel/machine.ts';
import { inboundLineMachine, inboundOrderMachine } from '#shared/orders/inbound-order.machine.ts';

test.each([[messageMachine], [inboundOrderMachine], [inboundLineMachine]])(
  'the machine of a $name is sound',
  (table) => {
    expect(faultsOf(table)).toEqual([]);
  },
);

/** As the contract writes it down. */
const allowed: Record<string, string> = {
  draft: 'received',
  received: 'accepted failed parked superseded cancelled',
  parked: 'received superseded cancelled',
  failed: 'received superseded cancelled',
  accepted: '',
  superseded: '',
  cancelled: '',
};

test.each(Object.entries(allowed))('a message that is %s may become: %s', (from, targets) => {
  const reachable = messageStatuses.filter((to) => mayFollow(messageMachine, from as keyof typeof allowed & never, to));
  expect(reachable.sort()).toEqual(targets.split(' ').filter(Boolean).sort());
});
