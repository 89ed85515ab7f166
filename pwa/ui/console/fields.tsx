import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FieldError } from '#shared/kernel/problem.ts';
import { momentAt, wallTimeAt } from '../moment.ts';
import { useDesk } from './context.ts';

/** One of a few values, with what people call it. */
export interface Option {
  readonly value: string;
  readonly name: string;
}

interface Common {
  /** The JSON pointer of the member. */
  readonly pointer: string;
  readonly label: string;
  /** What it changes, in a sentence. */
  readonly help?: string | undefined;
}

/** One member of a thing, and how a person fills it in. */
export type Field =
  | (Common & { readonly kind: 'text'; readonly longest: number; readonly isOptional?: boolean })
  | (Common & { readonly kind: 'secret'; readonly longest: number; readonly isDigits?: boolean })
  | (Common & {
      readonly kind: 'number';
      readonly minimum: number;
      readonly isOptional?: boolean;
      readonly step?: string;
      /** What an empty one stands for; left out: no limit. */
      readonly empty?: string;
    })
  | (Common & { readonly kind: 'flag' })
  /** Optional: the empty value takes the member away. */
  | (Common & { readonly kind: 'choice'; readonly options: readonly Option[]; readonly isOptional?: boolean })
  | (Common & { readonly kind: 'date' })
  /** A time of every day, `HH:MM` as the clocks of the warehouse show it; an empty one is null. */
  | (Common & { readonly kind: 'time' })
  /** An instant, entered as the clock on the wall of the warehouse shows it; an empty one takes the member away. */
  | (Common & { readonly kind: 'moment' })
  | (Common & { readonly kind: 'many'; readonly options: readonly Option[]; readonly isOptional?: boolean })
  /** Optional: an empty one is null, and `empty` says what that stands for. */
  | (Common & { readonly kind: 'list'; readonly isOptional?: boolean; readonly empty?: string });

interface FieldProps<F> {
  readonly field: F;
  readonly value: unknown;
  readonly errors: readonly FieldError[];
  readonly onChange: (value: unknown) => void;
}

/** A member with its label, what it changes, and what is wrong with it. */
export function FieldRow({ field, value, errors, onChange }: FieldProps<Field>) {
  const { say } = useDesk();
  const id = `field${field.pointer.replaceAll(/[^A-Za-z0-9]/g, '-')}`;
  const told = errors.filter(({ pointer }) => pointer === field.pointer || pointer.startsWith(`${field.pointer}/`));
  const describedBy = [field.help && `${id}-help`, told.length > 0 && `${id}-fault`].filter(Boolean).join(' ');
  const isGroup = field.kind === 'many';
  const shared = { id, 'aria-describedby': describedBy || undefined, 'aria-invalid': told.length > 0 || undefined };
  return (
    <div class={`desk-row-field${told.length > 0 ? ' is-wrong' : ''}`}>
      <div class="desk-row-words">
        {isGroup ? <span id={`${id}-label`}>{field.label}</span> : <label for={id}>{field.label}</label>}
        {field.help && (
          <p id={`${id}-help`} class="desk-quiet">
            {field.help}
          </p>
        )}
      </div>
      <div class="desk-row-control">
        <Control field={field} value={value} shared={shared} onChange={onChange} />
        {told.length > 0 && (
          <p id={`${id}-fault`} class="desk-field-fault" role="alert">
            {told.map((error) => say.problem(error)).join(' ')}
          </p>
        )}
      </div>
    </div>
  );
}

