import { useState } from 'preact/hooks';
import type { PoolList, PoolOrder } from '#shared/waves/console.ts';
import type { TemplateList } from '#shared/waves/template-document.ts';
import { type Address, goTo } from '../../ui/console/address.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import type { Outcome } from '../../ui/console/client.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Choices, Search } from '../../ui/console/filters.tsx';
import { Panel, Reading } from '../../ui/console/parts.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { type Meant, Outlook } from './outlook.tsx';
import { templatesPath, waveHref } from './paths.ts';
import { PoolTable } from './pool-table.tsx';

const urgencies = ['late', 'soon', 'normal'] as const;

/** The orders that may be released: some are selected, what releasing them would bring is looked at, then it is done. */
export function Pool({ address, onMade }: { readonly address: Address; readonly onMade: () => void }) {
  const { say, client, warehouse } = useDesk();
  const asked = new URLSearchParams({ warehouse });
  for (const member of ['urgency', 'search']) {
    const value = address.query.get(member);
    if (value) asked.set(member, value);
  }
  const pool = useAnswer<PoolList>(`/api/device/releasable-orders?${asked}`, 15_000);
  const templates = useAnswer<TemplateList>(templatesPath(warehouse), 60_000);
  const [selected, setSelected] = useState<ReadonlyMap<string, PoolOrder>>(new Map());
  const [meant, setMeant] = useState<Meant | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const chosen = [...selected.values()];
  const orders = bodyOf(chosen);

  const done = () => {
    setSelected(new Map());
    setMeant(null);
    pool.reload();
    onMade();
  };
  const make = async (what: object): Promise<Outcome<unknown>> => {
    const outcome = await client.command('waves.create', warehouse, what);
    if ('data' in outcome) goTo(waveHref((outcome.data as { readonly wave: string }).wave));
    return outcome;
  };
  const ask = (count: number, what: object): Question => ({
    title: say('waves.release.title', { count }),
    text: say('waves.release.text'),
    confirm: say('waves.release'),
    carryOut: () => client.command('waves.release', warehouse, what),
    onDone: done,
  });
  return (
    <div class="desk-columns waves-columns">
      <Panel title={say('waves.toRelease')}>
        <div class="waves-filters">
          <Choices
            address={address}
            member="urgency"
            label={say('waves.urgency')}
            choices={[
              { value: '', name: say('urgency.all') },
              ...urgencies.map((value) => ({ value, name: say.label('urgency', value) })),
            ]}
          />
          <Search address={address} placeholder={say('work.order')} />
        </div>
        <Reading of={pool} isEmpty={({ items }) => items.length === 0} empty={say('waves.poolEmpty')}>
          {({ items, total }) => (
            <PoolTable
              orders={items}
              total={total}
              selected={selected}
              onSelect={(next) => {
                setSelected(next);
                if (next.size === 0) setMeant(null);
              }}
            />
          )}
        </Reading>
        <div class="desk-buttons waves-actions">
          <b aria-live="polite">{say('waves.selected', { count: chosen.length })}</b>
          <button type="button" disabled={chosen.length === 0} onClick={() => setMeant(orders)}>
            {say('waves.preview')}
          </button>
          <button type="button" disabled={chosen.length === 0} onClick={() => void make(orders)}>
            {say('waves.create')}
          </button>
          <button
            type="button"
            class="is-main"
            disabled={chosen.length === 0}
            onClick={() => setQuestion(ask(chosen.length, orders))}
          >
            {say('waves.release')}…
          </button>
        </div>
      </Panel>
      <div>
        {(templates.data?.items.length ?? 0) > 0 && (
          <FromTemplate templates={templates.data?.items ?? []} onPreview={setMeant} onMake={make} />
        )}
        <Outlook meant={meant} />
      </div>
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
    </div>
  );
}

/** The source system is named where all have the same, so that numbers that others have too are clear. */
function bodyOf(orders: readonly PoolOrder[]): { orders: string[]; sourceSystem?: string } {
  const systems = new Set(orders.map(({ sourceSystem }) => sourceSystem));
  const [only] = systems;
  const numbers = orders.map(({ order }) => order);
  return systems.size === 1 && only !== undefined ? { orders: numbers, sourceSystem: only } : { orders: numbers };
}

function FromTemplate({
  templates,
  onPreview,
  onMake,
}: {
  readonly templates: TemplateList['items'];
  readonly onPreview: (meant: Meant) => void;
  readonly onMake: (what: object) => Promise<Outcome<unknown>>;
}) {
  const { say } = useDesk();
  const [code, setCode] = useState('');
  const [question, setQuestion] = useState<Question | null>(null);
  const named = templates.find((template) => template.code === code);
  return (
    <Panel title={say('waves.fromTemplate')}>
      <div class="desk-buttons waves-template">
        <select
          aria-label={say('waves.template')}
          value={code}
          onChange={({ currentTarget: { value } }) => setCode(value)}
        >
          <option value="">{say('waves.chooseTemplate')}</option>
          {templates.map((template) => (
            <option key={template.code} value={template.code}>
              {template.name}
            </option>
          ))}
        </select>
        <button type="button" disabled={!named} onClick={() => onPreview({ template: code })}>
          {say('waves.preview')}
        </button>
        <button
          type="button"
          disabled={!named}
          onClick={() =>
            setQuestion({
              title: `${say('waves.create')}: ${named?.name ?? ''}`,
              text: say('waves.preview.hint'),
              confirm: say('waves.create'),
              carryOut: () => onMake({ template: code }),
              onDone: () => undefined,
            })
          }
        >
          {say('waves.create')}…
        </button>
      </div>
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
    </Panel>
  );
}
