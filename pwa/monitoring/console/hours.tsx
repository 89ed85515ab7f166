import type { Board } from '#shared/monitoring/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Panel } from '../../ui/console/parts.tsx';

const outcomes = ['applied', 'refused', 'held'] as const;

/** The floor's commands of the last hours as bars; each bar says its numbers when it is pointed at or read out. */
export function Hours({ hours }: { readonly hours: Board['hours'] }) {
  const { say, format } = useDesk();
  const totals = hours.map(({ applied, refused, held }) => applied + refused + held);
  const most = Math.max(1, ...totals);
  return (
    <Panel title={say('hours')}>
      <div class="desk-hours-key">
        {outcomes.map((outcome) => (
          <span key={outcome}>
            <i class={`desk-swatch is-${outcome}`} aria-hidden="true" /> {say(`hours.${outcome}`)}
          </span>
        ))}
      </div>
      <ol class="desk-hours">
        {hours.map((hour, index) => {
          const told = outcomes.map((outcome) => `${format.number(hour[outcome])} ${say(`hours.${outcome}`)}`);
          return (
            <li key={hour.from} title={`${format.time(hour.from)}: ${told.join(', ')}`}>
              <span class="desk-hour-total">{totals[index] === 0 ? '' : format.number(totals[index] ?? 0)}</span>
              <span class="desk-hour-bar" aria-hidden="true">
                {outcomes.map((outcome) => (
                  <i key={outcome} class={`is-${outcome}`} style={{ height: `${(hour[outcome] / most) * 100}%` }} />
                ))}
              </span>
              <span class="desk-hour-name">{format.hour(hour.from)}</span>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
