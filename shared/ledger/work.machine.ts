import { machine } from '../kernel/machine.ts';

/** The life of work on the floor. `cancelled`: there is nothing left to do, since the goods are gone. */
export const workMachine = machine({
  name: 'work',
  start: 'open',
  states: { open: ['closed', 'cancelled'], closed: [], cancelled: [] },
  final: ['closed', 'cancelled'],
});

export type WorkStatus = keyof typeof workMachine.states;
