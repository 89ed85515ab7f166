import { invariant } from '#shared/kernel/invariant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { AmbiguousScan, CommandScan, Scan, ScanKind } from '#shared/scan/scan.ts';
import type { Tone } from '../store/log.ts';
import type { Position } from '../store/task.ts';
import { type KeyedWords, type TextKey, type Words, words } from '../ui/words.ts';
import type { AnyFlow, AnyStep, Go, Input, Online, Submit, Verdict, World } from './flow.ts';

/** What one input led to: where the worker is now, what is said, and the command to queue, if any. */
export interface Turn {
  /** Null: the task is finished. */
  readonly position: Position | null;
  readonly tone: Tone;
  /** Null: the next prompt says enough. */
  readonly said: Words | null;
  readonly command: Omit<Submit<unknown>, 'verdict' | 'then'> | null;
  /** The command ends what was begun: the flow is at its beginning again. */
  readonly isDone: boolean;
  /** What the server is asked to do at once, if anything; where the worker is depends on its answer. */
  readonly request: Omit<Online<Turn>, 'verdict'> | null;
}

type AnyVerdict = Verdict<Record<string, object>>;
type Answer = (state: never, value: never, world: World) => AnyVerdict;

/** Where a flow begins. */
export function startOf(flow: AnyFlow): Position {
  const { step, state } = flow.start() as unknown as { step: string; state: object };
  return { flow: flow.id, revision: flow.revision, step, state, held: null, asking: [], trail: [] };
}

/** Whether a stored position can be gone on with in this version of the flow. */
export function canResume(flow: AnyFlow, position: Position): boolean {
  return flow.revision === position.revision && Object.hasOwn(flow.steps, position.step);
}

export function stepOf(flow: AnyFlow, position: Position): AnyStep {
  const step = flow.steps[position.step];
  invariant(step, `${flow.id} has the step ${position.step}`);
  return step;
}

/** The kinds of scan that a step knows what to do with. */
export function acceptedKinds(step: AnyStep): ScanKind[] {
  return Object.keys(step.scan ?? {}) as ScanKind[];
}

/** One step of a flow: pure. The same position, input and world give the same turn. */
export function run(flow: AnyFlow, position: Position, input: Input, world: World): Turn {
  const here = { flow, position, step: stepOf(flow, position), world };
  switch (input.kind) {
    case 'scan':
      return input.scan.kind === 'ambiguous' ? askWhich(position, input.scan) : takeScan(here, input.scan);
    case 'choice':
      return takeChoice(here, input.key);
    case 'action':
      return takeAction(here, input.name);
    case 'photo':
      return takePhoto(here, input.photo);
    case 'back':
      return goBack(position);
    case 'number':
      return takeEntry(here, 'number', { quantity: input.quantity, unit: input.unit });
    case 'text':
      return takeEntry(here, 'text', input.text);
    case 'date':
      return takeEntry(here, 'date', input.date);
  }
}

interface Here {
  readonly flow: AnyFlow;
  readonly position: Position;
  readonly step: AnyStep;
  readonly world: World;
}

function askWhich(position: Position, scan: AmbiguousScan): Turn {
  const asking = scan.choices;
  return turn({ ...position, held: null, asking }, 'ask', words('flow.whichOne', { text: scan.text }));
}

function takeScan(here: Here, scan: Scan): Turn {
  const { position, step } = here;
  if (scan.kind === 'command') return takeCommand(here, scan);
  const answer = step.scan?.[scan.kind] as Answer | undefined;
  if (answer) {
    const counted = placeCounted(here, scan);
    if (counted !== null) return stay(position, words('counting.blind', { location: counted }));
    const isConfirmed = position.held !== null && position.held === scan.text;
    const world = { ...here.world, isConfirmed };
    return follow(here, answer(position.state as never, scan as never, world), scan.text);
  }
  const typed = asTyped(step, { kind: 'scan', scan });
  if (typed.kind === 'text') return takeEntry(here, 'text', typed.text);
  return stay(position, wrongScan(step, scan));
}

/** Where a plate stands whose goods are not told of, because whoever scans it is counting them; null for any other. */
function placeCounted({ flow, world }: Here, scan: Scan): string | null {
  if (flow.isBlind || scan.kind !== 'licensePlate') return null;
  const plate = world.thing('licensePlate', scan.licensePlate);
  return plate?.withheld ? plate.location : null;
}

/** Where a text is asked for, the scanner is another way to type what means nothing else there. */
export function asTyped(step: AnyStep, input: Input): Input {
  if (input.kind !== 'scan' || input.scan.kind !== 'unknown' || input.scan.refused) return input;
  const isTyped = step.scan?.unknown === undefined && step.enter?.kind === 'text';
  return isTyped ? { kind: 'text', text: input.scan.text } : input;
}

