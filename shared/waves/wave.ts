import { machine } from '#shared/kernel/machine.ts';
import type { WorkResult } from '#shared/ledger/work-result.ts';

/**
 * The life of a wave. `created`: orders are gathered, nothing is promised yet. `processing`: goods are looked for, part
 * by part. `held`: shipments and work are made and the floor does not see them. `released`: it does.
 */
export const waveMachine = machine({
  name: 'wave',
  start: 'created',
  states: {
    created: ['processing', 'held', 'released', 'cancelled'],
    processing: ['held', 'released', 'cancelled'],
    held: ['released', 'cancelled'],
    released: ['held', 'cancelled'],
    cancelled: [],
  },
  final: ['cancelled'],
});

export type WaveStatus = keyof typeof waveMachine.states;

export interface WaveState {
  readonly wave: string;
  readonly status: WaveStatus;
  readonly warehouse: string;
}

/** What a wave keeps of being filled part by part. */
export interface WaveProgress {
  readonly done: number;
  readonly of: number;
  /** Whether the floor sees work as soon as it is made. */
  readonly target: 'held' | 'released';
  /** Loads that were made for it, by source system and carrier. */
  readonly loads: Readonly<Record<string, string>>;
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
  /** The wave is large and is filled part by part; how far it is, its own reading tells. */
  readonly inProgress?: true;
}

/** What is answered of a wave of which nothing is told yet. */
export function nothingOf(wave: string): WavesResult {
  return { wave, work: [], shortages: [], shipments: [] };
}

/** What is answered where a wave is filled part by part from now on. */
export function inProgress(wave: string): WavesResult {
  return { ...nothingOf(wave), inProgress: true };
}
