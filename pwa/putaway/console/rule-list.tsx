import type { RuleDocument } from '#shared/putaway/rule-document.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Chip } from '../../ui/console/parts.tsx';
import type { Speak } from '../../ui/console/words.ts';
import { ruleHref } from './paths.ts';

/** Rules in the order in which they are tried; with `onMove` the order can be changed. */
export function RuleList({
  rules,
  onMove,
  onSwitch,
  onRemove,
}: {
  readonly rules: readonly RuleDocument[];
  readonly onMove?: (index: number, to: number) => void;
  readonly onSwitch?: (index: number) => void;
  readonly onRemove?: (rule: RuleDocument) => void;
}) {
  const { say } = useDesk();
  return (
    <ol class="putaway-rules">
      {rules.map((rule, index) => (
        <li key={rule.code} class={rule.isActive ? undefined : 'is-off'}>
          <div class="putaway-rule">
            <p class="putaway-rule-name">
              {onMove ? <a href={ruleHref(rule.code)}>{rule.name}</a> : <b>{rule.name}</b>}
              {!rule.isActive && <Chip tone="quiet">{say('putaway.off')}</Chip>}
            </p>
            <p>{goodsOf(rule, say)}</p>
            <p class="desk-quiet">{targetOf(rule, say)}</p>
          </div>
          {onMove && (
            <div class="putaway-rule-buttons">
              <button
                type="button"
                aria-label={say('putaway.up', { name: rule.name })}
                disabled={index === 0}
                onClick={() => onMove(index, index - 1)}
              >
                ↑
              </button>
              <button
                type="button"
                aria-label={say('putaway.down', { name: rule.name })}
                disabled={index === rules.length - 1}
                onClick={() => onMove(index, index + 1)}
              >
                ↓
              </button>
              <button type="button" onClick={() => onSwitch?.(index)}>
                {say(rule.isActive ? 'putaway.switchOff' : 'putaway.switchOn')}
              </button>
              <button
                type="button"
                aria-label={say('putaway.removeRule', { name: rule.name })}
                onClick={() => onRemove?.(rule)}
              >
                ✕
              </button>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Which goods a rule is for, in a line. */
export function goodsOf({ when }: RuleDocument, say: Speak): string {
  const parts = Object.entries(when).flatMap(([criterion, wanted]) => {
    if (wanted === undefined || (Array.isArray(wanted) && wanted.length === 0)) return [];
    const values = Array.isArray(wanted)
      ? wanted.map((value) => wordFor(criterion, value, say)).join(', ')
      : say(wanted ? 'setup.yes' : 'setup.no');
    return [`${say.label('criterion', criterion)}: ${values}`];
  });
  return parts.length === 0 ? say('putaway.allGoods') : parts.join(' · ');
}

function wordFor(criterion: string, value: string, say: Speak): string {
  if (criterion === 'inventoryStatuses') return say.label('inventoryStatus', value);
  return criterion === 'handlings' ? say.label('handling', value) : value;
}

/** Where it sends them, in a line. */
function targetOf({ zones, locationTypes, strategies, otherwise }: RuleDocument, say: Speak): string {
  const where = [
    ...(zones.length > 0 ? [say('putaway.inZones', { zones: zones.join(', ') })] : []),
    ...(locationTypes.length > 0 ? [locationTypes.map((type) => say.label('locationType', type)).join(', ')] : []),
  ];
  const how = strategies.map((strategy) => say.label('strategy', strategy)).join(' → ');
  const last = otherwise === 'stop' ? [say('putaway.thenStop')] : [];
  return [...where, how, ...last].join(' · ');
}
