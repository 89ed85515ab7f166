import type { Row } from './report.ts';

/** What a case gets to work with. */
export interface BenchContext {
  /** A folder of its own on a real disk, removed at the end. */
  readonly folder: string;
  readonly rounds: number;
  readonly roundMs: number;
  readonly quick: boolean;
  /** How many entries a ledger with a long past has, and the database that has it: made where it is not there. */
  readonly entries: number;
  readonly ledgerFile: string;
  readonly profileFolder: string | undefined;
  readonly say: (text: string) => void;
}

export interface BenchCase {
  readonly name: string;
  readonly run: (context: BenchContext) => Promise<Row[]>;
}
