import type { Board, Waiting } from '#shared/monitoring/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Head, Panel, Reading, type Tone, When } from '../../ui/console/parts.tsx';
import type { ConsoleScreen } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';
import type { ConsoleKey } from '../../ui/console/words.ts';
import { Devices } from './devices.tsx';
import { Hours } from './hours.tsx';

/** What waits, since when, and how the shift is going; every number leads to what it is made of. */
export const todayScreen: ConsoleScreen = {
  path: '/',
  permit: 'monitoring.read',
  tab: { name: 'today' },
  Screen: Today,
};

interface Tile {
  readonly name: ConsoleKey;
  readonly href: string;
  /** What it is when there is something. */
  readonly tone: Tone;
  readonly of: (board: Board) => Waiting;
}

/** The tiles by what they are about; who stands before a cut-off looks at the first. */
const groups: readonly { readonly name: ConsoleKey; readonly tiles: readonly Tile[] }[] = [
  {
    name: 'today.out',
    tiles: [
      { name: 'tile.late', href: '/console/outbound?urgency=late', tone: 'bad', of: ({ outbound }) => outbound.late },
      { name: 'tile.toRelease', href: '/console/waves', tone: 'warn', of: ({ outbound }) => outbound.toRelease },
      {
        name: 'tile.linesToPick',
        href: '/console/waves/all/work',
        tone: 'info',
        of: ({ outbound }) => outbound.linesToPick,
      },
      {
        name: 'tile.lacking',
        href: '/console/outbound?lacking=yes',
        tone: 'warn',
        of: ({ outbound }) => outbound.lacking,
      },
      { name: 'tile.toLoad', href: '/console/shipping', tone: 'info', of: ({ outbound }) => outbound.toLoad },
    ],
  },
  {
    name: 'today.floor',
    tiles: [
      {
        name: 'tile.held',
        href: '/console/decisions?kind=held_command',
        tone: 'bad',
        of: ({ decisions }) => decisions.held,
      },
      {
        name: 'tile.approvals',
        href: '/console/decisions?kind=approval',
        tone: 'warn',
        of: ({ decisions }) => decisions.approvals,
      },
      {
        name: 'tile.discrepancies',
        href: '/console/decisions?kind=discrepancy',
        tone: 'warn',
        of: ({ decisions }) => decisions.discrepancies,
      },
      { name: 'tile.counts', href: '/console/counts', tone: 'warn', of: ({ decisions }) => decisions.counts },
      {
        name: 'tile.unknownCodes',
        href: '/console/unknown-codes',
        tone: 'warn',
        of: ({ decisions }) => decisions.unknownCodes,
      },
      {
        name: 'tile.registered',
        href: '/console/orders?receiving=now',
        tone: 'info',
        of: ({ registered }) => registered,
      },
      { name: 'tile.putaway', href: '/console/stock?waitingFor=putaway', tone: 'info', of: ({ putaway }) => putaway },
      { name: 'tile.devices', href: '#devices', tone: 'warn', of: unsent },
    ],
  },
  {
    name: 'today.erp',
    tiles: [
      {
        name: 'tile.failed',
        href: '/console/messages?status=failed',
        tone: 'bad',
        of: ({ messages }) => messages.failed,
      },
      {
        name: 'tile.parked',
        href: '/console/messages?status=parked',
        tone: 'warn',
        of: ({ messages }) => messages.parked,
      },
      {
        name: 'tile.rejected',
        href: '/console/documents?acknowledgement=rejected',
        tone: 'bad',
        of: ({ documents }) => documents.rejected,
      },
      {
        name: 'tile.unacknowledged',
        href: '/console/documents?acknowledgement=none',
        tone: 'warn',
        of: ({ documents }) => documents.unacknowledged,
      },
      {
        name: 'tile.notFinal',
        href: '/console/documents?posting=stuck',
        tone: 'bad',
        of: ({ documents }) => documents.notFinal,
      },
    ],
  },
];

/** Devices that keep scans to themselves; as old as the last time the longest silent one was heard of. */
function unsent({ devices }: Board): Waiting {
  const contacts = devices
    .filter(({ waitingCommands }) => waitingCommands > 0)
    .map(({ lastContactAt }) => lastContactAt);
  return { count: contacts.length, oldestAt: contacts.sort()[0] ?? null };
}

function Today() {
  const { say, warehouse, format } = useDesk();
  const board = useAnswer<Board>(`/api/console/board?warehouse=${warehouse}`, 5000);
  return (
    <>
      <Head title={say('today')}>
        {board.data && <span class="desk-quiet">{say('asOf', { time: format.time(board.data.at) })}</span>}
      </Head>
      <Reading of={board}>
        {(data) => (
          <>
            {groups.map(({ name, tiles }) => (
              <section key={name} aria-label={say(name)}>
                <h2 class="desk-tiles-name">{say(name)}</h2>
                <div class="desk-tiles">
                  {tiles.map((tile) => (
                    <TileCard key={tile.name} tile={tile} of={tile.of(data)} />
                  ))}
                </div>
              </section>
            ))}
            <div class="desk-columns">
              <Hours hours={data.hours} />
              <Panel title={say('orders')}>
                <ul class="desk-plain-list">
                  <li>
                    <a href="/console/orders?status=open">{say('orders.open')}</a>
                    <b>{format.number(data.orders.open)}</b>
                  </li>
                  <li>
                    <a href="/console/orders?status=partially_received">{say('orders.partiallyReceived')}</a>
                    <b>{format.number(data.orders.partiallyReceived)}</b>
                  </li>
                  <li>
                    <a href="/console/messages?status=received">{say('orders.arriving')}</a>
                    <b>{format.number(data.messages.received.count)}</b>
                  </li>
                </ul>
              </Panel>
            </div>
            <Devices devices={data.devices} at={data.at} />
          </>
        )}
      </Reading>
    </>
  );
}

function TileCard({ tile, of }: { readonly tile: Tile; readonly of: Waiting }) {
  const { say, format } = useDesk();
  const tone = of.count > 0 ? tile.tone : 'good';
  return (
    <a class={`desk-tile tone-${tone}`} href={tile.href}>
      <span class="desk-tile-number">{format.number(of.count)}</span>
      <span class="desk-tile-name">{say(tile.name)}</span>
      <span class="desk-tile-since">
        {of.oldestAt === null ? (
          say('nothingWaits')
        ) : (
          <>
            {say('oldest')} <When at={of.oldestAt} />
          </>
        )}
      </span>
    </a>
  );
}
