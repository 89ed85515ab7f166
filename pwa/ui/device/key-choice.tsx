import { useEffect, useState } from 'preact/hooks';
import { createLoneKey, type KeyRefusal, whyNotConfirmKey } from '../../scanner/confirm-key.ts';
import { profileHere } from '../../scanner/learnt-wedge.ts';
import { pageTimer } from '../../scanner/timer.ts';
import { tell } from '../aid-words.ts';
import type { PanelProps } from './sound-panel.tsx';

interface Learning {
  readonly state: 'off' | 'waiting' | 'learnt' | 'refused';
  readonly key: string;
  readonly why: KeyRefusal | 'crowd' | null;
}

const off: Learning = { state: 'off', key: '', why: null };

/** Learns the key that presses the button for the next thing to do, from one press. */
export function KeyChoice({ aids, onChange }: PanelProps) {
  const [learning, setLearning] = useState<Learning>(off);
  const isListening = learning.state === 'waiting' || learning.state === 'refused';
  useEffect(() => {
    if (!isListening) return;
    return learnKey({
      onLearnt: (key) => {
        setLearning({ state: 'learnt', key, why: null });
        void onChange({ confirmKey: key });
      },
      onRefused: (key, why) => setLearning({ state: 'refused', key, why }),
    });
  }, [isListening]);
  const known = aids?.confirmKey ?? null;
  return (
    <section class="panel" aria-labelledby="key-title">
      <h2 id="key-title">{tell('key.title')}</h2>
      <p>{tell('key.about')}</p>
      <p role="status">
        <b>{learning.state === 'waiting' ? tell('key.press') : stateOf(learning, known)}</b>
      </p>
      <div class="buttons">
        {isListening ? (
          <button type="button" onClick={() => setLearning(off)}>
            {tell('key.cancel')}
          </button>
        ) : (
          <button type="button" onClick={() => setLearning({ ...off, state: 'waiting' })}>
            {tell('key.choose')}
          </button>
        )}
        {known !== null && !isListening && (
          <button
            type="button"
            onClick={() => {
              setLearning(off);
              void onChange({ confirmKey: null });
            }}
          >
            {tell('key.forget')}
          </button>
        )}
      </div>
    </section>
  );
}

function stateOf({ state, key, why }: Learning, known: string | null): string {
  if (state === 'refused' && why) return tell(`key.refused.${why}`, { key: nameOf(key) });
  if (state === 'learnt') return tell('key.learnt', { key: nameOf(key) });
  return known === null ? tell('key.isNone') : tell('key.isSet', { key: nameOf(known) });
}

function nameOf(key: string): string {
  return key === ' ' ? '␣' : key;
}

/** One press of one key, heard before anything else; the first that will do ends it. */
function learnKey(told: {
  readonly onLearnt: (key: string) => void;
  readonly onRefused: (key: string, why: KeyRefusal | 'crowd') => void;
}): () => void {
  let cancel = () => {};
  let lone: { readonly key: string; readonly press: ReturnType<typeof createLoneKey> } | null = null;
  let keys = 0;

  function onKeyDown(event: KeyboardEvent): void {
    if (typeof event.key !== 'string' || event.repeat || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key))
      return;
    event.preventDefault();
    const { key, code, ctrlKey: ctrl, altKey: alt, metaKey: meta, timeStamp: at } = event;
    const pressed = { key, code, ctrl, alt, meta, altGraph: event.getModifierState('AltGraph') };
    const why = whyNotConfirmKey(pressed, profileHere());
    keys += 1;
    lone ??= { key, press: createLoneKey(key) };
    lone.press.down({ key, at, repeat: false });
    cancel();
    cancel = pageTimer.after(judgeAfterMs, () => {
      const isAlone = keys === 1 && lone?.press.tick(pageTimer.now()) === true;
      lone = null;
      keys = 0;
      if (!isAlone) told.onRefused(key, 'crowd');
      else if (why) told.onRefused(key, why);
      else told.onLearnt(key);
    });
  }

  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    cancel();
    window.removeEventListener('keydown', onKeyDown, { capture: true });
  };
}

const judgeAfterMs = 160;
