import { machine } from '../kernel/machine.ts';

/**
 * The life of a count. A difference is counted again first (`recount`), then a person looks at it (`review`), who accepts
 * it, rejects it or has it counted once more. `posted`: the books say what was counted.
 */
export const countMachine = machine({
  name: 'count',
  start: 'open',
  states: {
    open: ['recount', 'review', 'posted'],
    recount: ['recount', 'review', 'posted'],
    review: ['recount', 'posted', 'rejected'],
    posted: [],
    rejected: [],
  },
  final: ['posted', 'rejected'],
});

export type CountStatus = keyof typeof countMachine.states;
