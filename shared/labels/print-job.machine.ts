import { machine } from '../kernel/machine.ts';

/**
 * The life of a print job. `waiting`: for its turn, or for a printer that is off. `sending`: its bytes are on their way; who
 * finds it so after a crash cannot know what was printed, so it waits again, as a copy. `failed`: it can never be printed.
 * `expired`: nobody wants a label a day later.
 */
export const printJobMachine = machine({
  name: 'print job',
  start: 'waiting',
  states: {
    waiting: ['sending', 'printed', 'failed', 'cancelled', 'expired'],
    sending: ['printed', 'waiting'],
    printed: [],
    failed: [],
    cancelled: [],
    expired: [],
  },
  final: ['printed', 'failed', 'cancelled', 'expired'],
});

export type PrintJobStatus = keyof typeof printJobMachine.states;
export const printJobStatuses = Object.keys(printJobMachine.states) as PrintJobStatus[];
