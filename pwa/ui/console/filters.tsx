import { useEffect, useRef } from 'preact/hooks';
import { type Address, currentAddress, goTo, withQuery } from './address.ts';
import { useDesk } from './context.ts';

export interface Choice {
  /** Empty for all. */
  readonly value: string;
  readonly name: string;
  readonly count?: number | undefined;
}

/** Choices of a filter as links, so that each has an address of its own. */
export function Choices({
  address,
  member,
  label,
  choices,
}: {
  readonly address: Address;
  readonly member: string;
  readonly label: string;
  readonly choices: readonly Choice[];
}) {
  const { format } = useDesk();
  const chosen = address.query.get(member) ?? '';
  return (
    <nav class="desk-choices" aria-label={label}>
      {choices.map(({ value, name, count }) => (
        <a
          key={value}
          href={withQuery(address, { [member]: value, before: '' })}
          aria-current={chosen === value ? 'true' : undefined}
        >
          {capitalized(name)}
          {count !== undefined && count > 0 && <span class="desk-count">{format.number(count)}</span>}
        </a>
      ))}
    </nav>
  );
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A filter of many values, as a list to choose from; it has its value in the address. */
export function Select({
  address,
  member,
  label,
  choices,
}: {
  readonly address: Address;
  readonly member: string;
  readonly label: string;
  readonly choices: readonly Choice[];
}) {
  const chosen = address.query.get(member) ?? '';
  return (
    <label class="desk-select">
      <span>{label}</span>
      <select
        value={chosen}
        onChange={({ currentTarget: { value } }) =>
          goTo(withQuery(address, { [member]: value, before: '' }), 'replace')
        }
      >
        {choices.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

const pauseMs = 250;

/** A search that has its text in the address. The key `/` comes here from anywhere. */
export function Search({
  address,
  placeholder,
  isFirst = false,
}: {
  readonly address: Address;
  readonly placeholder: string;
  /** Whether the keyboard is here when the screen opens. */
  readonly isFirst?: boolean;
}) {
  const { say } = useDesk();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = address.query.get('search') ?? '';

  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = asked;
  }, [asked]);
  useEffect(() => {
    if (isFirst) field.current?.focus();
    return () => clearTimeout(timer.current);
  }, [isFirst]);

  const search = () => {
    clearTimeout(timer.current);
    const text = field.current?.value.trim() ?? '';
    // Where the console is now: another filter may have been chosen since the key was pressed.
    const here = currentAddress();
    if (text !== (here.query.get('search') ?? '')) goTo(withQuery(here, { search: text, before: '' }), 'replace');
  };
  return (
    <form
      class="desk-search"
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <input
        ref={field}
        type="search"
        name="search"
        aria-label={say('search')}
        placeholder={placeholder}
        defaultValue={asked}
        autocomplete="off"
        spellcheck={false}
        maxLength={64}
        data-search
        onInput={() => {
          clearTimeout(timer.current);
          timer.current = setTimeout(search, pauseMs);
        }}
      />
      <kbd title={say('keys.search')}>/</kbd>
    </form>
  );
}

/** To the next page, and back to the first. */
export function Pages({ address, next }: { readonly address: Address; readonly next: string | number | null }) {
  const { say } = useDesk();
  const isFirst = !address.query.has('before');
  if (isFirst && next === null) return null;
  return (
    <nav class="desk-pages" aria-label={say('pages')}>
      {!isFirst && <a href={withQuery(address, { before: '' })}>{say('firstPage')}</a>}
      {next !== null && <a href={withQuery(address, { before: String(next) })}>{say('nextPage')}</a>}
    </nav>
  );
}
