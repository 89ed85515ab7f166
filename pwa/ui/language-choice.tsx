import { current, type Language, languages, text } from './language.ts';

/** The languages, each in its own; what is chosen counts at once, in the middle of a task too. */
export function LanguageChoice({ onChoose }: { readonly onChoose: (language: Language) => void }) {
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
          {name}
        </button>
      ))}
    </fieldset>
  );
}
