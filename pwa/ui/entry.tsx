import { useState } from 'preact/hooks';
import type { Input } from '../engine/flow.ts';
import type { EntryView } from '../engine/view.ts';
import { Keypad } from './keypad.tsx';
import { decimalPoint, text } from './language.ts';

type Given = Extract<Input, { kind: 'number' | 'date' }>;

/** The keypad of a step that asks for a number or a date. Texts are scanned, or typed in the sheet. */
export function Entry({ entry, onGive }: { readonly entry: EntryView; readonly onGive: (given: Given) => void }) {
  switch (entry.kind) {
    case 'number':
      return <NumberEntry entry={entry} onGive={onGive} />;
    case 'date':
      return <DateEntry onGive={onGive} />;
    case 'text':
      return null;
  }
}

type NumberView = Extract<EntryView, { kind: 'number' }>;

function NumberEntry({ entry, onGive }: { readonly entry: NumberView; readonly onGive: (given: Given) => void }) {
  const [first = ''] = entry.units;
  const [unit, setUnit] = useState(first);
  // What is suggested is so many of the first unit, and nothing of another one.
  const suggested = unit === first ? entry.suggested : null;
  const [entered, setEntered] = useState({ value: '', beside: suggested });
  // A scan that counts one more takes the place of what was typed before it.
  const typed = entered.beside === suggested ? entered.value : '';
  const change = (next: (value: string) => string) =>
    setEntered(({ value, beside }) => ({ value: next(beside === suggested ? value : ''), beside: suggested }));
  const shown = typed === '' && suggested !== null ? String(suggested) : typed;
  const quantity = Number(shown);
  const isComplete = shown !== '' && Number.isFinite(quantity) && quantity > 0;
  return (
    <form
      class="entry"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isComplete) return;
        onGive({ kind: 'number', quantity, unit });
        // Where it is refused, the next digit begins anew.
        change(() => '');
      }}
    >
      <div class="quantity">
        <output class={typed === '' ? 'value suggested' : 'value'}>
          {shown === '' ? '–' : shown.replace('.', decimalPoint())}
        </output>
        {entry.units.length === 1 ? (
          <span class="unit">{unit}</span>
        ) : (
          <fieldset class="units">
            {entry.units.map((each) => (
              <button type="button" key={each} aria-pressed={each === unit} onClick={() => setUnit(each)}>
                {each}
              </button>
            ))}
          </fieldset>
        )}
      </div>
      <Keypad
        onChange={change}
        maxLength={10}
        enter={text('flow.enter')}
        canEnter={isComplete}
        decimals={!entry.whole.includes(unit)}
      />
    </form>
  );
}

/** Day, month and year in that order, named on the screen, so that nobody has to know how a language orders them. */
function DateEntry({ onGive }: { readonly onGive: (given: Given) => void }) {
  const [typed, setTyped] = useState('');
  const date = dateOf(typed);
  const parts = [
    { name: text('date.day'), digits: typed.slice(0, 2), places: 2 },
    { name: text('date.month'), digits: typed.slice(2, 4), places: 2 },
    { name: text('date.year'), digits: typed.slice(4), places: 4 },
  ];
  return (
    <form
      class="entry"
      onSubmit={(event) => {
        event.preventDefault();
        if (date === null) return;
        onGive({ kind: 'date', date });
        setTyped('');
      }}
    >
      <div class="date">
        {parts.map(({ name, digits, places }) => (
          <output key={name}>
            <small>{name}</small>
            {digits.padEnd(places, '–')}
          </output>
        ))}
      </div>
      {typed.length === 8 && date === null && <p class="wrong">{text('date.impossible')}</p>}
      <Keypad onChange={setTyped} maxLength={8} enter={text('flow.enter')} canEnter={date !== null} />
    </form>
  );
}

/**
 * Eight digits, or six with a year of two, as `YYYY-MM-DD`; day 00 is the last of the month, as on GS1 labels. Null when
 * incomplete or when there is no such day.
 */
export function dateOf(typed: string): string | null {
  const [day, month] = [Number(typed.slice(0, 2)), Number(typed.slice(2, 4))];
  const isShort = typed.length === 6 && !/^(19|20)/.test(typed.slice(4));
  if (typed.length !== 8 && !isShort) return null;
  const year = isShort ? 2000 + Number(typed.slice(4)) : Number(typed.slice(4));
  if (month < 1 || month > 12 || year < 2000) return null;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const asked = day === 0 ? lastDay : day;
  if (asked > lastDay) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(asked).padStart(2, '0')}`;
}
