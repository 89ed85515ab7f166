import type { Scan, ScanKind } from '#shared/scan/scan.ts';
import type { Position } from '../store/task.ts';
import { grouped } from '../ui/grouped.ts';
import { type TextKey, type WordParams, type Words, withAmount, words } from '../ui/words.ts';
import type { AnyFlow, Option, Prompt, World } from './flow.ts';
import { acceptedKinds, stepOf } from './flow-position.ts';
import { takePlate } from './read-input.ts';
import { factsIn, understoodIn } from './scan-set.ts';

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
  /** What labels told of goods that are still to be scanned, in words; left out for nothing. */
  readonly understood?: readonly Words[];
  /** How many the next scan of an item stands for; left out for one. */
  readonly times?: number;
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
  readonly params?: WordParams;
  readonly emphasis: 'primary' | 'plain';
}

export function viewOf(flow: AnyFlow, position: Position, world: World): FlowView {
  const step = stepOf(flow, position);
  const state = position.state as never;
  const isAsking = position.asking.length > 0;
  // Where the plate can be taken, its button says which one.
  const understood = stepOf(flow, position).offersPlate ? [] : understoodIn(position);
  return {
    flow: flow.id,
    title: flow.title,
    step: position.step,
    prompt: promptOf(position, () => step.prompt(state, world)),
    entry: isAsking ? null : entryOf(flow, position, world),
    options: isAsking ? meaningOptions(position.asking) : (step.choose?.options(state, world) ?? []),
    actions: isAsking ? [] : actionsOf(flow, position, world),
    accepts: acceptedKinds(step),
    held: position.held,
    canGoBack: position.trail.length > 0 || isAsking,
    takesPhotos: !isAsking && step.photo !== undefined,
    ...(understood.length > 0 && { understood }),
    ...(position.times !== undefined && { times: position.times }),
  };
}

/** The buttons of a step; where a plate waits for being asked for, taking it is the one that is meant. */
function actionsOf(flow: AnyFlow, position: Position, world: World): ActionView[] {
  const { actions = {}, offersPlate } = stepOf(flow, position);
  const offered = offersPlate ? position.plate : undefined;
  const own = Object.entries(actions)
    .filter(([, action]) => action.when?.(position.state as never, world) ?? true)
    .map(([name, { label, emphasis = 'plain' }]) => ({
      name,
      label,
      emphasis: offered ? ('plain' as const) : emphasis,
    }));
  if (offered === undefined) return own;
  const params = { licensePlate: grouped(offered.licensePlate) };
  return [{ name: takePlate, label: 'set.ontoPlate', params, emphasis: 'primary' }, ...own];
}

function promptOf({ asking, place }: Position, ofStep: () => Prompt): Prompt {
  const [first] = asking;
  if (first) {
    const isAtOdds = asking.every(
      (one) => one.text === first.text && one.kind === first.kind && factsIn(one).length > 0,
    );
    return { ask: isAtOdds ? words('set.whichLabel') : words('flow.whichOne', { text: first.text }) };
  }
  const { location } = place ?? {};
  return location === undefined ? ofStep() : { ask: words('flow.nowDigits', { location }), large: location };
}

function entryOf(flow: AnyFlow, position: Position, world: World): EntryView | null {
  if (position.place) return { kind: 'text', label: 'putAway.checkDigits', maxLength: 32 };
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

/** The things that a code may mean, each told from the others: by what the labels say, by whose item it is, by its kind. */
function meaningOptions(asking: readonly Scan[]): Option[] {
  const isOfSeveral = new Set(asking.map(sourceOf)).size > 1;
  return asking.map((scan, index) => {
    const facts = factsIn(scan);
    const source = isOfSeveral ? sourceOf(scan) : undefined;
    return {
      key: String(index),
      title: scan.kind === 'details' ? words('flow.facts', { facts }) : meaning(scan),
      detail:
        facts.length > 0 && scan.kind === 'item'
          ? words('flow.facts', { facts })
          : words(`kind.${scan.kind}` satisfies TextKey),
      ...(source !== undefined && { value: source }),
    };
  });
}

function sourceOf(scan: Scan): string | undefined {
  return scan.kind === 'item' || scan.kind === 'document' ? scan.sourceSystem : undefined;
}

function meaning(scan: Scan): Words {
  switch (scan.kind) {
    case 'item':
      return scan.unit === undefined ? scan.item : withAmount(scan.item, scan.quantity ?? 1, scan.unit);
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
