import type { overrideReasons } from '#shared/ledger/reason-code.ts';
import type { Option } from '../engine/flow.ts';
import { type TextKey, words } from './words.ts';

/** Reasons to choose from, each in the reader's words. */
export function reasonOptions(reasons: readonly (typeof overrideReasons)[number][]): Option[] {
  return reasons.map((reason) => ({ key: reason, title: words(`reason.${reason}` satisfies TextKey) }));
}
