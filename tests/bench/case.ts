import type { Row } from './report.ts';

/** What a case gets to work with. */
export interface BenchContext {
  /** A folder of its own on a real disk, removed at the end. */
  readonly folder: string;
  readonly rounds: number;
  readonly roundMs: number;
  readonly quick: boolean;
  readonly profileFolder: string | undefined;
  readonly say: (text: string) => void;
}

export interface BenchCase {
  readonly name: string;
  readonly run: (context: BenchContext) => Promise<Row[]>;
}
