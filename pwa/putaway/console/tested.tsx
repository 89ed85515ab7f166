import { useState } from 'preact/hooks';
import type { PutawayTest, TestedPlace } from '#shared/putaway/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Chip, Facts, type Tone } from '../../ui/console/parts.tsx';

interface TestedProps {
  readonly test: PutawayTest;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly onMore: () => void;
}

/** What the rules did with goods: where they go, what became of each rule, and every place with its reason. */
export function Tested({ test, search, onSearch, onMore }: TestedProps) {
  const { say, format } = useDesk();
  const { goods, proposal, parts } = test;
  return (
    <div class="putaway-tested" aria-live="polite">
      <p class="putaway-proposal">
        <span class="desk-quiet">{say(proposal ? 'putaway.goesTo' : 'putaway.goesNowhere')}</span>
        {proposal && (
          <>
            <code>{proposal.location}</code>
            <span>
              {say('putaway.because', { rule: proposal.ruleName, strategy: say.label('strategy', proposal.strategy) })}
            </span>
          </>
        )}
      </p>
      {parts.length > 0 && (
        <p class="desk-note">
          {say('putaway.inParts')}{' '}
          {parts.map(({ location, quantity, unit }) => `${format.number(quantity)} ${unit} → ${location}`).join(', ')}
        </p>
      )}
      <Facts
        rows={[
          [
            say('putaway.goods'),
            goods.contents
              .slice(0, 3)
              .map(
                ({ item, description, quantity, unit }) => `${format.number(quantity)} ${unit} ${item} ${description}`,
              )
              .join(', '),
          ],
          [say('putaway.from'), goods.from],
          [say('putaway.weight'), `${format.number(goods.weightKg)} kg`],
          [say('putaway.volume'), `${format.number(goods.volumeLitres)} l`],
          [say('putaway.unmeasured'), goods.unmeasured.join(', ')],
        ]}
      />
      <Rules test={test} />
      <Places test={test} search={search} onSearch={onSearch} onMore={onMore} />
    </div>
  );
}

const tones: Readonly<Record<PutawayTest['rules'][number]['outcome'], Tone>> = {
  chose: 'good',
  none: 'warn',
  'other-goods': 'quiet',
  'not-reached': 'quiet',
};

function Rules({ test: { rules } }: { readonly test: PutawayTest }) {
  const { say } = useDesk();
  return (
    <ol class="putaway-verdicts">
      {rules.map(({ rule, name, outcome, problem }) => (
        <li key={rule}>
          <Chip tone={tones[outcome]}>{say.label('ruleOutcome', outcome)}</Chip> <b>{name}</b>
          {problem && <span class="desk-quiet"> {say.problem(problem)}</span>}
        </li>
      ))}
    </ol>
  );
}

function Places({ test: { places }, search, onSearch, onMore }: TestedProps) {
  const { say, format } = useDesk();
  const [text, setText] = useState(search);
  return (
    <>
      <label class="putaway-search">
        {say('putaway.whyNot')}
        <input
          type="search"
          value={text}
          maxLength={64}
          spellcheck={false}
          placeholder={say('putaway.locationBegins')}
          onInput={({ currentTarget: { value } }) => {
            setText(value);
            onSearch(value.trim());
          }}
        />
      </label>
      <div class="desk-table-frame">
        <table class="desk-table" aria-label={say('putaway.places')}>
          <thead>
            <tr>
              <th scope="col">{say('location')}</th>
              <th scope="col">{say('putaway.filled')}</th>
              <th scope="col">{say('putaway.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {places.items.map((place) => (
              <tr key={place.location} class={place.isProposed ? 'is-marked' : undefined}>
                <td data-head={say('location')}>
                  <code>{place.location}</code> <span class="desk-quiet">{place.zone}</span>
                </td>
                <td data-head={say('putaway.filled')}>
                  <Filled place={place} />
                </td>
                <td data-head={say('putaway.reason')}>
                  {place.problem ? say.problem(place.problem) : <Chip tone="good">{say('putaway.proposed')}</Chip>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="desk-quiet">
        {say('putaway.shownOf', { shown: format.number(places.items.length), total: format.number(places.total) })}
      </p>
      {places.next !== null && (
        <button type="button" onClick={onMore}>
          {say('putaway.more')}
        </button>
      )}
    </>
  );
}

/** How full a place is, by whatever limits it. */
function Filled({ place }: { readonly place: TestedPlace }) {
  const { say, format } = useDesk();
  const of = (used: number, all: number | null, unit: string) =>
    all === null ? [] : [`${format.number(used)} / ${format.number(all)} ${unit}`];
  const parts = [
    ...of(place.plates, place.capacityPlates, say('putaway.plates')),
    ...of(place.weightKg, place.capacityKg, 'kg'),
    ...of(place.volumeLitres, place.capacityLitres, 'l'),
  ];
  return <span class={parts.length === 0 ? 'desk-none' : undefined}>{parts.join(' · ') || '–'}</span>;
}
