import { useRef, useState } from 'preact/hooks';
import type { LotHoldDetail } from '#shared/inventory/lot-holds.ts';
import { statusReasons } from '#shared/ledger/restated.ts';
import { useDesk } from '../../ui/console/context.ts';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { Facts, Head, Moment, Panel, Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { reasonField } from './change-forms.ts';
import { asksSecondPerson, commanded } from './change-stock.tsx';
import { HoldState } from './holds.screen.tsx';
import { StockState } from './stock-state.tsx';

/** One hold: where all of its lot is, and who received any of it. */
export const holdScreen: ConsoleScreen = { path: '/holds/:hold', permit: 'stock.read', under: '/stock', Screen: Hold };

const refreshMs = 5000;
const releaseType = 'inventory.release_lot';

function Hold({ params: { hold = '' } }: ScreenProps) {
  const { say, may, warehouse } = useDesk();
  const path = `/api/console/lot-holds/${encodeURIComponent(hold)}?warehouse=${warehouse}`;
  const answer = useAnswer<LotHoldDetail>(path, refreshMs);
  const [isAsking, setAsking] = useState(false);
  const [isWaiting, setWaiting] = useState(false);
  const { data } = answer;
  const mayEnd = data?.status === 'active' && may(releaseType);
  return (
    <>
      <Head
        back={{ href: '/console/holds', name: say('holds') }}
        title={
          <>
            <code>{hold}</code> {data && <HoldState status={data.status} />}
          </>
        }
      >
        {mayEnd && (
          <button type="button" class="is-main" onClick={() => setAsking(true)}>
            {say('holds.release')}…
          </button>
        )}
      </Head>
      {isWaiting && <SecondPerson />}
      <Reading of={answer}>
        {(whole) => (
          <>
            <About hold={whole} />
            <Stock rows={whole.stock} />
            <Received rows={whole.received} hasMore={whole.hasMoreReceived} />
          </>
        )}
      </Reading>
      {isAsking && (
        <Release
          hold={hold}
          onDone={(waits) => {
            setWaiting(waits);
            answer.reload();
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** What was asked for waits until somebody else has approved it. */
export function SecondPerson() {
  const { say } = useDesk();
  return (
    <p class="desk-empty" role="status">
      {say('stock.secondPerson')} <a href="/console/decisions?kind=approval">{say('decisions')}</a>
    </p>
  );
}

function Release({
  hold,
  onDone,
  onClose,
}: {
  readonly hold: string;
  readonly onDone: (isWaiting: boolean) => void;
  readonly onClose: () => void;
}) {
  const { say, client, warehouse } = useDesk();
  const isWaiting = useRef(false);
  return (
    <MakeNew
      title={`${say('holds.release')} · ${hold}`}
      text={say('holds.release.text')}
      confirm={say('holds.release')}
      fields={[reasonField(say, statusReasons)]}
      start={{ reason: 'quality' }}
      carryOut={async (draft) => {
        const outcome = await commanded(client, releaseType, warehouse, { hold, ...draft });
        isWaiting.current = asksSecondPerson(outcome);
        return outcome;
      }}
      onMade={() => onDone(isWaiting.current)}
      onClose={onClose}
    />
  );
}

function About({ hold }: { readonly hold: LotHoldDetail }) {
  const { say } = useDesk();
  const { releasedBy, releaseReason, releasedAt } = hold;
  return (
    <Panel
      title={
        <>
          {hold.item} · {say('lot')} {hold.lot}
        </>
      }
    >
      <Facts
        rows={[
          [say('item'), `${hold.item} ${hold.description}`],
          [say('expires'), hold.expiryDate],
          [say('found.system'), hold.sourceSystem],
          [say('reason'), say.label('reasonCode', hold.reason)],
          [say('holds.note'), hold.note],
          [
            say('holds.placed'),
            <span key="placed">
              {hold.placedBy} · <Moment at={hold.placedAt} />
            </span>,
          ],
          [
            say('holds.ended'),
            releasedBy && (
              <span key="ended">
                {releasedBy} · <Moment at={releasedAt} /> · {say.label('reasonCode', releaseReason ?? '')}
              </span>
            ),
          ],
        ]}
      />
    </Panel>
  );
}

type Stocked = LotHoldDetail['stock'][number];

function Stock({ rows }: { readonly rows: readonly Stocked[] }) {
  const { say, format } = useDesk();
  const columns: readonly Column<Stocked>[] = [
    { head: say('warehouse'), cell: ({ warehouse }) => warehouse },
    { head: say('licensePlate'), cell: ({ licensePlate }) => licensePlate ?? '–' },
    { head: say('status'), cell: ({ inventoryStatus }) => <StockState status={inventoryStatus} /> },
    { head: say('stock.onHand'), cell: ({ onHand }) => format.number(onHand), isNumber: true },
    { head: say('stock.reserved'), cell: ({ reserved }) => format.number(reserved), isNumber: true },
    { head: say('unit'), cell: ({ unit }) => unit },
    { head: say('owner'), cell: ({ owner }) => owner },
  ];
  return (
    <Panel title={say('holds.where')}>
      {rows.length === 0 ? (
        <p class="desk-quiet">{say('holds.nowhere')}</p>
      ) : (
        <Table
          label={say('holds.where')}
          rows={rows}
          columns={columns}
          rowKey={(row) =>
            [row.warehouse, row.location, row.licensePlate, row.serial, row.inventoryStatus, row.owner].join(' ')
          }
          href={({ location }) => `/console/stock?search=${encodeURIComponent(location)}`}
          nameHead={say('location')}
          name={({ location }) => <code>{location}</code>}
        />
      )}
    </Panel>
  );
}

type Receiver = LotHoldDetail['received'][number];

function Received({ rows, hasMore }: { readonly rows: readonly Receiver[]; readonly hasMore: boolean }) {
  const { say, format } = useDesk();
  const columns: readonly Column<Receiver>[] = [
    { head: say('outbound.customer'), cell: ({ consignee }) => consignee ?? '–' },
    { head: say('found.wanted'), cell: ({ quantity }) => format.number(quantity), isNumber: true },
    { head: say('unit'), cell: ({ unit }) => unit },
    { head: say('found.shipped'), cell: ({ shippedAt }) => <Moment at={shippedAt} /> },
    { head: say('shipping.shipment'), cell: ({ shipment }) => shipment ?? '–' },
    { head: say('documents'), cell: ({ documentNumber }) => documentNumber ?? '–' },
    { head: say('licensePlate'), cell: ({ licensePlate }) => licensePlate ?? '–' },
    { head: say('warehouse'), cell: ({ warehouse }) => warehouse },
  ];
  return (
    <Panel title={say('found.received')}>
      {rows.length === 0 ? (
        <p class="desk-quiet">{say('holds.nobody')}</p>
      ) : (
        <Table
          label={say('found.received')}
          rows={rows}
          columns={columns}
          rowKey={(row) => [row.order, row.line, row.shipment, row.licensePlate, row.serial].join(' ')}
          href={({ order }) => `/console/stock?search=${encodeURIComponent(order ?? '')}`}
          nameHead={say('found.outboundOrder')}
          name={({ order, line }) => `${order ?? '–'} / ${line}`}
        />
      )}
      {hasMore && <p class="desk-quiet">{say('stock.more', { count: rows.length })}</p>}
    </Panel>
  );
}
