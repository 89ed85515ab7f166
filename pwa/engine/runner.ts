import type { ReadScanOptions } from '#shared/scan/read-options.ts';
import type { ScanInput } from '#shared/scan/scan.ts';
import { type Meta, readMetas, type TallymanDatabase } from '../store/database.ts';
import type { Environment } from '../store/environment.ts';
import { addEntry, type LogDraft, type Tone } from '../store/log.ts';
import { nextPlate } from '../store/plates.ts';
import type { AnyDeviceOperation } from '../store/provisional.ts';
import { appendCommand, markSeen } from '../store/queue.ts';
import type { QueuedCommand } from '../store/queued-command.ts';
import type { ProvisionalThings } from '../store/read-things.ts';
import type { Session } from '../store/session.ts';
import { type OpenTask, type Position, readTask, writeTask } from '../store/task.ts';
import { problemWords, type Words, words } from '../ui/words.ts';
import { askNow } from './ask-now.ts';
import { type Heard, makeAsker } from './asked.ts';
import type { AnyFlow, Input, Need } from './flow.ts';
import { acceptedKinds, stepOf } from './flow-position.ts';
import { flowToFetch, mending } from './mend.ts';
import { keptNeeded, type Read, readInput } from './read-input.ts';
import { resolve, unseenOf } from './resolve.ts';
import { asTyped, run } from './run.ts';
import { type Look, newSight, type Sight, scanRules } from './sight.ts';
import { makeStrangers, type UnknownCodes } from './strangers.ts';
import { readStrip, reversalOf } from './strip.ts';
import { draftCommand, type NotDone } from './submit.ts';
import { begunFlows, closedTask, openedTask, resumableTask } from './tasks.ts';
import type { Turn } from './turn.ts';
import { type FlowView, viewOf } from './view.ts';
import { type Surroundings, withoutPlates, worldOf } from './world.ts';

export interface RunnerOptions {
  readonly database: TallymanDatabase;
  readonly environment: Environment;
  readonly things: ProvisionalThings;
  readonly operations: readonly AnyDeviceOperation[];
  readonly flows: readonly AnyFlow[];
  readonly session: Session;
  readonly device: string;
  /** How this site's codes and scanners are; the year is added. */
  readonly scanOptions?: Omit<ReadScanOptions, 'currentYear'>;
  /** The flow that a scan outside of any flow opens: look something up. */
  readonly lookUp?: string;
  /** Codes that nothing has can be set aside; left out where they cannot. Asked for when there is the first. */
  readonly unknownCodes?: () => Promise<UnknownCodes>;
  /** Somebody else is to go on with this device. */
  readonly onOtherUser?: () => void;
  /** Something was queued: send it. */
  readonly onQueued: () => void;
  /**
   * Called after each turn: a command is stored by then, flushed to disk; a step without one is stored when this is done.
   * The answer may take until the worker sees what is told: all that can wait for that does.
   */
  readonly onTurn: (told: Told) => void | Promise<void>;
}

/** What is said to the worker about one input. */
export interface Told {
  readonly tone: Tone;
  /** Null: the next prompt says enough. */
  readonly said: Words | null;
  readonly text: string;
  /** The `at` of the scan; null for anything else. */
  readonly heard: number | null;
  /** A command was queued with it. */
  readonly command: string | null;
  /** With that, what was begun is finished. */
  readonly isDone?: boolean;
}

/** Leads one person through flows. Inputs are taken one after another in the order they came; none is dropped. */
export interface Runner {
  open(flowId: string): Promise<void>;
  scan(input: ScanInput & { readonly at?: number }): Promise<void>;
  give(input: Exclude<Input, { kind: 'scan' }>): Promise<void>;
  /** Takes back what a queued command did, with a command of its own. */
  undo(commandId: string): Promise<void>;
  /** Goes on where a refused command can be put right. */
  mend(sequence: number): Promise<void>;
  /** The code that nothing has is set aside, with photos of the goods: somebody else finds out what it is. */
  setAside(photos: readonly string[]): Promise<void>;
  /** Gives the task up; what was queued stays queued. */
  leave(): Promise<void>;
  /** Asks the server for what the step shows: whether there is something new to show. */
  look(): Promise<Heard>;
  /** What the screen shows now; null at the menu. Looked up anew each time, so that news show. */
  view(): Promise<FlowView | null>;
  /** The flows that somebody is in the middle of, the one under way first. */
  begunFlows(): readonly string[];
}