interface Shared {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

function Control({
  field,
  value,
  shared,
  onChange,
}: {
  readonly field: Field;
  readonly value: unknown;
  readonly shared: Shared;
  readonly onChange: (value: unknown) => void;
}): ComponentChildren {
  const { say, timeZone } = useDesk();
  switch (field.kind) {
    case 'text':
      return (
        <input
          {...shared}
          type="text"
          maxLength={field.longest}
          autocomplete="off"
          spellcheck={false}
          value={textOf(value)}
          onInput={({ currentTarget: { value: text } }) => onChange(text === '' && field.isOptional ? null : text)}
        />
      );
    case 'secret':
      return (
        <input
          {...shared}
          type="password"
          maxLength={field.longest}
          autocomplete="new-password"
          inputMode={field.isDigits ? 'numeric' : 'text'}
          placeholder={value === null ? say('setup.taken') : say('setup.unchanged')}
          value={textOf(value)}
          onInput={({ currentTarget: { value: text } }) => onChange(text === '' ? undefined : text)}
        />
      );
    case 'number':
      return (
        <input
          {...shared}
          type="number"
          class="is-number"
          min={field.minimum}
          step={field.step ?? '1'}
          placeholder={field.isOptional ? (field.empty ?? say('setup.noLimit')) : undefined}
          value={textOf(value)}
          onInput={({ currentTarget: { value: text } }) => onChange(numberIn(text))}
        />
      );
    case 'flag':
      return (
        <label class="desk-switch">
          <input
            {...shared}
            type="checkbox"
            role="switch"
            aria-checked={value === true}
            checked={value === true}
            onChange={({ currentTarget: { checked } }) => onChange(checked)}
          />
          <span aria-hidden="true">{say(value === true ? 'setup.yes' : 'setup.no')}</span>
        </label>
      );
    case 'choice':
      return (
        <select
          {...shared}
          value={textOf(value)}
          onChange={({ currentTarget: { value: chosen } }) =>
            onChange(chosen === '' && field.isOptional ? undefined : chosen)
          }
        >
          {field.options.map(({ value: code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      );
    case 'date':
    case 'time':
      return (
        <input
          {...shared}
          type={field.kind}
          value={textOf(value)}
          onInput={({ currentTarget: { value: text } }) => onChange(text === '' ? null : text)}
        />
      );
    case 'moment':
      return (
        <input
          {...shared}
          type="datetime-local"
          value={typeof value === 'string' ? wallTimeAt(Date.parse(value), timeZone) : ''}
          onChange={({ currentTarget: { value: wall } }) =>
            onChange(wall === '' ? undefined : new Date(momentAt(wall, timeZone)).toISOString())
          }
        />
      );
    case 'many':
      return <Many field={field} value={value} shared={shared} onChange={onChange} />;
    case 'list':
      return <List field={field} value={value} shared={shared} onChange={onChange} />;
  }
}

/** Texts with commas between them. What is being typed stays as it is typed until the field is left. */
function List({
  field,
  value,
  shared,
  onChange,
}: {
  readonly field: Extract<Field, { kind: 'list' }>;
  readonly value: unknown;
  readonly shared: Shared;
  readonly onChange: (value: unknown) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      {...shared}
      type="text"
      autocomplete="off"
      spellcheck={false}
      placeholder={field.empty}
      value={typed ?? listOf(value).join(', ')}
      onInput={({ currentTarget: { value: text } }) => setTyped(text)}
      onChange={({ currentTarget: { value: text } }) => {
        const parts = text
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== '');
        setTyped(null);
        onChange(parts.length === 0 && field.isOptional ? null : parts);
      }}
    />
  );
}

function Many({
  field,
  value,
  shared: { id, 'aria-describedby': describedBy },
  onChange,
}: {
  readonly field: Extract<Field, { kind: 'many' }>;
  readonly value: unknown;
  readonly shared: Shared;
  readonly onChange: (value: unknown) => void;
}) {
  const chosen = listOf(value);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the label of the row stands beside the boxes, where no legend can
    <div id={id} class="desk-boxes" role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      {field.options.map(({ value: code, name }) => (
        <label key={code}>
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={({ currentTarget: { checked } }) => {
              const wanted = checked ? [...chosen, code] : chosen.filter((other) => other !== code);
              onChange(wanted.length === 0 && field.isOptional ? null : wanted);
            }}
          />
          {name}
        </label>
      ))}
    </div>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Nothing is no limit; what is no number is told by the server, with its reason. */
function numberIn(text: string): number | string | null {
  if (text === '') return null;
  const number = Number(text);
  return Number.isNaN(number) ? text : number;
}