/** What was scanned and what is expected, so that the worker sees which of the two labels was meant. */
function wrongScan(step: AnyStep, scan: Scan): KeyedWords {
  if (scan.kind === 'unknown') return words(scan.code, scan.params);
  const kinds = acceptedKinds(step).filter((kind) => kind !== 'unknown' && kind !== 'details');
  if (kinds.length === 0) return words('flow.noScanNow', { was: kindWords(scan.kind), text: scan.text });
  return words('flow.wrongKind', { was: kindWords(scan.kind), text: scan.text, expected: kinds.map(kindWords) });
}

function kindWords(kind: ScanKind): KeyedWords {
  return words(`kind.${kind}` satisfies TextKey);
}

/** A command barcode: back and cancel work everywhere, the others press the button of that name. */
function takeCommand(here: Here, { command, text }: CommandScan): Turn {
  if (command === 'back') return goBack(here.position);
  if (command === 'cancel') return finished();
  if (isOffered(here, command)) return takeAction(here, command);
  return stay(here.position, words('flow.commandNotHere', { text }));
}

function isOffered({ step, position, world }: Here, name: string): boolean {
  const action = step.actions?.[name];
  return action !== undefined && (action.when?.(position.state as never, world) ?? true);
}

function takeAction(here: Here, name: string): Turn {
  const action = here.step.actions?.[name];
  if (!action || !isOffered(here, name)) return stay(here.position, words('flow.commandNotHere', { text: name }));
  return follow(here, action.run(here.position.state as never, here.world), null);
}

function takeChoice(here: Here, key: string): Turn {
  const { position, step, world } = here;
  const asked = position.asking[Number(key)];
  if (asked) return takeScan({ ...here, position: { ...position, asking: [] } }, asked);
  if (!step.choose) return stay(position, words('flow.notOffered'));
  return follow(here, step.choose.pick(position.state as never, key, world) as AnyVerdict, null);
}

function takeEntry(here: Here, kind: 'number' | 'text' | 'date', value: unknown): Turn {
  const { enter } = here.step;
  if (enter?.kind !== kind) return stay(here.position, words('flow.notOffered'));
  const answer = enter.run as Answer;
  return follow(here, answer(here.position.state as never, value as never, here.world), null);
}

function takePhoto(here: Here, photo: string): Turn {
  const { step, position, world } = here;
  if (!step.photo) return stay(position, words('flow.notOffered'));
  return follow(here, step.photo(position.state as never, photo, world) as AnyVerdict, null);
}

function goBack(position: Position): Turn {
  if (position.asking.length > 0) return turn({ ...position, asking: [] }, 'ask', words('flow.wentBack'));
  const before = position.trail.at(-1);
  if (!before) return stay(position, words('flow.noWayBack'));
  const trail = position.trail.slice(0, -1);
  return turn({ ...position, ...before, held: null, asking: [], trail }, 'ask', words('flow.wentBack'));
}

/** Carries a verdict out. `code` is the scan that led to it. */
function follow({ flow, position }: Here, verdict: AnyVerdict, code: string | null): Turn {
  switch (verdict.verdict) {
    case 'go':
      return turn(moved(flow, position, verdict, remember(position)), 'good', verdict.told ?? code);
    case 'say':
      return stay(position, verdict.words);
    case 'again':
      return turn({ ...position, held: code, asking: [] }, 'ask', verdict.words);
    case 'submit': {
      const { type, version, body, told, takesPlate, before } = verdict;
      const next = moved(flow, position, verdict.then, []);
      const isDone = next.step === startOf(flow).step;
      return { ...turn(next, 'good', told), isDone, command: { type, version, body, told, takesPlate, before } };
    }
    case 'online': {
      const { next, refused, ...asked } = verdict;
      const request = {
        ...asked,
        next: (result: unknown) => arrived(flow, position, next(result)),
        refused: (problem: Problem) => {
          const to = refused?.(problem);
          return to ? arrived(flow, position, to) : null;
        },
      };
      return { ...turn(position, 'ask', null), request };
    }
  }
}

function arrived(flow: AnyFlow, position: Position, to: Go<Record<string, object>>): Turn {
  return turn(moved(flow, position, to, []), 'good', to.told);
}

function moved(flow: AnyFlow, position: Position, to: Go<Record<string, object>>, trail: Position['trail']): Position {
  invariant(Object.hasOwn(flow.steps, to.step), `${flow.id} has the step ${to.step}`);
  return { ...position, step: to.step, state: to.state, held: null, asking: [], trail };
}

const trailLimit = 20;

function remember({ trail, step, state }: Position): Position['trail'] {
  return [...trail, { step, state }].slice(-trailLimit);
}

function stay(position: Position, said: KeyedWords): Turn {
  return turn({ ...position, held: null, asking: [] }, 'bad', said);
}

function finished(): Turn {
  return turn(null, 'ask', words('flow.left'));
}

function turn(position: Position | null, tone: Tone, said: Words | null): Turn {
  return { position, tone, said, command: null, isDone: false, request: null };
}
