import { useDesk } from '../../ui/console/context.ts';
import { type ReportLine, ReportLines } from './report-lines.tsx';

/** A line of a receipt or a journal. Stored documents never change, so older ones may lack what newer ones have. */
interface Line extends ReportLine {
  readonly orderNumber?: string;
  readonly lineNumber?: number;
  readonly orderedQuantity?: number;
  readonly receivedQuantity?: number;
  readonly shippedQuantity?: number;
  readonly remainingQuantity?: number;
  readonly licensePlate?: string | null;
  readonly difference?: number;
  readonly reason?: string | null;
  readonly details?: readonly Detail[];
}

interface Detail {
  readonly licensePlate?: string | null;
  readonly lot?: string | null;
  readonly serial?: string | null;
  readonly inventoryStatus?: string;
  readonly quantity?: number;
  readonly unit?: string;
}

/**
 * The lines of a document: receipts and packing slips with what came or went on which plate, journals with what differs
 * where, reports whole.
 */
export function DocumentLines({ body }: { readonly body: Readonly<Record<string, unknown>> }) {
  const lines = (Array.isArray(body.lines) ? body.lines : []) as readonly Line[];
  const isJournal = lines.some((line) => line.difference !== undefined);
  if (lines.some((line) => line.onHand !== undefined)) return <ReportLines lines={lines} />;
  return isJournal ? <JournalLines lines={lines} /> : <OrderedLines lines={lines} />;
}

function OrderedLines({ lines }: { readonly lines: readonly Line[] }) {
  const { say, format } = useDesk();
  const moved = say(
    lines.some((line) => line.shippedQuantity !== undefined) ? 'outbound.line.shipped' : 'orders.received',
  );
  const number = (value: number | undefined) => (value === undefined ? '–' : format.number(value));
  return (
    <div class="desk-table-frame">
      <table class="desk-table">
        <thead>
          <tr>
            <th scope="col">{say('orders.order')}</th>
            <th scope="col">{say('item')}</th>
            <th scope="col" class="is-number">
              {say('orders.ordered')}
            </th>
            <th scope="col" class="is-number">
              {moved}
            </th>
            <th scope="col" class="is-number">
              {say('documents.remaining')}
            </th>
            <th scope="col">{say('documents.details')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.orderNumber} ${line.lineNumber}`}>
              <td data-head={say('orders.order')}>
                <code>
                  {line.orderNumber} / {line.lineNumber}
                </code>
              </td>
              <td data-head={say('item')}>
                <ItemLink item={line.item} />
              </td>
              <td data-head={say('orders.ordered')} class="is-number">
                {number(line.orderedQuantity)} <span class="desk-unit">{line.unit}</span>
              </td>
              <td data-head={moved} class="is-number">
                <b>{number(line.shippedQuantity ?? line.receivedQuantity)}</b>{' '}
                <span class="desk-unit">{line.unit}</span>
              </td>
              <td data-head={say('documents.remaining')} class="is-number">
                {number(line.remainingQuantity)} <span class="desk-unit">{line.unit}</span>
              </td>
              <td data-head={say('documents.details')}>
                <ul class="desk-details">
                  {(line.details ?? []).map((detail, index) => (
                    <li key={index}>
                      <DetailOf detail={detail} />
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DetailOf({ detail }: { readonly detail: Detail }) {
  const { say, format } = useDesk();
  const { quantity = 0, unit, licensePlate, lot, serial, inventoryStatus } = detail;
  const rest = [
    lot ? `${say('lot')} ${lot}` : null,
    serial ? `${say('serial')} ${serial}` : null,
    inventoryStatus === undefined ? null : say.label('status', inventoryStatus),
  ].filter((part) => part !== null);
  return (
    <>
      {format.number(quantity)} {unit}
      {licensePlate && (
        <>
          {' · '}
          <a href={`/console/stock?search=${encodeURIComponent(licensePlate)}`}>
            <code>{licensePlate}</code>
          </a>
        </>
      )}
      {rest.map((part) => ` · ${part}`)}
    </>
  );
}

function JournalLines({ lines }: { readonly lines: readonly Line[] }) {
  const { say, format } = useDesk();
  return (
    <div class="desk-table-frame">
      <table class="desk-table">
        <thead>
          <tr>
            <th scope="col">{say('item')}</th>
            <th scope="col" class="is-number">
              {say('documents.difference')}
            </th>
            <th scope="col">{say('location')}</th>
            <th scope="col">{say('licensePlate')}</th>
            <th scope="col">{say('lot')}</th>
            <th scope="col">{say('reason')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={index}>
              <td data-head={say('item')}>
                <ItemLink item={line.item} />
              </td>
              <td data-head={say('documents.difference')} class="is-number">
                <b>
                  {(line.difference ?? 0) > 0 && '+'}
                  {format.number(line.difference ?? 0)}
                </b>{' '}
                <span class="desk-unit">{line.unit}</span>
              </td>
              <td data-head={say('location')}>
                <code>{line.location ?? '–'}</code>
              </td>
              <td data-head={say('licensePlate')}>
                <code>{line.licensePlate ?? '–'}</code>
              </td>
              <td data-head={say('lot')}>{line.lot ?? '–'}</td>
              <td data-head={say('reason')}>{line.reason ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ItemLink({ item }: { readonly item: string | undefined }) {
  return (
    <a href={`/console/stock?search=${encodeURIComponent(item ?? '')}`}>
      <code>{item}</code>
    </a>
  );
}
