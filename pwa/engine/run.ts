import { wantsCheckDigits } from '#shared/ledger/scan-rules.ts';
import { areCheckDigits } from '#shared/scan/check-digits.ts';
import {
  type AmbiguousScan,
  type CommandScan,
  type LocationScan,
  type Scan,
  type ScanCommand,
  scanCommands,
} from '#shared/scan/scan.ts';
import type { Position } from '../store/task.ts';
import { type KeyedWords, type TextKey, words } from '../ui/words.ts';
import type { AnyFlow, AnyStep, Input, World } from './flow.ts';
import { acceptedKinds, stepOf } from './flow-position.ts';
import { type AnyVerdict, follow } from './follow.ts';
import { besidesPlate, stillGathered, withLabels } from './gather.ts';
import { earlyPlate, factsIn } from './scan-set.ts';
import { stay, type Turn, turn } from './turn.ts';
import { kindWords, wrongScan } from './wrong-scan.ts';

type Answer = (state: never, value: never, world: World) => AnyVerdict;

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

function takeScan(here: Here, scanned: Scan): Turn {
  const { position } = here;
  if (scanned.kind === 'command') return takeCommand(here, scanned);
  const digits = position.place && givenDigits(here, position.place, scanned.text);
  if (digits) return digits;
  const plate = earlyPlate(here.flow, here.step, scanned);
  if (!plate) return takeGoods(here, scanned);
  const there = { ...here, position: { ...position, plate } };
  const besides = besidesPlate(there, scanned);
  const told = 'position' in besides ? besides : takeGoods(there, besides);
  // The label of other goods says nothing of where these go.
  return told.tone === 'bad' ? takeGoods(here, scanned) : told;
}

function takeGoods(here: Here, scanned: Scan): Turn {
  const scan = withLabels(here, scanned);
  return 'position' in scan ? scan : takeMeant(here, scan, false);
}

/** `isProved`: the check digits of the place were given. */
function takeMeant(here: Here, scan: Scan, isProved: boolean): Turn {
  const { position, step } = here;
  const answer = step.scan?.[scan.kind] as Answer | undefined;
  if (answer) {
    const counted = placeCounted(here, scan);
    if (counted !== null) return stay(position, words('counting.blind', { location: counted }));
    const isConfirmed = position.held !== null && position.held === scan.text;
    const world = { ...here.world, isConfirmed };
    const wanted = scan.kind === 'location' && !isProved && digitsWanted(here, scan);
    if (wanted) return wanted;
    const next = follow(here, answer(position.state as never, scan as never, world), scan.text, factsIn(scan));
    return scan.kind === 'item' ? next : stillGathered(position, next);
  }
  const typed = asTyped(step, { kind: 'scan', scan });
  if (typed.kind === 'text') return takeEntry(here, 'text', typed.text);
  return stay(position, wrongScan(step, scan));
}

/** Where places are confirmed by their check digits alone, the label is not enough: somebody may carry a copy of it. */
function digitsWanted({ position, world }: Here, scan: LocationScan): Turn | null {
  const place = world.thing('location', scan.location);
  if (!place || !wantsCheckDigits(world.checkDigits, place.zone)) return null;
  const { location } = scan;
  return turn({ ...position, held: null, asking: [], place: scan }, 'ask', words('flow.nowDigits', { location }));
}

