import './practice.css';
import { useEffect, useState } from 'preact/hooks';
import { FlowScreen } from '../engine/flow-screen.tsx';
import type { FlowView } from '../engine/view.ts';
import { type AidKey, openAidTexts, tell } from '../ui/aid-words.ts';
import { Header } from '../ui/header.tsx';
import { Icon, type IconName } from '../ui/icons.tsx';
import { say, text } from '../ui/language.ts';
import type { PageProps } from '../ui/page.ts';
import { type Exercise, exercises, type PretendLabel } from './exercises.ts';
import { LabelCard } from './label-card.tsx';
import { type Mistake, type PracticeRun, type Score, startPractice } from './practice-run.ts';

await openAidTexts();

/**
 * Practice: the flows themselves, on pretended goods. Whoever is new learns them by doing, with labels on the screen, and is
 * told at the end what was right. Nothing of it is kept, queued or sent.
 */
export default function PracticeScreen(props: PageProps) {
  const [exercise, setExercise] = useState<Exercise | null>(null);
  const [attempt, setAttempt] = useState(0);
  if (exercise) {
    return (
      <Practising
        key={`${exercise.flow} ${attempt}`}
        {...props}
        exercise={exercise}
        onAgain={() => setAttempt(attempt + 1)}
        onLeave={() => setExercise(null)}
      />
    );
  }
  return <Exercises {...props} onChoose={setExercise} />;
}

const signs: Readonly<Record<Exercise['flow'], IconName>> = { receive: 'receive', 'put-away': 'putAway', pick: 'pick' };

