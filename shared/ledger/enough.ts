import { byPercent } from '#shared/kernel/quantity.ts';

/** A line is done at its ordered quantity less what may be missing, never rounded in its favour. */
export function isEnough(line: {
  readonly orderedBase: number;
  readonly underPercent: number;
  readonly receivedBase: number;
}): boolean {
  return line.receivedBase >= -byPercent(-line.orderedBase, -line.underPercent);
}
