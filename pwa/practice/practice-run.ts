import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { FlowModel } from '../engine/flow-screen.tsx';
import type { Told } from '../engine/runner.ts';
import { readStrip } from '../engine/strip.ts';
import type { FlowView } from '../engine/view.ts';
import type { Feedback } from '../scanner/feedback.ts';
import { type Signal as Heard, signalOf } from '../scanner/signals.ts';
import { say } from '../ui/language.ts';
import type { Model } from '../ui/model.ts';
import { type Words, words } from '../ui/words.ts';
import { type Exercise, type PretendLabel, rightLabel } from './exercises.ts';
import { openPracticeDevice } from './practice-device.ts';
import { type PretendNames, quantities } from './pretend-stock.ts';

/** One scan or entry that was not right. */
export interface Mistake {
  /** What was asked, what was given and what the app said to it. */
  readonly asked: string;
  readonly given: string;
  readonly said: Words;
  /** The label that was right; null where something was to be typed or pressed. */
  readonly right: PretendLabel | null;
}

export interface Score {
  readonly rightCount: number;
  readonly mistakes: readonly Mistake[];
  /** How often the right label was shown. */
  readonly shownCount: number;
  readonly done: number;
  readonly startedAtMs: number;
  /** Null: it is not finished. */
  readonly endedAtMs: number | null;
}

/** One exercise under way: the flow's own screen on pretended stock, and what is known of how it goes. */
export interface PracticeRun {
  readonly model: FlowModel;
  readonly view: ReadonlySignal<FlowView | null>;
  readonly labels: readonly PretendLabel[];
  readonly score: ReadonlySignal<Score>;
  /** The label that is right now, once it was asked for; until the next one. */
  readonly shown: ReadonlySignal<PretendLabel | null>;
  /** What is right now. */
  right(): PretendLabel | null;
  /** How many of the goods in hand have come, where that is asked. */
  countNow(): number | null;
  showRight(): void;
  close(): Promise<void>;
}

export interface PracticeRunOptions {
  readonly model: Model;
  readonly feedback: Pick<Feedback, 'give'>;
  readonly exercise: Exercise;
  readonly names: PretendNames;
  /** The worker leaves the flow: back to the list of exercises. */
  readonly onLeave: () => void;
}

export async function startPractice({
  model: real,
  feedback,
  exercise,
  names,
  onLeave,
}: PracticeRunOptions): Promise<PracticeRun | null> {
  const session = real.session.peek();
  if (!session) return null;
  const { clock } = real.environment;
  const { flow } = exercise;
  const labels = exercise.labels(names);
  const banner = signal<Told | null>(null);
  const view = signal<FlowView | null>(null);
  const strip: FlowModel['strip'] = signal([]);
  const shown = signal<PretendLabel | null>(null);
  const score: Signal<Score> = signal({
    ...{ rightCount: 0, mistakes: [], shownCount: 0, done: 0 },
    ...{ startedAtMs: clock.now(), endedAtMs: null },
  });
  let used: readonly string[] = [];
  /** What was scanned last, where it is one of the labels; null for what was typed or pressed. */
  let scanned: PretendLabel | null = null;

  const device = await openPracticeDevice({
    ...{ environment: real.environment, session, names, flows: real.flows, operations: real.operations },
    onTurn: take,
  });
  const { runner, database, things } = device;

  function take(told: Told): void {
    const heard = signalOf(told);
    const before = view.peek();
    const right = rightNow();
    banner.value = told;
    feedback.give(heard);
    score.value = scored(score.peek(), told, heard, before, right);
    if (told.tone === 'good' && scanned) used = [...used, scanned.id];
    if (told.tone === 'good') shown.value = null;
  }

  function scored(before: Score, told: Told, heard: Heard, at: FlowView | null, right: PretendLabel | null): Score {
    if (told.tone === 'bad') {
      const asked = at ? say(at.prompt.ask) : '';
      const mistake = { asked, given: scanned?.title ?? told.text, said: told.said ?? '', right };
      return { ...before, mistakes: [...before.mistakes, mistake] };
    }
    if (told.tone !== 'good') return before;
    const done = before.done + (heard === 'done' ? 1 : 0);
    const isOver = done >= exercise.rounds;
    return { ...before, done, rightCount: before.rightCount + 1, endedAtMs: isOver ? clock.now() : null };
  }

  async function refresh(): Promise<void> {
    // Whoever closes the task begins it again: there is nothing else to do here.
    if (!(await runner.view())) await runner.open(flow);
    const [next, lines] = await Promise.all([
      runner.view(),
      readStrip(database, things, session?.operator.badge ?? '', real.operations),
    ]);
    batch(() => {
      view.value = next;
      strip.value = lines;
    });
  }

  const tell: FlowModel['tell'] = (tone, said) => take({ tone, said, text: '', heard: null, command: null });

  async function act(work: () => Promise<void> | undefined): Promise<void> {
    try {
      await work();
    } catch (bug) {
      tell('bad', words('app.broken'));
      reportError(bug);
    }
    await refresh();
  }

  function rightNow(): PretendLabel | null {
    const now = view.peek();
    return now && now.entry?.kind !== 'number' ? rightLabel(now, textsOf(now), labels, used) : null;
  }

  await act(() => runner.open(flow));
  return {
    ...{ view, labels, score, shown },
    right: rightNow,
    countNow: () => view.value && countIn(view.value, names),
    showRight: () => {
      shown.value = rightNow();
      score.value = { ...score.peek(), shownCount: score.peek().shownCount + 1 };
    },
    model: {
      ...{ banner, strip, act, tell },
      device: { runner: () => runner },
      status: signal({ connection: 'offline', waiting: 0, photos: 0, lastSyncAt: null }),
      tray: signal([]),
      // No other flow is left for: the way to look something up is not drawn in the flow that does it.
      lookUp: flow,
      scan: (scan) =>
        act(async () => {
          const text = withoutIdentifier(scan.text);
          scanned = labels.find((label) => withoutIdentifier(label.scan) === text) ?? null;
          await runner.scan(scan);
          scanned = null;
        }),
      go: onLeave,
      openFlow: () => Promise.resolve(),
      // A picture is of nothing here: it is not kept.
      takePhoto: () => act(() => runner.give({ kind: 'photo', photo: 'pretended' })),
      setAside: () => Promise.resolve(),
    },
    close: () => device.close(),
  };
}

/** Scanners put it before a code, cameras tell it beside. */
function withoutIdentifier(text: string): string {
  return text.replace(/^\][A-Za-z]\d/, '');
}

/** All that a step says of what to scan: its words, and the first of what is listed. */
function textsOf({ prompt, options }: FlowView): string[] {
  const { ask, large, about, details = [] } = prompt;
  const [first] = options;
  const said = [large, ask, about, ...details.map(({ value }) => value), first?.title, first?.detail];
  return said.flatMap((each) => (each === undefined ? [] : [say(each)]));
}

/** How many have come of the goods that the step asks to count; null where it does not. */
function countIn({ flow, step, prompt, entry }: FlowView, names: PretendNames): number | null {
  if (flow !== 'receive' || step !== 'quantity' || !entry) return null;
  return say(prompt.about ?? '').includes(names.tea) ? quantities.teaIn : quantities.coffeeIn;
}
