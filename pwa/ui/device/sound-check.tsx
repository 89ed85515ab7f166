import { useEffect, useState } from 'preact/hooks';
import type { Feedback, Loudness } from '../../scanner/feedback.ts';
import { type Signal, signals } from '../../scanner/signals.ts';
import type { Aids } from '../../store/aids.ts';
import { tell } from '../aid-words.ts';
import { Flash } from '../flash.tsx';
import { Header } from '../header.tsx';
import { Icon } from '../icons.tsx';
import type { Model } from '../model.ts';

export interface SoundCheckProps {
  readonly model: Model;
  readonly feedback: Feedback;
  readonly loudness: Loudness;
  /** Null: it was left before the end. */
  readonly onEnd: (heard: Pick<Aids, 'loudness' | 'unheard'> | null) => void;
}

/**
 * Each signal once, and whether it was heard: what is not is played again as loud as can be, and then the worker is told
 * what to do and what else to go by. Each is shown and felt as well, so that they are learnt together.
 */
export function SoundCheck({ model, feedback, loudness, onEnd }: SoundCheckProps) {
  const [number, setNumber] = useState(0);
  const [loud, setLoud] = useState(loudness);
  const [isSecondTry, setSecondTry] = useState(false);
  const [unheard, setUnheard] = useState<readonly Signal[]>([]);
  const [played, setPlayed] = useState(0);
  const signal = signals[number];
  useEffect(() => {
    if (!signal) return;
    feedback.setLoudness(loud);
    feedback.give(signal);
  }, [signal, loud, played]);
  const next = () => {
    setSecondTry(false);
    setNumber(number + 1);
  };
  const notHeard = (missing: Signal) => {
    if (loud === 'normal') {
      setSecondTry(true);
      return setLoud('loud');
    }
    setUnheard([...unheard, missing]);
    next();
  };
  const leave = () => {
    feedback.setLoudness(loudness);
    onEnd(null);
  };
  return (
    <main class="device">
      <Header title={tell('sound.title')} status={model.status.value} onBack={leave} />
      {signal ? (
        <>
          <Flash signal={signal} of={`${number} ${loud} ${played}`} />
          <section class="prompt" aria-live="polite">
            <p>{tell('sound.step', { number: number + 1, of: signals.length })}</p>
            <h2>{tell(isSecondTry ? 'sound.louder' : 'sound.listen')}</h2>
          </section>
          <section class="middle">
            <div class={`banner ${signal} sample`}>
              <Icon name={signal} />
              <p>
                {tell(`sound.${signal}`)}
                <small>{tell(`sound.${signal}.means`)}</small>
              </p>
            </div>
            <p class="form">{tell(`sound.${signal}.form`)}</p>
            {typeof AudioContext !== 'function' && <p class="notice">{tell('sound.none')}</p>}
            {typeof navigator.vibrate !== 'function' && <p class="form">{tell('sound.noMotor')}</p>}
          </section>
          <footer class="reach">
            <div class="buttons">
              <button type="button" onClick={() => setPlayed(played + 1)}>
                <Icon name="sound" />
                {tell('sound.again')}
              </button>
              <button type="button" onClick={() => notHeard(signal)}>
                {tell('sound.notHeard')}
              </button>
              <button type="button" class="primary" onClick={next}>
                <Icon name="good" />
                {tell('sound.heard')}
              </button>
            </div>
          </footer>
        </>
      ) : (
        <>
          <section class="prompt" aria-live="polite">
            <h2>
              {unheard.length === 0
                ? tell('sound.allHeard')
                : tell('sound.someUnheard', { signals: unheard.map((each) => tell(`sound.${each}`)).join(', ') })}
            </h2>
            {unheard.length > 0 && <p class="notice">{tell('sound.todo')}</p>}
          </section>
          <section class="middle" />
          <footer class="reach">
            <div class="buttons">
              <button type="button" class="primary" onClick={() => onEnd({ loudness: loud, unheard })}>
                {tell('sound.finish')}
              </button>
            </div>
          </footer>
        </>
      )}
    </main>
  );
}
