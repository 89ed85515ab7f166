import { useState } from 'preact/hooks';
import type { Problem } from '#shared/kernel/problem.ts';
import type { PoolList, PoolOrder, WaveRow } from '#shared/waves/console.ts';
import type { TemplateList } from '#shared/waves/template-document.ts';
import type { WavesResult } from '#shared/waves/wave.ts';
import { type Address, goTo } from '../../ui/console/address.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import type { Outcome } from '../../ui/console/client.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Search } from '../../ui/console/filters.tsx';
import { OutboundFilters } from '../../ui/console/outbound-filters.tsx';
import { Panel, ProblemBox, Reading } from '../../ui/console/parts.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { useSelection } from '../../ui/console/use-selection.ts';
import { AddTo } from './add-to.tsx';
import { FromTemplate } from './from-template.tsx';
import { type Meant, Outlook } from './outlook.tsx';
import { templatesPath, waveHref } from './paths.ts';
import { PoolTable, poolKeyOf } from './pool-table.tsx';
import { Released } from './released.tsx';

const asks = ['urgency', 'carrier', 'priorityAtMost', 'lacking', 'held', 'sourceSystem', 'search'] as const;

/** The orders that wait: some are selected, what releasing them would bring is looked at, then it is done. */
export function Pool({
  address,
  waves,
  onMade,
}: {
  readonly address: Address;
  /** Those that orders may be added to are among them. */
  readonly waves: readonly WaveRow[];
  readonly onMade: () => void;
}) {
  const { say, client, warehouse } = useDesk();
  const asked = new URLSearchParams({ warehouse });
  for (const member of asks) {
    const value = address.query.get(member);
    if (value) asked.set(member, value);
  }
  const pool = useAnswer<PoolList>(`/api/device/releasable-orders?${asked}`, 15_000);
  const templates = useAnswer<TemplateList>(templatesPath(warehouse), 60_000);
  const { chosen, clear, selection } = useSelection<PoolOrder>(poolKeyOf, {
    nameOf: ({ order }) => say('waves.select', { order }),
    allName: say('waves.selectAll'),
    may: ({ holdCodes }) => holdCodes.length === 0,
  });
  const [meant, setMeant] = useState<Meant | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [released, setReleased] = useState<WavesResult | null>(null);
  const [isAdding, setAdding] = useState(false);
  const orders = bodyOf(chosen);
  const isNone = chosen.length === 0;
  const gathered = waves.filter(({ status }) => status === 'created');

  const done = () => {
    clear();
    setMeant(null);
    pool.reload();
    onMade();
  };
  const make = async (what: object): Promise<Outcome<unknown>> => {
    const outcome = await client.command('waves.create', warehouse, what);
    if ('data' in outcome) goTo(waveHref((outcome.data as { readonly wave: string }).wave));
    return outcome;
  };
  const release = (): Question => ({
    title: say('waves.release.title', { count: chosen.length }),
    text: say('waves.release.text'),
    confirm: say('waves.release'),
    carryOut: async () => {
      const outcome = await client.command('waves.release', warehouse, orders);
      setReleased('data' in outcome ? (outcome.data as WavesResult) : null);
      return outcome;
    },
    onDone: done,
  });
  return (
    <div class="desk-columns waves-columns">
      <Panel title={say('waves.toRelease')}>
        <div class="waves-search">
          <Search address={address} placeholder={say('work.order')} />
        </div>
        <OutboundFilters
          address={address}
          from={pool.data}
          held={[
            { value: '', name: say('outbound.heldNot') },
            { value: 'now', name: say('outbound.heldNow') },
            { value: 'any', name: say('outbound.heldAny') },
          ]}
        />
        <Reading of={pool} isEmpty={({ items }) => items.length === 0} empty={say('waves.poolEmpty')}>
          {({ items, total }) => <PoolTable orders={items} total={total} selection={selection} />}
        </Reading>
        {problem && <ProblemBox problem={problem} />}
        {released && <Released of={released} />}
        <div class="desk-buttons desk-actions">
          <b aria-live="polite">{say('waves.selected', { count: chosen.length })}</b>
          <button type="button" class="is-phone" onClick={() => selection.set(pool.data?.items ?? [], isNone)}>
            {say(isNone ? 'waves.selectAll' : 'waves.selectNone')}
          </button>
          {gathered.length > 0 && (
            <button type="button" disabled={isNone} onClick={() => setAdding(true)}>
              {say('waves.add')}…
            </button>
          )}
          <button
            type="button"
            disabled={isNone}
            onClick={() =>
              void make(orders).then((outcome) => setProblem('problem' in outcome ? outcome.problem : null))
            }
          >
            {say('waves.create')}
          </button>
          <button type="button" disabled={isNone} onClick={() => setMeant(orders)}>
            {say('waves.preview')}
          </button>
          <button type="button" class="is-main" disabled={isNone} onClick={() => setQuestion(release())}>
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
      {isAdding && (
        <AddTo
          waves={gathered}
          first={address.query.get('into')}
          orders={orders}
          onDone={done}
          onClose={() => setAdding(false)}
        />
      )}
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
