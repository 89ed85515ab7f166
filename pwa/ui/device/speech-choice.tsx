import { useEffect, useState } from 'preact/hooks';
import type { Pace } from '../../store/aids.ts';
import { tell } from '../aid-words.ts';
import { current } from '../language.ts';
import type { Model } from '../model.ts';
import { openSpeaker, voiceFor } from '../spoken/speaker.ts';
import { spokenPrompt } from '../spoken/spoken-prompt.ts';
import type { PanelProps } from './sound-panel.tsx';

const paces = ['slow', 'normal', 'fast'] as const satisfies readonly Pace[];

/** Whether, and how fast, this person is read to. A choice is heard at once. */
export function SpeechChoice({ model, aids, onChange }: PanelProps & { readonly model: Model }) {
  const [, setVoices] = useState(0);
  const synthesis = 'speechSynthesis' in window ? window.speechSynthesis : null;
  const operator = model.session.value?.operator;
  // Browsers look for their voices only when somebody asks for them.
  useEffect(() => {
    const count = () => setVoices(synthesis?.getVoices().length ?? 0);
    count();
    synthesis?.addEventListener?.('voiceschanged', count);
    return () => synthesis?.removeEventListener?.('voiceschanged', count);
  }, []);
  if (!operator) return null;
  const { language } = current.value;
  const chosen = aids?.paces[operator.badge];
  const choose = async (pace: Pace | undefined) => {
    const { [operator.badge]: _, ...others } = aids?.paces ?? {};
    await onChange({ paces: pace ? { ...others, [operator.badge]: pace } : others });
    if (!synthesis || !pace) return;
    const speaker = openSpeaker({
      synthesis,
      timers: model.environment.timers,
      language: () => language,
      pace: () => pace,
    });
    speaker.say(spokenPrompt(sample, String, language), 0);
  };
  return (
    <section class="panel" aria-labelledby="speech-title">
      <h2 id="speech-title">{tell('speech.title')}</h2>
      <p>{tell('speech.about', { name: operator.name })}</p>
      <fieldset class="units" aria-labelledby="speech-title">
        <button type="button" aria-pressed={!chosen} onClick={() => void choose(undefined)}>
          {tell('speech.off')}
        </button>
        {paces.map((pace) => (
          <button type="button" key={pace} aria-pressed={pace === chosen} onClick={() => void choose(pace)}>
            {tell(`speech.${pace}`)}
          </button>
        ))}
      </fieldset>
      {synthesis === null && <p class="notice">{tell('speech.none')}</p>}
      {synthesis && chosen && !voiceFor(synthesis.getVoices(), language) && (
        <p class="notice">{tell('speech.noVoice')}</p>
      )}
    </section>
  );
}

/** What a stop of a pick says. */
const sample = { ask: '', aloud: { place: 'A-10-03-2', take: '4 pcs' } };