/** The check digits of the place that was scanned, or others; null for a code that is longer than any of them. */
function givenDigits(here: Here, scan: LocationScan, text: string): Turn | null {
  const { position, world } = here;
  const { checkDigit } = world.thing('location', scan.location) ?? {};
  if (!areCheckDigits(text, checkDigit)) {
    const isCode = text.trim().length > Math.max(3, checkDigit?.length ?? 0);
    if (isCode) return null;
    const { place } = position;
    return {
      ...stay(position, words('flow.wrongDigits', { text, location: scan.location })),
      ...(place && { position }),
    };
  }
  return takeMeant(here, scan, true);
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

/** The buttons that a command presses, the first of them that is there. */
const buttonsOf: Readonly<Partial<Record<ScanCommand, readonly string[]>>> = {
  confirm: ['confirm', 'done'],
  done: ['done', 'confirm'],
  skip: ['skip', 'later', 'other'],
  short: ['short', 'less'],
};

/** A command barcode: back, cancel, help and times work by themselves, the others press the button that they mean. */
function takeCommand(here: Here, { command, text, times = 1 }: CommandScan): Turn {
  const { position, step } = here;
  if (command === 'back') return goBack(position);
  if (command === 'cancel') return finished();
  if (command === 'help') return { ...stay(position, helpOf(here)), position, tone: 'ask' };
  if (command === 'times') return multiply(here, times, text);
  const confirmed = command === 'confirm' ? confirm(here) : null;
  const button = buttonOf(here, command);
  const isPlate = step.offersPlate && position.plate && command === 'confirm';
  if (button !== undefined && !isPlate) return takeAction(here, button);
  return confirmed ?? stay(position, words('flow.commandNotHere', { text }));
}

function buttonOf(here: Here, command: ScanCommand): string | undefined {
  if (here.position.asking.length > 0) return undefined;
  return (buttonsOf[command] ?? [command]).find((name) => isOffered(here, name));
}

/** Confirming takes the quantity that is suggested, or presses the main button. It confirms no code: that is scanned again. */
function confirm(here: Here): Turn | null {
  const { position, step, world } = here;
  const { enter, actions = {} } = step;
  if (position.held !== null || position.asking.length > 0 || position.place) return null;
  if (step.offersPlate && position.plate) return takeMeant(here, position.plate, false);
  const state = position.state as never;
  if (enter?.kind === 'number') {
    const quantity = enter.suggested?.(state, world) ?? null;
    const [unit = ''] = enter.units(state, world);
    if (quantity !== null) return takeEntry(here, 'number', { quantity, unit });
  }
  const main = Object.keys(actions).find((name) => actions[name]?.emphasis === 'primary' && isOffered(here, name));
  return main === undefined ? null : takeAction(here, main);
}

/** How many the next scan of an item stands for; 1 takes that back. */
function multiply({ position, step }: Here, times: number, text: string): Turn {
  if (step.counts !== true || position.asking.length > 0) return stay(position, words('flow.commandNotHere', { text }));
  const { times: _, ...plain } = position;
  if (times === 1) return turn(plain, 'ask', words('times.off'));
  return turn({ ...plain, times }, 'ask', words('times.next', { times }));
}

/** What can be done here, by scanning. */
function helpOf(here: Here): KeyedWords {
  const { step } = here;
  const kinds = acceptedKinds(step).filter((kind) => kind !== 'unknown' && kind !== 'details');
  const works = (command: ScanCommand) => {
    if (command === 'times') return step.counts === true;
    if (command === 'confirm') return confirm(here) !== null || buttonOf(here, command) !== undefined;
    return ['undo', 'back', 'cancel', 'user'].includes(command) || buttonOf(here, command) !== undefined;
  };
  const commands = scanCommands
    .filter((command) => command !== 'help' && works(command))
    .map((command) => words(`command.${command}` satisfies TextKey));
  return kinds.length === 0
    ? words('flow.helpNoScan', { commands })
    : words('flow.help', { commands, expected: kinds.map(kindWords) });
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
  const { place } = here.position;
  const digits = place && kind === 'text' ? givenDigits(here, place, String(value)) : null;
  if (digits) return digits;
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
  const { place, ...without } = position;
  if (place) return turn(without, 'ask', words('flow.wentBack'));
  const before = position.trail.at(-1);
  if (!before) return stay(position, words('flow.noWayBack'));
  const trail = position.trail.slice(0, -1);
  return turn({ ...position, ...before, held: null, asking: [], trail }, 'ask', words('flow.wentBack'));
}

function finished(): Turn {
  return turn(null, 'ask', words('flow.left'));
}
