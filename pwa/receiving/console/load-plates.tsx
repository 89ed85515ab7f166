import type { LoadDetail, PlateLine } from '#shared/receiving/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Chip, Panel, Quantity } from '../../ui/console/parts.tsx';
import { type Column, Table } from '../../ui/console/table.tsx';
import { Difference } from './load-parts.tsx';

/** As many rows as somebody looks through; the difference of each line is above. */
const rowsShown = 500;

/** Each plate with what the notice says is on it and what was registered there; what came besides has no announcement. */
export function LoadPlates({ load: { notice, plateItems, completedAt } }: { readonly load: LoadDetail }) {
  const { say, format } = useDesk();
  const isAnnounced = notice !== null;
  const columns: readonly Column<PlateLine>[] = [
    { head: say('loads.standsOn'), cell: ({ parent }) => parent && <code>{parent}</code> },
    {
      head: say('orders.line'),
      cell: ({ order, line }) => (
        <>
          <code>{order}</code> / {line}
        </>
      ),
    },
    { head: say('item'), cell: ({ item }) => <code>{item}</code> },
    { head: say('description'), cell: ({ description }) => description },
    { head: say('lot'), cell: ({ lot }) => lot },
    {
      head: say('loads.announced'),
      cell: ({ announced, unit }) =>
        announced === 0 ? <span class="desk-none">–</span> : <Quantity of={announced} unit={unit} />,
      isNumber: true,
    },
    {
      head: say('orders.registered'),
      cell: ({ received, unit }) => <Quantity of={received} unit={unit} />,
      isNumber: true,
    },
    {
      head: say('loads.difference'),
      cell: ({ announced, received, unit }) =>
        isAnnounced ? (
          <Difference expected={announced} came={received} unit={unit} isOpen={completedAt === null} />
        ) : (
          <span class="desk-none">–</span>
        ),
      isNumber: true,
    },
  ];
  const isAdded = ({ announced }: PlateLine) => isAnnounced && announced === 0;
  return (
    <Panel title={say('loads.plates')}>
      <Table
        label={say('loads.plates')}
        rows={plateItems.slice(0, rowsShown)}
        columns={columns}
        rowKey={({ licensePlate, order, line, lot, announced }) =>
          `${licensePlate} ${order} ${line} ${lot} ${announced > 0}`
        }
        href={({ licensePlate, item }) => `/console/stock?search=${encodeURIComponent(licensePlate || item)}`}
        nameHead={say('licensePlate')}
        name={(row) => (
          <>
            {row.licensePlate === '' ? say('loads.loose') : <code>{row.licensePlate}</code>}
            {isAdded(row) && <Chip tone="warn">{say('loads.notAnnounced')}</Chip>}
          </>
        )}
      />
      {plateItems.length > rowsShown && (
        <p class="desk-quiet">{say('setup.andMore', { count: format.number(plateItems.length - rowsShown) })}</p>
      )}
    </Panel>
  );
}
