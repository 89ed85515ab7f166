import { current, type Language, languages, text } from './language.ts';

interface LanguageChoiceProps {
  readonly onChoose: (language: Language) => void;
  /** `code` where there is little room. */
  readonly shows?: 'name' | 'code';
}

/** The languages, each in its own; what is chosen counts at once, in the middle of a task too. */
export function LanguageChoice({ onChoose, shows = 'name' }: LanguageChoiceProps) {
  return (
    <fieldset class="units" aria-label={text('menu.language')}>
      {languages.map(({ code, name }) => (
        <button
          type="button"
          key={code}
          lang={code}
          aria-pressed={current.value.language === code}
          onClick={() => onChoose(code)}
        >
          {shows === 'code' && <span aria-hidden="true">{code.toUpperCase()}</span>}
          <span class={shows === 'code' ? 'unseen' : undefined}>{name}</span>
        </button>
      ))}
    </fieldset>
  );
}
