import { useState } from 'preact/hooks';
import type { FaceList, FaceRow } from '#shared/replenishment/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Choices, Search } from '../../ui/console/filters.tsx';
import { Chip, Head, Quantity, Reading, type Tone } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { FillNow } from './fill-now.tsx';
import { SetLimits } from './set-limits.tsx';

/** Pick faces: how much they hold and should hold, what is on its way, and why nothing can be brought. */
export const facesScreen: ConsoleScreen = {
  path: '/pick-faces',
  permit: 'replenishment.read',
  under: '/stock',
  Screen: Faces,
};

const shows = ['attention', 'all', 'unset'] as const;

function Faces({ address }: ScreenProps) {
  const { say, warehouse, may } = useDesk();
  const [changed, setChanged] = useState<FaceRow | 'new' | null>(null);
  const [filled, setFilled] = useState<FaceRow | null>(null);
  const show = shows.find((one) => one === address.query.get('show')) ?? 'attention';
  const search = address.query.get('search');
  const asked = new URLSearchParams({ warehouse, show, ...(search && { search }) });
  const list = useAnswer<FaceList>(`/api/console/pick-faces?${asked}`);
  const mayChange = may('replenishment.set_limits');
  const choices = shows.map((one) => ({
    value: one === 'attention' ? '' : one,
    name: say(`faces.${one}`),
    count: list.data?.counts[one],
  }));
  return (
    <>
      <Head title={say('faces')} back={{ href: '/console/stock', name: say('stock') }}>
        <Search address={address} placeholder={say('faces.search')} />
        {mayChange && (
          <button type="button" class="is-main" onClick={() => setChanged('new')}>
            {say('faces.set')}
          </button>
        )}
      </Head>
      <Choices address={address} member="show" label={say('status')} choices={choices} />
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say(`faces.none.${show}`)}>
        {({ items, hasMore }) => (
          <>
            <FaceTable faces={items} onChange={mayChange ? setChanged : null} onFill={setFilled} />
            {hasMore && <p class="desk-quiet">{say('stock.more', { count: items.length })}</p>}
          </>
        )}
      </Reading>
      {changed && (
        <SetLimits face={changed === 'new' ? null : changed} onDone={list.reload} onClose={() => setChanged(null)} />
      )}
      {filled && <FillNow face={filled} onDone={list.reload} onClose={() => setFilled(null)} />}
    </>
  );
}

const tones: Readonly<Record<FaceRow['state'], Tone>> = {
  enough: 'good',
  coming: 'info',
  low: 'warn',
  stuck: 'bad',
  unset: 'quiet',
};

function FaceTable({
  faces,
  onChange,
  onFill,
}: {
  readonly faces: readonly FaceRow[];
  /** Null for whoever may not. */
  readonly onChange: ((face: FaceRow) => void) | null;
  readonly onFill: (face: FaceRow) => void;
}) {
  const { say } = useDesk();
  const searchFor = (text: string) => `/console/stock?search=${encodeURIComponent(text)}`;
  const columns: readonly Column<FaceRow>[] = [
    {
      head: say('item'),
      cell: ({ item, description }) => (
        <>
          <a href={searchFor(item)}>
            <code>{item}</code>
          </a>{' '}
          {description}
        </>
      ),
    },
    { head: say('status'), cell: ({ state }) => <Chip tone={tones[state]}>{say(`faces.is.${state}`)}</Chip> },
    { head: say('stock.onHand'), cell: ({ onHand, unit }) => <Quantity of={onHand} unit={unit} />, isNumber: true },
    { head: say('faces.minimum'), cell: ({ minimum }) => <Level of={minimum} />, isNumber: true },
    { head: say('faces.maximum'), cell: ({ maximum }) => <Level of={maximum} />, isNumber: true },
    { head: say('faces.underWay'), cell: (face) => <UnderWay face={face} /> },
    {
      head: say('work.actions'),
      cell: (face) => (
        <span class="desk-row-buttons">
          <button type="button" class="is-small" onClick={() => onFill(face)}>
            {say('faces.fill')}…
          </button>
          {onChange && (
            <button type="button" class="is-small" onClick={() => onChange(face)}>
              {say('faces.change')}…
            </button>
          )}
        </span>
      ),
    },
  ];
  return (
    <Table
      label={say('faces')}
      rows={faces}
      columns={columns}
      rowKey={({ location, item, sourceSystem }) => `${location} ${sourceSystem} ${item}`}
      href={({ location }) => searchFor(location)}
      nameHead={say('found.location')}
      name={({ location }) => <code>{location}</code>}
      isMarked={({ state }) => state === 'stuck'}
    />
  );
}

function Level({ of }: { readonly of: number | null }) {
  const { format } = useDesk();
  return of === null ? <span class="desk-none">–</span> : <span>{format.number(of)}</span>;
}

/** The work that brings goods, or why there is none. */
function UnderWay({ face: { coming, why, unit, planVersion } }: { readonly face: FaceRow }) {
  const { say } = useDesk();
  return (
    <>
      {coming.map(({ work, quantity, claimedBy, isWaiting }) => (
        <div key={work}>
          <a href="/console/waves/all/work">
            <code class="desk-whole">{work}</code>
          </a>{' '}
          {quantity > 0 && <Quantity of={quantity} unit={unit} />}{' '}
          <span class="desk-quiet">{isWaiting ? say('faces.waits') : (claimedBy ?? say('faces.nobody'))}</span>
        </div>
      ))}
      {why && <div>{say.problem({ code: why.code, params: why.params as never })}</div>}
      {planVersion !== null && <div class="desk-quiet">{say('faces.plan', { version: planVersion })}</div>}
    </>
  );
}
