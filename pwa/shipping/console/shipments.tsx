import { useState } from 'preact/hooks';
import type { OutboundLoadDetail, ShipmentRow } from '#shared/shipping/console.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Chip } from '../../ui/console/parts.tsx';
import { type Column, Table } from '../../ui/console/table.tsx';
import type { ToConfirm } from './confirm.tsx';
import { Move } from './move.tsx';
import { Share, State } from './parts.tsx';
import { documentHref } from './paths.ts';
import { SlipPaper } from './slip-paper.tsx';

/** The shipments of a truck: what is picked, what is on it, their slips, and what may be decided about each. */
export function Shipments({
  load,
  onConfirm,
  onDone,
}: {
  readonly load: OutboundLoadDetail;
  readonly onConfirm: (what: ToConfirm) => void;
  readonly onDone: () => void;
}) {
  const { say, may, client, format } = useDesk();
  const [question, setQuestion] = useState<Question | null>(null);
  const [moving, setMoving] = useState<ShipmentRow | null>(null);
  if (load.shipmentItems.length === 0) return <p class="desk-empty">{say('shipping.none')}</p>;
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
  const columns: readonly Column<ShipmentRow>[] = [
    { head: say('status'), cell: ({ status }) => <State code={status} /> },
    { head: say('shipping.orders'), cell: ({ orders }) => <code>{orders.join(', ')}</code> },
    { head: say('shipping.customer'), cell: ({ customer }) => customer ?? '–' },
    { head: say('shipping.picked'), cell: ({ lines }) => <Share of={lines} /> },
    { head: say('shipping.staging'), cell: ({ staging }) => (staging ? <code>{staging}</code> : '–') },
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
    { head: say('shipping.onTruck'), cell: ({ units }) => <Share of={units} /> },
    { head: say('shipping.slip'), cell: ({ slip }) => slip && <Slip slip={slip} /> },
    {
      head: say('shipping.decide'),
      cell: (row) => (
        <span class="shipping-buttons">
          {row.status !== 'shipped' && may('shipping.plan_load') && (
            <button type="button" onClick={() => setMoving(row)}>
              {say('shipping.move')}…
            </button>
          )}
          {row.status !== 'shipped' && may('shipping.confirm') && (
            <button type="button" onClick={() => onConfirm({ shipment: row.shipment })}>
              {say('shipping.confirm')}…
            </button>
          )}
          {row.slip?.active === true && row.status === 'shipped' && may('shipping.reverse_confirmation') && (
            <button type="button" onClick={() => row.slip && reverse(row.slip.documentNumber)}>
              {say('shipping.reverse')}…
            </button>
          )}
        </span>
      ),
    },
  ];
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
      />
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
      {moving && <Move shipment={moving} warehouse={load.warehouse} onDone={onDone} onClose={() => setMoving(null)} />}
    </>
  );
}

function Slip({ slip }: { readonly slip: NonNullable<ShipmentRow['slip']> }) {
  const { say, may } = useDesk();
  const number = <code>{slip.documentNumber}</code>;
  return (
    <span class="shipping-buttons">
      {may('integration.read') ? <a href={documentHref(slip.documentNumber)}>{number}</a> : number}
      {!slip.active && <Chip tone="quiet">{say('shipping.reversed')}</Chip>}
      <SlipPaper documentNumber={slip.documentNumber} />
    </span>
  );
}
