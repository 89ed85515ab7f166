import type { ThingRef } from '../store/effects.ts';
import type { Position } from '../store/task.ts';
import type { Input } from './flow.ts';
import { refOf } from './resolve.ts';
import type { worldOf } from './world.ts';

/** What a worker gave a step, and what has to be known for it. */
export interface Read {
  readonly input: Input;
  /** What the step is asked its needs for: of a choice between meanings of a code, the scan that was meant. */
  readonly meant: Input;
  readonly needs: Parameters<typeof worldOf>[2];
  readonly found: Parameters<typeof worldOf>[3];
  readonly text: string;
}

/** The button that takes the plate which was scanned before its goods: as if it was scanned now. */
export const takePlate = 'plate';

/** What was pressed or typed; a choice between meanings of a code needs the thing that was meant. */
export function readInput(position: Position | null, input: Exclude<Input, { kind: 'scan' }>): Read {
  const plate = input.kind === 'action' && input.name === takePlate ? position?.plate : undefined;
  if (plate) {
    const scanned: Input = { kind: 'scan', scan: plate };
    return { input: scanned, meant: scanned, needs: keptNeeded(position), found: [], text: plate.text };
  }
  const asked = input.kind === 'choice' ? position?.asking[Number(input.key)] : undefined;
  const ref = asked && refOf(asked);
  const meant: Input = asked ? { kind: 'scan', scan: asked } : input;
  const needs = [...(ref ? [ref] : []), ...keptNeeded(position)];
  return { input, meant, needs, found: [], text: textOf(input, asked?.text) };
}

/** What was scanned before and counts now: the place whose check digits are asked for, the plate that the goods go onto. */
export function keptNeeded(position: Position | null): ThingRef[] {
  const { place, plate } = position ?? {};
  return [
    ...(place ? [{ kind: 'location' as const, key: place.location }] : []),
    ...(plate ? [{ kind: 'licensePlate' as const, key: plate.licensePlate }] : []),
  ];
}

function textOf(input: Exclude<Input, { kind: 'scan' }>, asked: string | undefined): string {
  switch (input.kind) {
    case 'number':
      return `${input.quantity} ${input.unit}`;
    case 'text':
      return input.text;
    case 'date':
      return input.date;
    case 'choice':
      return asked ?? input.key;
    case 'photo':
    case 'action':
    case 'back':
      return '';
  }
}
