import { useState } from 'preact/hooks';
import type { OutboundLoadDetail, ShipmentRow } from '#shared/shipping/console.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Done, ShipmentState } from '../../ui/console/outbound-parts.tsx';
import { Chip } from '../../ui/console/parts.tsx';
import { Picked } from '../../ui/console/picked.tsx';
import { SlipPaper } from '../../ui/console/slip-paper.tsx';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useSelection } from '../../ui/console/use-selection.ts';
import type { ToConfirm } from './confirm-all.ts';
import { Move } from './move.tsx';
import { documentHref } from './paths.ts';

/** The shipments of a truck: what is picked, what is on it, their slips, and what may be decided about each. */
export function Shipments({
  load,
  onConfirm,
  onDone,
}: {
  readonly load: OutboundLoadDetail;
  readonly onConfirm: (what: readonly ToConfirm[]) => void;
  readonly onDone: () => void;
}) {
  const { say, may, client, format } = useDesk();
  const [question, setQuestion] = useState<Question | null>(null);
  const [isMoving, setMoving] = useState(false);
  const isHere = (row: ShipmentRow) => row.status !== 'shipped';
  const { chosen, selection } = useSelection<ShipmentRow>(({ shipment }) => shipment, {
    nameOf: ({ shipment }) => say('waves.select', { order: shipment }),
    allName: say('waves.selectAll'),
    may: isHere,
  });
  if (load.shipmentItems.length === 0) return <p class="desk-empty">{say('shipping.noShipments')}</p>;
  const reverse = (documentNumber: string) =>
    setQuestion({
      title: say('shipping.reverse.title', { document: documentNumber }),
      text: say('shipping.reverse.text'),
      confirm: say('shipping.reverse'),
      isGrave: true,
      needsReason: true,
      carryOut: (reason) => client.command('shipping.reverse_confirmation', load.warehouse, { documentNumber, reason }),
      onDone,
    });
  const cancel = (shipment: string) =>
    setQuestion({
      title: say('shipping.cancelOne.title', { shipment }),
      text: say('shipping.cancelOne.text'),
      details: <Picked of={{ shipment }} />,
      confirm: say('shipping.cancelOne'),
      isGrave: true,
      needsReason: true,
      carryOut: (reason) =>
        client.command('waves.cancel_shipment', load.warehouse, { shipment, reason, putBack: true }),
      onDone,
    });
  const columns: readonly Column<ShipmentRow>[] = [
    { head: say('status'), cell: ({ status }) => <ShipmentState code={status} /> },
    { head: say('shipping.orders'), cell: ({ orders }) => <code>{orders.join(', ')}</code> },
    { head: say('shipping.customer'), cell: ({ customer }) => <span class="desk-party">{customer ?? '–'}</span> },
    { head: say('shipping.picked'), cell: ({ lines }) => <Done of={lines} /> },
    { head: say('shipping.staging'), cell: ({ staging }) => staging && <code class="desk-whole">{staging}</code> },
    {
      head: say('shipping.cartons'),
      cell: ({ cartons, openCartons }) => (
        <>
          {format.number(cartons)}{' '}
          {openCartons > 0 && <Chip tone="warn">{say('shipping.openCartons', { count: openCartons })}</Chip>}
        </>
      ),
      isNumber: true,
    },
    { head: say('shipping.onTruck'), cell: ({ units }) => <Done of={units} /> },
    { head: say('shipping.slip'), cell: ({ slip }) => slip && <Slip slip={slip} /> },
    {
      head: say('shipping.decide'),
      cell: (row) => (
        <span class="desk-row-buttons">
          {isHere(row) && may('shipping.confirm') && (
            <button type="button" class="is-small" onClick={() => onConfirm([{ shipment: row.shipment }])}>
              {say('shipping.confirm')}…
            </button>
          )}
          {isHere(row) && row.status !== 'cancelled' && may('waves.cancel_shipment') && (
            <button type="button" class="is-small" onClick={() => cancel(row.shipment)}>
              {say('work.cancel')}…
            </button>
          )}
          {row.slip?.active === true && row.status === 'shipped' && may('shipping.reverse_confirmation') && (
            <button type="button" class="is-small" onClick={() => row.slip && reverse(row.slip.documentNumber)}>
              {say('shipping.reverse')}…
            </button>
          )}
        </span>
      ),
    },
  ];
  // Who is selected may have left meanwhile, by somebody else's hand.
  const here = new Set(load.shipmentItems.filter(isHere).map(({ shipment }) => shipment));
  const selected = chosen.map(({ shipment }) => shipment).filter((shipment) => here.has(shipment));
  return (
    <>
      <Table
        label={say('shipping.shipments')}
        rows={load.shipmentItems}
        columns={columns}
        rowKey={({ shipment }) => shipment}
        href={({ sourceSystem, orders: [order = ''] }) =>
          `/console/outbound/${encodeURIComponent(sourceSystem)}/${encodeURIComponent(order)}`
        }
        nameHead={say('shipping.shipment')}
        name={({ shipment }) => <code>{shipment}</code>}
        {...(here.size > 0 && may('shipping.plan_load') && { selection })}
      />
      {here.size > 0 && may('shipping.plan_load') && (
        <div class="desk-buttons desk-actions">
          <b aria-live="polite">{say('waves.selected', { count: selected.length })}</b>
          <button type="button" disabled={selected.length === 0} onClick={() => setMoving(true)}>
            {say('shipping.move')}…
          </button>
          <button
            type="button"
            disabled={selected.length === 0}
            onClick={() => onConfirm(selected.map((shipment) => ({ shipment })))}
          >
            {say('shipping.confirm')}…
          </button>
        </div>
      )}
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
      {isMoving && <Move shipments={selected} from={load.load} onClose={() => setMoving(false)} />}
    </>
  );
}

function Slip({ slip }: { readonly slip: NonNullable<ShipmentRow['slip']> }) {
  const { say, may } = useDesk();
  const number = <code class="desk-whole">{slip.documentNumber}</code>;
  return (
    <span class="desk-row-buttons">
      {may('integration.read') ? <a href={documentHref(slip.documentNumber)}>{number}</a> : number}
      {!slip.active && <Chip tone="quiet">{say('shipping.reversed')}</Chip>}
      <SlipPaper documentNumber={slip.documentNumber} />
    </span>
  );
}
