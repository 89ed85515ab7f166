import type { Scan, ScanKind } from '#shared/scan/scan.ts';
import type { Position } from '../store/task.ts';
import type { TextKey, Words } from '../ui/words.ts';
import { words } from '../ui/words.ts';
import type { AnyFlow, Option, Prompt, World } from './flow.ts';
import { acceptedKinds, stepOf } from './run.ts';

/** Everything the one screen needs to draw a step: plain data. */
export interface FlowView {
  readonly flow: string;
  readonly title: TextKey;
  readonly step: string;
  readonly prompt: Prompt;
  readonly entry: EntryView | null;
  readonly options: readonly Option[];
  readonly actions: readonly ActionView[];
  readonly accepts: readonly ScanKind[];
  /** The code that must come once more to confirm. */
  readonly held: string | null;
  readonly canGoBack: boolean;
  readonly takesPhotos: boolean;
  /** Was scanned, and nothing has it: it can be set aside. Left out for none. */
  readonly unknownCode?: string;
}

export type EntryView =
  | {
      readonly kind: 'number';
      readonly units: readonly string[];
      /** Those of them of which there are only whole ones. */
      readonly whole: readonly string[];
      readonly suggested: number | null;
    }
  | { readonly kind: 'text'; readonly label: TextKey; readonly maxLength: number }
  | { readonly kind: 'date'; readonly label: TextKey };

export interface ActionView {
  readonly name: string;
  readonly label: TextKey;
  readonly emphasis: 'primary' | 'plain';
}

export function viewOf(flow: AnyFlow, position: Position, world: World): FlowView {
  const step = stepOf(flow, position);
  const state = position.state as never;
  const isAsking = position.asking.length > 0;
  return {
    flow: flow.id,
    title: flow.title,
    step: position.step,
    prompt: isAsking
      ? { ask: words('flow.whichOne', { text: position.asking[0]?.text ?? '' }) }
      : step.prompt(state, world),
    entry: isAsking ? null : entryOf(flow, position, world),
    options: isAsking ? position.asking.map(meaningOption) : (step.choose?.options(state, world) ?? []),
    actions: isAsking
      ? []
      : Object.entries(step.actions ?? {})
          .filter(([, action]) => action.when?.(state, world) ?? true)
          .map(([name, { label, emphasis = 'plain' }]) => ({ name, label, emphasis })),
    accepts: acceptedKinds(step),
    held: position.held,
    canGoBack: position.trail.length > 0 || isAsking,
    takesPhotos: !isAsking && step.photo !== undefined,
  };
}

function entryOf(flow: AnyFlow, position: Position, world: World): EntryView | null {
  const { enter } = stepOf(flow, position);
  const state = position.state as never;
  if (!enter) return null;
  if (enter.kind !== 'number') {
    const { label } = enter;
    return enter.kind === 'text' ? { kind: 'text', label, maxLength: enter.maxLength } : { kind: 'date', label };
  }
  const suggested = enter.suggested?.(state, world) ?? null;
  return { kind: 'number', units: enter.units(state, world), whole: enter.whole(state, world), suggested };
}

/** One of the things a code may mean. */
function meaningOption(scan: Scan, index: number): Option {
  return { key: String(index), title: meaning(scan), detail: words(`kind.${scan.kind}` satisfies TextKey) };
}

function meaning(scan: Scan): Words {
  switch (scan.kind) {
    case 'item':
      return scan.unit === undefined ? scan.item : `${scan.item} · ${scan.quantity ?? 1} ${scan.unit}`;
    case 'location':
      return scan.location;
    case 'licensePlate':
      return scan.licensePlate;
    case 'document':
      return scan.document;
    default:
      return scan.text;
  }
}
