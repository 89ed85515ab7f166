import { type Address, goTo, withQuery } from './address.ts';

interface AskedField {
  /** The member of the query that holds it. */
  readonly name: string;
  readonly label: string;
  /** A moment is one of the browser's own clock. */
  readonly kind?: 'text' | 'number' | 'moment';
}

/** What a screen is asked, as fields with a button behind them; the answers are in the address. */
export function AskedForm({
  address,
  fields,
  button,
}: {
  readonly address: Address;
  readonly fields: readonly AskedField[];
  readonly button: string;
}) {
  const inputOf = ({ name, kind = 'text' }: AskedField) => {
    const value = address.query.get(name) ?? '';
    if (kind === 'moment') return <input name={name} type="datetime-local" step={1} defaultValue={value} />;
    return <input name={name} type="text" inputMode={kind === 'number' ? 'decimal' : 'text'} defaultValue={value} />;
  };
  return (
    <form
      class="desk-asked"
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        const changes = fields.map(({ name }) => [name, String(given.get(name) ?? '').trim()] as const);
        goTo(withQuery(address, Object.fromEntries(changes)));
      }}
    >
      {fields.map((field) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the control is what the function makes
        <label key={field.name} class="desk-select">
          <span>{field.label}</span>
          {inputOf(field)}
        </label>
      ))}
      <button type="submit">{button}</button>
    </form>
  );
}
