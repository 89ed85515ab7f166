import { machine } from '#shared/kernel/machine.ts';
import type { WorkResult } from '#shared/ledger/work-result.ts';

/**
 * The life of a wave. `created`: orders are gathered, nothing is promised yet. `processing`: goods are looked for, order
 * by order. `held`: shipments and work are made and the floor does not see them. `released`: it does.
 */
export const waveMachine = machine({
  name: 'wave',
  start: 'created',
  states: {
    created: ['processing', 'held', 'released', 'cancelled'],
    processing: ['held', 'released', 'cancelled'],
    held: ['released', 'cancelled'],
    released: ['completed', 'cancelled'],
    completed: [],
    cancelled: [],
  },
  final: ['completed', 'cancelled'],
});

export type WaveStatus = keyof typeof waveMachine.states;

export interface WaveState {
  readonly wave: string;
  readonly status: WaveStatus;
  readonly warehouse: string;
}

export interface WavesResult {
  readonly wave: string;
  readonly work: readonly WorkResult[];
  readonly shortages: readonly {
    readonly order: string;
    readonly line: number;
    readonly quantity: number;
    readonly reason: string;
  }[];
  readonly shipments: readonly {
    readonly shipment: string;
    readonly load: string;
    readonly orders: readonly string[];
  }[];
}
