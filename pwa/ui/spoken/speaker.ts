import type { Pace } from '../../store/aids.ts';
import type { Timers } from '../../store/environment.ts';
import type { Language } from '../language.ts';

/** Reads aloud, one thing at a time. */
export interface Speaker {
  /** Cuts off what is being said and says this after so long; nobody waits for it. */
  say(text: string, afterMs: number): void;
  stop(): void;
}

export interface SpeakerOptions {
  readonly synthesis: SpeechSynthesis;
  readonly timers: Timers;
  readonly language: () => Language;
  readonly pace: () => Pace;
}

/** Whoever hears the same all day wants it faster. */
const rates: Readonly<Record<Pace, number>> = { slow: 0.85, normal: 1.05, fast: 1.35 };

/** Browsers that are told to stop and to speak in the same moment may do only the first. */
const afterStopMs = 120;

/** The browser's own voice. What it cannot say is left out: everything stands on the screen as well. */
export function openSpeaker({ synthesis, timers, language, pace }: SpeakerOptions): Speaker {
  let cancelNext = () => {};

  function stop(): void {
    cancelNext();
    synthesis.cancel();
  }

  return {
    stop,
    say: (text, afterMs) => {
      stop();
      cancelNext = timers.after(Math.max(afterStopMs, afterMs), () => {
        const voice = voiceFor(synthesis.getVoices(), language());
        // A voice of another language would read nonsense.
        if (!voice) return;
        const said = new SpeechSynthesisUtterance(text);
        said.voice = voice;
        said.lang = voice.lang;
        said.rate = rates[pace()];
        synthesis.speak(said);
      });
    },
  };
}

type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>;

/** A voice of the language; one that lives on the device before one that needs a network, the device's own choice first. */
export function voiceFor<Each extends Voice>(voices: readonly Each[], language: Language): Each | null {
  const able = voices.filter(({ lang }) => lang.toLowerCase().replace('_', '-').split('-')[0] === language);
  const worth = (voice: Voice) => (voice.localService ? 2 : 0) + (voice.default ? 1 : 0);
  return able.sort((one, other) => worth(other) - worth(one))[0] ?? null;
}