function Exercises({ model, onChoose }: PageProps & { readonly onChoose: (exercise: Exercise) => void }) {
  // A scan here is of nothing that is practised: it must not open a task behind the page.
  useEffect(() => {
    model.ear.value = () => {};
    return () => {
      model.ear.value = null;
    };
  }, []);
  return (
    <main class="device practice">
      <Header title={tell('practice.title')} onBack={() => model.go('device')} />
      <section class="prompt">
        <h2>{tell('practice.choose')}</h2>
        <p class="about">{tell('practice.about')}</p>
      </section>
      <section class="middle">
        <ul class="choices">
          {exercises.map((exercise) => (
            <li key={exercise.flow}>
              <button type="button" onClick={() => onChoose(exercise)}>
                <Icon name={signs[exercise.flow]} />
                <span class="title">{tell(exercise.title)}</span>
                <span class="detail">{tell(exercise.about)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

interface PractisingProps extends PageProps {
  readonly exercise: Exercise;
  readonly onAgain: () => void;
  readonly onLeave: () => void;
}

function Practising({ model, feedback, Camera, now, exercise, onAgain, onLeave }: PractisingProps) {
  const [run, setRun] = useState<PracticeRun | 'failed' | null>(null);
  useEffect(() => {
    let isOver = false;
    let opened: PracticeRun | null = null;
    const names = {
      coffee: tell('practice.coffee'),
      tea: tell('practice.tea'),
      supplier: tell('practice.supplier'),
      customer: tell('practice.customer'),
    };
    model.ear.value = () => {};
    startPractice({ model, feedback, exercise, names, onLeave }).then(
      (started) => {
        if (isOver || !started) return void started?.close();
        opened = started;
        model.ear.value = (scan) => void started.model.scan(scan);
        setRun(started);
      },
      (reason: unknown) => {
        reportError(reason);
        setRun('failed');
      },
    );
    return () => {
      isOver = true;
      model.ear.value = null;
      void opened?.close();
    };
  }, []);
  if (run === null || run === 'failed') {
    return (
      <main class="device practice">
        <Header title={tell('practice.title')} onBack={onLeave} />
        <section class="middle centre">
          <p role="status" class={run === 'failed' ? 'wrong' : ''}>
            {tell(run === 'failed' ? 'practice.failed' : 'practice.opening')}
          </p>
        </section>
      </main>
    );
  }
  const score = run.score.value;
  const view = run.view.value;
  if (score.endedAtMs !== null) return <Result exercise={exercise} score={score} onAgain={onAgain} onLeave={onLeave} />;
  if (!view) return null;
  const tap = (label: PretendLabel) => void run.model.scan({ text: label.scan, source: 'wedge', at: now() });
  const isTyping = view.entry?.kind === 'number';
  return (
    <div class="practice run">
      <div class="ribbon">
        <b>{tell('practice.banner')}</b>
        {score.mistakes.length > 0 && <span>{tell('practice.wrongs', { count: score.mistakes.length })}</span>}
        <button type="button" onClick={onLeave}>
          {tell('practice.leave')}
        </button>
      </div>
      <p class="coach" role="note">
        {tell(coachKey(view), { count: run.countNow() ?? '', ...buttonNames() })}
      </p>
      <FlowScreen model={run.model} view={view} Camera={Camera} now={now} />
      {!isTyping && (
        <section class="labels" aria-label={tell('practice.labels')}>
          {run.right() && (
            <button type="button" class="show-me" onClick={() => run.showRight()}>
              <Icon name="ask" />
              {tell('practice.showMe')}
            </button>
          )}
          <div>
            {run.labels.map((label) => (
              <LabelCard key={label.id} label={label} isShown={run.shown.value?.id === label.id} onTap={tap} />
            ))}
          </div>
        </section>
      )}
    </div>
  );
}

/** What the buttons are called that the coach speaks of. */
function buttonNames() {
  return {
    enter: text('flow.enter'),
    allIn: text('receive.allIn'),
    yesAll: text('receive.yesAll'),
    noSlip: text('receive.noSlip'),
    next: text('pick.next'),
  };
}

const coached: readonly string[] = [
  ...['receive.order', 'receive.item', 'receive.quantity', 'receive.plate', 'receive.label', 'receive.check'],
  ...['receive.slip', 'receive.differences', 'put-away.plate', 'put-away.location', 'put-away.reason'],
  ...['put-away.elsewhere', 'pick.begin', 'pick.walk', 'pick.item', 'pick.quantity', 'pick.less', 'pick.put'],
];

/** What to do at a step, and why. */
function coachKey({ flow, step }: FlowView): AidKey {
  const key = `${flow}.${step}`;
  return coached.includes(key) ? (`coach.${key}` as AidKey) : 'coach.other';
}

interface ResultProps {
  readonly exercise: Exercise;
  readonly score: Score;
  readonly onAgain: () => void;
  readonly onLeave: () => void;
}

function Result({ exercise, score, onAgain, onLeave }: ResultProps) {
  const { mistakes, rightCount, shownCount, startedAtMs, endedAtMs } = score;
  const seconds = Math.round(((endedAtMs ?? startedAtMs) - startedAtMs) / 1000);
  const wrong = mistakes.length;
  return (
    <main class="device practice">
      <Header title={tell(exercise.title)} onBack={onLeave} />
      <section class="prompt" aria-live="polite">
        <div class={`banner sample ${wrong === 0 ? 'done' : 'ask'}`}>
          <Icon name={wrong === 0 ? 'done' : 'good'} />
          <p>{wrong === 0 ? tell('practice.wellDone') : tell('practice.finished', { count: wrong })}</p>
        </div>
        <p class="about">
          {tell('practice.time', {
            right: rightCount,
            wrong,
            minutes: Math.floor(seconds / 60),
            seconds: seconds % 60,
          })}
        </p>
        {shownCount > 0 && <p class="about">{tell('practice.helped', { count: shownCount })}</p>}
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, and has to be reachable by keyboard */}
      <section class="middle" tabIndex={0}>
        {wrong > 0 && <h2>{tell('practice.mistakes')}</h2>}
        <ul class="rows">
          {mistakes.map((mistake, index) => (
            // They have no name of their own and never move among each other.
            <MistakeRow key={index} mistake={mistake} />
          ))}
        </ul>
      </section>
      <footer class="reach">
        <div class="buttons">
          <button type="button" onClick={onAgain}>
            {tell('practice.again')}
          </button>
          <button type="button" class="primary" onClick={onLeave}>
            {tell('practice.other')}
          </button>
        </div>
      </footer>
    </main>
  );
}

function MistakeRow({ mistake }: { readonly mistake: Mistake }) {
  const { asked, given, said, right } = mistake;
  return (
    <li>
      <span class="title">{asked}</span>
      <span class="detail">{given === '' ? tell('practice.givenNothing') : tell('practice.given', { given })}</span>
      <span class="detail">{say(said)}</span>
      {right && <span class="detail right">{tell('practice.right', { label: right.title })}</span>}
    </li>
  );
}
