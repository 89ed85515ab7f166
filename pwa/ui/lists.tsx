import type { Option, Row } from '../engine/flow.ts';
import { say } from './language.ts';
import { Said } from './said.tsx';

/** Things to choose from, each a target for a thumb. */
export function Choices({
  options,
  onPick,
}: {
  readonly options: readonly Option[];
  readonly onPick: (key: string) => void;
}) {
  return (
    <ul class="choices">
      {options.map(({ key, title, detail, value }) => (
        <li key={key}>
          <button type="button" onClick={() => onPick(key)}>
            <span class="title">
              <Said said={say(title)} />
            </span>
            {value !== undefined && <span class="value">{say(value)}</span>}
            {detail !== undefined && <span class="detail">{say(detail)}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

const signs = { good: '✓', warn: '≠' } as const;

/** Things to look at. */
export function Rows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ul class="rows">
      {rows.map(({ title, detail, value, tone }, index) => (
        // Rows have no name of their own and never move among each other.
        <li key={index} class={tone}>
          {(tone === 'good' || tone === 'warn') && (
            <span class="sign" aria-hidden="true">
              {signs[tone]}
            </span>
          )}
          <span class="title">
            <Said said={say(title)} />
          </span>
          {value !== undefined && <span class="value">{say(value)}</span>}
          {detail !== undefined && <span class="detail">{say(detail)}</span>}
        </li>
      ))}
    </ul>
  );
}
