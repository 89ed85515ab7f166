import type { Found } from '#shared/inventory/look-up.ts';
import type { FoundPaper, FoundPromise, PaperLine } from '#shared/inventory/look-up-outbound.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Facts, Moment, Panel } from '../../ui/console/parts.tsx';
import { Table } from '../../ui/console/table.tsx';

/** What else a code is the name of, for whom goods are, who received them, and why nobody can pick them. */
export function FoundPanels({ items }: { readonly items: readonly Found[] }) {
  return (
    <>
      {items.map((found) => (
        <FoundPanel key={`${found.kind} ${found.sourceSystem} ${found.name} ${found.of?.item}`} found={found} />
      ))}
    </>
  );
}

function FoundPanel({ found }: { readonly found: Found }) {
  const { say } = useDesk();
  const { kind, name, sourceSystem, paper, of, promised, shipped, whyNot } = found;
  const href = hrefOf(found);
  const isSilent = !paper && promised.length + shipped.length === 0 && whyNot === null;
  if (isSilent && kind !== 'lot' && kind !== 'serial' && href === null) return null;
  return (
    <Panel
      title={
        <>
          {say(`found.${kind}`)} {href === null ? <code>{name}</code> : <a href={href}>{name}</a>}
        </>
      }
    >
      {whyNot && <p class="desk-quiet">{say.problem(whyNot)}</p>}
      <Facts
        rows={[
          [say('item'), of && `${of.item} ${of.description}`],
          [say('expires'), of?.expiryDate],
          [say('found.system'), paper ? sourceSystem : null],
          ...(paper ? factsOf(paper, found, say) : []),
        ]}
      />
      {paper && paper.lines.length > 0 && <Lines of={name} lines={paper.lines} />}
      {promised.length > 0 && <Promises title={say('found.promised')} of={name} rows={promised} />}
      {shipped.length > 0 && <Promises title={say('found.received')} of={name} rows={shipped} />}
    </Panel>
  );
}

type Say = ReturnType<typeof useDesk>['say'];

function factsOf(paper: FoundPaper, { kind }: Found, say: Say): (readonly [string, string | null])[] {
  const many = (names: readonly string[]) =>
    names.slice(0, namesShown).join(', ') + (names.length > namesShown ? ' …' : '');
  return [
    [say('status'), stateOf(kind, paper, say)],
    [say('outbound.customer'), paper.consignee],
    [say('location'), paper.location],
    [say('found.claimedBy'), paper.claimedBy],
    [say('found.orders'), many(paper.orders)],
    [say('outbound.shipments'), many(paper.shipments)],
    [say('shipping.load'), many(paper.loads)],
    [say('outbound.carrier'), paper.carrier],
    [say('found.cartons'), many(paper.cartons)],
    [say('found.tracking'), paper.trackingNumber],
    [say('work'), many(paper.work)],
    [say('waves.wave'), many(paper.waves)],
    [say('documents'), many(paper.documents)],
  ];
}

const namesShown = 8;

function stateOf(kind: Found['kind'], { status, releaseStatus, shipmentStatus }: FoundPaper, say: Say): string {
  if (kind === 'wave') return say.label('waveState', status);
  if (kind === 'work') return say.label('workState', status);
  if (kind === 'shipment' || kind === 'outboundLoad' || kind === 'carton') return say.label('shipmentState', status);
  if (status !== 'open') return say.label('status', status);
  return `${say.label('release', releaseStatus ?? '')}, ${say.label('shipment', shipmentStatus ?? '')}`;
}

/** Its own screen in the console, where it has one. */
function hrefOf({ kind, name, sourceSystem }: Found): string | null {
  const screens: Partial<Record<Found['kind'], string>> = {
    order: `orders/${encodeURIComponent(sourceSystem ?? '')}`,
    outboundOrder: `outbound/${encodeURIComponent(sourceSystem ?? '')}`,
    load: 'loads',
    outboundLoad: 'shipping',
    wave: 'waves',
  };
  const screen = screens[kind];
  return screen === undefined ? null : `/console/${screen}/${encodeURIComponent(name)}`;
}

function searchFor(code: string): string {
  return `/console/stock?search=${encodeURIComponent(code)}`;
}

function Lines({ of, lines }: { readonly of: string; readonly lines: readonly PaperLine[] }) {
  const { say, format } = useDesk();
  const count = (head: string, member: 'wanted' | 'reserved' | 'released' | 'picked' | 'shipped') => ({
    head,
    cell: (line: PaperLine) => format.number(line[member]),
    isNumber: true,
  });
  return (
    <Table
      label={`${say('found.lines')} ${of}`}
      rows={lines}
      rowKey={({ order, line, item, location }) => [order, line, item, location].join(' ')}
      href={({ item }) => searchFor(item)}
      nameHead={say('item')}
      name={({ item }) => <code>{item}</code>}
      columns={[
        { head: say('found.line'), cell: ({ order, line }) => `${order} / ${line}` },
        { head: say('location'), cell: ({ location }) => location ?? '–' },
        count(say('found.wanted'), 'wanted'),
        count(say('stock.reserved'), 'reserved'),
        count(say('found.released'), 'released'),
        count(say('found.picked'), 'picked'),
        count(say('found.shipped'), 'shipped'),
        { head: say('unit'), cell: ({ unit }) => unit },
        { head: say('found.why'), cell: ({ why }) => (why ? say.problem(why) : '') },
      ]}
    />
  );
}

function Promises({
  title,
  of,
  rows,
}: {
  readonly title: string;
  readonly of: string;
  readonly rows: readonly FoundPromise[];
}) {
  const { say, format } = useDesk();
  return (
    <>
      <h3>{title}</h3>
      <Table
        label={`${title} ${of}`}
        rows={rows}
        rowKey={(row) =>
          [
            row.order,
            row.line,
            row.item,
            row.lot,
            row.serial,
            row.licensePlate,
            row.location,
            row.state,
            row.shipment,
          ].join(' ')
        }
        href={({ order, shipment, work }) => searchFor(order ?? shipment ?? work ?? '')}
        nameHead={say('found.outboundOrder')}
        name={({ order, line, work }) => (order === null ? (work ?? '–') : `${order} / ${line}`)}
        columns={[
          { head: say('outbound.customer'), cell: ({ consignee }) => consignee ?? '–' },
          { head: say('item'), cell: ({ item }) => <code>{item}</code> },
          { head: say('found.wanted'), cell: ({ quantity }) => format.number(quantity), isNumber: true },
          { head: say('unit'), cell: ({ unit }) => unit },
          { head: say('lot'), cell: ({ lot, serial }) => [lot, serial].filter((one) => one).join(' · ') || '–' },
          {
            head: say('location'),
            cell: ({ state, location, shippedAt }) => (state === 'shipped' ? <Moment at={shippedAt} /> : location),
          },
          { head: say('licensePlate'), cell: ({ licensePlate }) => licensePlate ?? '–' },
          { head: say('shipping.shipment'), cell: ({ shipment }) => shipment ?? '–' },
          { head: say('documents'), cell: ({ documentNumber }) => documentNumber ?? '–' },
        ]}
      />
    </>
  );
}
