import type { Aids } from '../../store/aids.ts';
import { tell } from '../aid-words.ts';
import { Icon } from '../icons.tsx';
import { clockTime } from '../language.ts';

export interface PanelProps {
  /** Null: as delivered. */
  readonly aids: Aids | null;
  readonly onChange: (changed: Partial<Aids>) => Promise<void>;
}

const loudnesses = ['normal', 'loud'] as const;

/** What is known of this device's sound, the way to try it, and how loud it is. */
export function SoundPanel({
  aids,
  isDue,
  onCheck,
  onChange,
}: PanelProps & { readonly isDue: boolean; readonly onCheck: () => void }) {
  const chosen = aids?.loudness ?? 'normal';
  return (
    <section class="panel" aria-labelledby="sound-title">
      <h2 id="sound-title">{tell('sound.title')}</h2>
      <p class={aids && aids.unheard.length > 0 ? 'notice' : ''}>{stateOf(aids, isDue)}</p>
      <button type="button" class={isDue ? 'primary' : ''} onClick={onCheck}>
        <Icon name="sound" />
        {tell(isDue ? 'sound.check' : 'sound.checkAgain')}
      </button>
      <fieldset class="units" aria-label={tell('sound.loudness')}>
        {loudnesses.map((loudness) => (
          <button
            type="button"
            key={loudness}
            aria-pressed={loudness === chosen}
            onClick={() => void onChange({ loudness })}
          >
            {tell(`sound.${loudness}`)}
          </button>
        ))}
      </fieldset>
    </section>
  );
}

function stateOf(aids: Aids | null, isDue: boolean): string {
  if (typeof AudioContext !== 'function') return tell('sound.none');
  if (isDue || !aids || aids.checkedAtMs === null) return tell('sound.due');
  const time = clockTime(aids.checkedAtMs);
  if (aids.unheard.length === 0) return tell('sound.checked', { time });
  return tell('sound.unheard', { time, signals: aids.unheard.map((signal) => tell(`sound.${signal}`)).join(', ') });
}
