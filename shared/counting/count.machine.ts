import { machine } from '../kernel/machine.ts';

/**
 * The life of a count. A difference is counted again first (`recount`), then a person looks at it (`review`), who accepts
 * it, rejects it or has it counted once more. `posted`: the books say what was counted. `covered`: all of the place was
 * counted meanwhile, and so were these goods. `withdrawn`: nobody has to count it any more.
 */
export const countMachine = machine({
  name: 'count',
  start: 'open',
  states: {
    open: ['recount', 'review', 'posted', 'covered', 'withdrawn'],
    recount: ['recount', 'review', 'posted', 'covered', 'withdrawn'],
    review: ['recount', 'posted', 'rejected'],
    posted: [],
    rejected: [],
    covered: [],
    withdrawn: [],
  },
  final: ['posted', 'rejected', 'covered', 'withdrawn'],
});

export type CountStatus = keyof typeof countMachine.states;
