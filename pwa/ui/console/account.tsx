import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from './context.ts';
import { isLanguage, type Language, languages } from './words.ts';

/** Who is signed in, with what they rarely need: their language, the list of keys, the way out. */
export function Account({
  language,
  onLanguage,
  onKeys,
  onSignOff,
}: {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onKeys: () => void;
  readonly onSignOff: () => void;
}) {
  const { say, session } = useDesk();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute('open');
  useEffect(() => {
    const onPointer = ({ target }: Event) => {
      if (target instanceof Node && !menu.current?.contains(target)) close();
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, []);
  return (
    <details
      ref={menu}
      class="desk-account"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current?.open) return;
        event.stopPropagation();
        close();
        menu.current.querySelector('summary')?.focus();
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !menu.current?.contains(relatedTarget)) close();
      }}
    >
      <summary title={session.operator.badge}>
        <span class="desk-person">{session.operator.name}</span>
      </summary>
      <div class="desk-account-menu">
        <label>
          {say('language')}
          <select
            value={language}
            onChange={({ currentTarget: { value } }) => {
              if (isLanguage(value)) onLanguage(value);
            }}
          >
            {languages.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          onClick={() => {
            close();
            onKeys();
          }}
        >
          {say('keys')} <kbd>?</kbd>
        </button>
        <button type="button" onClick={onSignOff}>
          {say('signOff')}
        </button>
      </div>
    </details>
  );
}
