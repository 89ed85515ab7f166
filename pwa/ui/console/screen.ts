import type { JSX } from 'preact';
import type { Address } from './address.ts';
import type { ConsoleKey } from './words.ts';

/** What a screen is drawn with: the parameters of its path and the whole address. */
export interface ScreenProps {
  readonly params: Readonly<Record<string, string>>;
  readonly address: Address;
}

interface Count {
  readonly count: number;
}

/** What the board counts, as far as tabs show it. */
export interface Counts {
  readonly messages: { readonly failed: Count; readonly parked: Count };
  readonly decisions: { readonly held: Count; readonly approvals: Count; readonly discrepancies: Count };
  readonly documents: { readonly rejected: Count };
}

/** A screen of the console: where it is found, who may see it, and its tab if it has one. */
export interface ConsoleScreen {
  /** Below `/console`, with `:name` for parameters. */
  readonly path: string;
  readonly permit: string;
  /** Where it belongs that has no tab of its own and is not found below one: the path of a screen with a tab. */
  readonly under?: string;
  readonly tab?: {
    readonly name: ConsoleKey;
    /** How many things wait there, told by the board. */
    readonly waiting?: (board: Counts) => number;
  };
  readonly Screen: (props: ScreenProps) => JSX.Element;
}
