import { putawayStrategies } from '#shared/ledger/putaway-rule.ts';
import type { RuleDocument } from '#shared/putaway/rule-document.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Panel } from '../../ui/console/parts.tsx';

type Strategy = RuleDocument['strategies'][number];

/** How a place is looked for: what is tried first stands first; the others can be added. */
export function Strategies({
  value,
  onChange,
}: {
  readonly value: readonly Strategy[];
  readonly onChange: (value: readonly Strategy[]) => void;
}) {
  const { say } = useDesk();
  /** Changes places with the one behind it. */
  const swap = (index: number) =>
    onChange([...value.slice(0, index), ...value.slice(index, index + 2).reverse(), ...value.slice(index + 2)]);
  return (
    <Panel title={say('putaway.strategies')}>
      <ol class="putaway-rules">
        {value.map((strategy, index) => (
          <li key={strategy}>
            <div class="putaway-rule">
              <p>
                <b>{say.label('strategy', strategy)}</b>
              </p>
              <p class="desk-quiet">{say.label('strategyHelp', strategy)}</p>
            </div>
            <div class="putaway-rule-buttons">
              <button
                type="button"
                aria-label={say('putaway.up', { name: say.label('strategy', strategy) })}
                disabled={index === 0}
                onClick={() => swap(index - 1)}
              >
                ↑
              </button>
              <button
                type="button"
                aria-label={say('putaway.down', { name: say.label('strategy', strategy) })}
                disabled={index === value.length - 1}
                onClick={() => swap(index)}
              >
                ↓
              </button>
              <button
                type="button"
                aria-label={say('putaway.without', { name: say.label('strategy', strategy) })}
                disabled={value.length === 1}
                onClick={() => onChange(value.filter((other) => other !== strategy))}
              >
                ✕
              </button>
            </div>
          </li>
        ))}
      </ol>
      <div class="desk-buttons">
        {putawayStrategies
          .filter((strategy) => !value.includes(strategy))
          .map((strategy) => (
            <button key={strategy} type="button" onClick={() => onChange([...value, strategy])}>
              + {say.label('strategy', strategy)}
            </button>
          ))}
      </div>
    </Panel>
  );
}

const trackings = ['isLotTracked', 'isSerialTracked', 'isExpiryTracked'] as const;

type Tracking = (typeof trackings)[number];

/** Whether the rule is for goods with lots, serials and expiry dates, for those without, or for both. */
export function Trackings({
  value,
  onChange,
}: {
  readonly value: RuleDocument['when'];
  readonly onChange: (name: Tracking, value: boolean | undefined) => void;
}) {
  const { say } = useDesk();
  return (
    <Panel title={say('putaway.tracking')}>
      {trackings.map((name) => (
        <div key={name} class="desk-row-field">
          <div class="desk-row-words">
            <label for={`tracking-${name}`}>{say.label('criterion', name)}</label>
          </div>
          <div class="desk-row-control">
            <select
              id={`tracking-${name}`}
              value={String(value[name] ?? '')}
              onChange={({ currentTarget: { value: chosen } }) =>
                onChange(name, chosen === '' ? undefined : chosen === 'true')
              }
            >
              <option value="">{say('putaway.both')}</option>
              <option value="true">{say('putaway.with')}</option>
              <option value="false">{say('putaway.withoutIt')}</option>
            </select>
          </div>
        </div>
      ))}
    </Panel>
  );
}