/** Starts where the person was when the app was last closed or killed. */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const { database, environment, things, session } = options;
  const { badge } = session.operator;
  let { flows } = options;
  const stored = await readTask(database, badge);
  for (const position of [stored.position, ...stored.parked]) if (position) await wholeFlow(position.flow);
  let task = resumableTask(stored, flows);
  let line: Promise<void> = Promise.resolve();
  let sight: Sight | null = null;
  /** Looked up with each question that is shown: no scan waits for it. */
  let rules = scanRules(things);
  const asker = makeAsker(environment, session.warehouse);
  const strangers = makeStrangers(options, (queued) => queuedNow(queued));

  const flowOf = (position: Position) => flows.find((flow) => flow.id === position.flow);

  /** A flow with its steps, which are fetched the first time. */
  async function wholeFlow(id: string): Promise<AnyFlow | undefined> {
    const known = flows.find((flow) => flow.id === id);
    if (!known?.load) return known;
    const whole = await known.load();
    if (whole) flows = flows.map((flow) => (flow === known ? whole : flow));
    return whole;
  }

  /** One after another, in order. A bug in one input must not keep the next from being taken. */
  function inLine(work: () => Promise<void>): Promise<void> {
    const done = line.then(work);
    line = done.catch(() => {});
    return done;
  }

  /** What the step on the screen looks at. */
  function shownNeeds(): readonly Need[] {
    const { position } = task;
    const flow = position && flowOf(position);
    return position && flow ? (stepOf(flow, position).needs?.(position.state as never, null) ?? []) : [];
  }

  /**
   * From what was looked up for the question on the screen; where it is another by now, from nothing. The next plate is
   * read each time: whoever else works on this device may have used it.
   */
  function lookAround(position: Position | null): Look {
    if (!sight || sight.position !== position) return lookAnew(newSight(database, position));
    const { metas, looked } = sight;
    return { looked, around: surroundings(metas, readMetas(database, ['plates'])), rules };
  }

  function lookAnew({ metas, looked }: Sight): Look {
    return { looked, around: surroundings(metas, metas), rules };
  }

  async function surroundings(
    metas: Sight['metas'],
    numbers: Promise<Partial<Pick<Meta, 'plates'>>>,
  ): Promise<Surroundings> {
    const [{ lastSyncAt, clockOffset }, { plates }, { checkDigits }] = await Promise.all([metas, numbers, rules]);
    return {
      today: localDay(environment),
      nowMs: environment.clock.now() + (clockOffset?.offsetMs ?? 0),
      warehouse: session.warehouse,
      operator: badge,
      nextPlate: nextPlate(plates),
      checkDigits,
      syncedAtMs: lastSyncAt ?? null,
      asked: asker.known,
    };
  }

  async function keep(next: OpenTask): Promise<void> {
    strangers.forget();
    task = next;
    await writeTask(database, next);
  }

  async function take(
    { input, meant, needs, found, text }: Read,
    heard: number | null,
    { looked, around }: Look,
  ): Promise<void> {
    const { position } = task;
    const flow = position && flowOf(position);
    if (!position || !flow) return;
    const step = stepOf(flow, position);
    const asked = step.needs?.(position.state as never, asTyped(step, meant)) ?? [];
    const world = await worldOf(things, around, [...asked, ...needs], found, looked);
    const stepped = run(flow, position, input, world);
    const turn = stepped.request ? await answered(stepped, stepped.request) : stepped;
    const queued = turn.command && (await queue(turn, text));
    if (queued && 'problem' in queued) {
      return note({ tone: 'bad', said: problemWords(queued.problem), text, heard, command: null });
    }
    if (!queued) task = afterTurn(turn);
    const { tone, said, isDone } = turn;
    const told: Told = { tone, said, text, heard, command: queued?.id ?? null, ...(isDone && { isDone }) };
    await options.onTurn(told);
    if (queued) options.onQueued();
    else await writeTask(database, task, lineOf(told));
    if (input.kind === 'scan') await strangers.heard(input.scan, told.tone, position);
    else strangers.forget();
  }

  /** What the server says at once to what cannot be queued. */
  async function answered(turn: Turn, request: NonNullable<Turn['request']>): Promise<Turn> {
    const answer = await askNow(options, request);
    if ('result' in answer) {
      options.onQueued();
      return request.next(answer.result);
    }
    if (!answer.problem) return { ...turn, tone: 'bad', said: request.offline };
    const said = problemWords(answer.problem);
    const asked = request.refused?.(answer.problem);
    return asked ? { ...asked, tone: 'ask', said } : { ...turn, tone: 'bad', said };
  }

  /** The verdict is on the screen and in the ear at once; the line in the strip follows. */
  async function note(told: Told): Promise<void> {
    await options.onTurn(told);
    const line = lineOf(told);
    if (line) await addEntry(database, line);
  }

  function lineOf({ tone, said, text, command }: Told): LogDraft | undefined {
    return said === null ? undefined : { ...logOf(tone, said, text), command };
  }

  function logOf(tone: Tone, said: Words, text: string): Omit<LogDraft, 'command'> {
    return { badge, atMs: environment.clock.now(), text, tone, said };
  }

  function afterTurn({ position }: Turn): OpenTask {
    return position ? { ...task, position } : closedTask(task, options.lookUp);
  }

  /** Asks the shared rule first. What it refuses is not queued: the worker corrects it on the spot. */
  async function queue(turn: Turn, text: string): Promise<QueuedCommand | NotDone | null> {
    const { command } = turn;
    if (!command) return null;
    for (const body of command.before) {
      const earlier = await draftCommand(options, { ...command, body, takesPlate: false });
      if ('problem' in earlier) return earlier;
      queuedNow(await appendCommand(database, environment, earlier));
      options.onQueued();
    }
    const draft = await draftCommand(options, command);
    if ('problem' in draft) return draft;
    const next = afterTurn(turn);
    const log = logOf('good', command.told, text);
    const queued = await appendCommand(database, environment, draft, { task: next, log });
    task = next;
    return queuedNow(queued);
  }

  /** It shows in what is looked up from now on. */
  function queuedNow(queued: QueuedCommand): QueuedCommand {
    things.add(queued);
    sight = null;
    return queued;
  }

  async function undo(commandId: string): Promise<void> {
    const queued = await database.getFromIndex('queue', 'id', commandId);
    const reversal = await reversalOf(database, things, queued, options.operations);
    if (!queued || !reversal)
      return note({ tone: 'bad', said: words('undo.notPossible'), text: '', heard: null, command: null });
    const said = words('undo.done', { what: queued.words });
    const draft = await draftCommand(options, { ...reversal, told: said, takesPlate: false });
    if ('problem' in draft) {
      return note({ tone: 'bad', said: problemWords(draft.problem), text: '', heard: null, command: null });
    }
    const log = logOf('good', said, '');
    const appended = await appendCommand(database, environment, { ...draft, causedBy: queued.id }, { log });
    queuedNow(appended);
    await options.onTurn({ tone: 'good', said, text: '', heard: null, command: appended.id });
    options.onQueued();
  }

  /** The command barcode for undo means the last thing that was queued, wherever the worker is. */
  async function undoLast(heard: number | null): Promise<void> {
    const strip = await readStrip(database, things, badge, options.operations);
    const last = strip.find((line) => line.undo !== null)?.undo;
    if (last) await undo(last);
    else await note({ tone: 'bad', said: words('undo.nothing'), text: '', heard, command: null });
  }

  async function scan(scanned: ScanInput & { readonly at?: number }): Promise<void> {
    const heard = scanned.at ?? null;
    if (!task.position && options.lookUp !== undefined) await open(options.lookUp);
    const { position } = task;
    const flow = position && flowOf(position);
    const accepted = position && flow ? acceptedKinds(stepOf(flow, position)) : [];
    const currentYear = Number(localDay(environment).slice(0, 4));
    // Side by side: each look into the storage is heard in the time until the tone.
    const look = lookAround(position);
    const [resolved] = await Promise.all([
      look.rules.then((known) => resolve(things, scanned, { ...known, ...options.scanOptions, currentYear }, accepted)),
      look.around,
    ]);
    const command = resolved.scan.kind === 'command' ? resolved.scan.command : null;
    if (command === 'undo') return undoLast(heard);
    if (command === 'user') return options.onOtherUser?.();
    const input: Input = { kind: 'scan', scan: resolved.scan };
    const needs = [...unseenOf(resolved), ...keptNeeded(position)];
    const looked = withoutPlates(look.looked, resolved.noPlates);
    const read = { input, meant: input, needs, found: resolved.found, text: resolved.scan.text };
    await take(read, heard, { ...look, looked });
  }

  /** The task under way is parked; the refused command counts as seen, since somebody sees to it now. */
  async function mend(sequence: number): Promise<void> {
    const queued = await database.get('queue', sequence);
    const later = queued && flowToFetch(flows, queued);
    if (later) await wholeFlow(later.id);
    const mended = queued && mending(flows, queued);
    const flow = mended && flowOf(mended.position);
    if (!mended || !flow) return;
    await keep({ ...openedTask(task, flow, options.lookUp), position: mended.position });
    await markSeen(database, sequence);
    things.seen(sequence);
    await options.onTurn({ tone: 'ask', said: mended.said, text: '', heard: null, command: null });
  }

  async function open(flowId: string): Promise<void> {
    const flow = await wholeFlow(flowId);
    if (flow) await keep(openedTask(task, flow, options.lookUp));
  }

  return {
    open: (flowId) => inLine(() => open(flowId)),
    give: (input) => inLine(async () => take(readInput(task.position, input), null, lookAround(task.position))),
    undo: (commandId) => inLine(() => undo(commandId)),
    mend: (sequence) => inLine(() => mend(sequence)),
    setAside: (photos) => inLine(() => strangers.setAside(photos)),
    leave: () => inLine(() => keep(closedTask(task, options.lookUp))),
    scan: (scanned) => inLine(() => scan(scanned)),
    look: async () => {
      const asked = shownNeeds().flatMap((need) => ('asked' in need ? [asker.ask(need.asked)] : []));
      const heard = await Promise.all(asked);
      if (heard.includes('news')) return 'news';
      return heard.includes('silence') ? 'silence' : 'nothing';
    },
    view: async () => {
      const { position } = task;
      const flow = position && flowOf(position);
      if (!position || !flow) return null;
      // Of the very step that is shown: while its things are looked up the worker may have gone on.
      const needs = shownNeeds();
      rules = scanRules(things);
      sight = newSight(database, position);
      const { looked, around } = lookAnew(sight);
      const world = await worldOf(things, around, needs, [], looked);
      const shown = viewOf(flow, position, world);
      const stranger = stepOf(flow, position).stranger?.(position.state as never, world) ?? null;
      if (stranger !== null && task.position === position) strangers.met(stranger, position);
      const unknownCode = strangers.code();
      return unknownCode === null ? shown : { ...shown, unknownCode };
    },
    begunFlows: () => begunFlows(task, flows, options.lookUp),
  };
}

/** The day on the device's calendar. */
function localDay({ clock }: Pick<Environment, 'clock'>): string {
  const date = new Date(clock.now());
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}
