import { useDesk } from '../../ui/console/context.ts';

/** A line of an on-hand report; only what it was asked to be kept apart by is there. */
export interface ReportLine {
  readonly item?: string;
  readonly warehouse?: string;
  readonly location?: string | null;
  readonly inventoryStatus?: string;
  readonly lot?: string | null;
  readonly owner?: string;
  readonly unit?: string;
  readonly onHand?: number;
  readonly inTransit?: number;
  readonly reportedToErp?: number;
}

/**
 * What is on hand beside what the ERP was told; where they differ, something waits for its document. What is on its way
 * has no place yet, and counts in neither.
 */
export function ReportLines({ lines }: { readonly lines: readonly ReportLine[] }) {
  const { say, format } = useDesk();
  const has = (member: keyof ReportLine) => lines.some((line) => line[member] !== undefined);
  const places = [
    { head: say('location'), isThere: has('location'), of: ({ location }: ReportLine) => location },
    { head: say('lot'), isThere: has('lot'), of: ({ lot }: ReportLine) => lot },
    {
      head: say('status'),
      isThere: has('inventoryStatus'),
      of: ({ inventoryStatus = '' }: ReportLine) => say.label('status', inventoryStatus),
    },
    { head: say('owner'), isThere: has('owner'), of: ({ owner }: ReportLine) => owner },
  ].filter(({ isThere }) => isThere);
  return (
    <div class="desk-table-frame">
      <table class="desk-table">
        <thead>
          <tr>
            <th scope="col">{say('item')}</th>
            <th scope="col">{say('warehouse')}</th>
            {places.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col" class="is-number">
              {say('stock.onHand')}
            </th>
            <th scope="col" class="is-number">
              {say('documents.reportedToErp')}
            </th>
            <th scope="col" class="is-number">
              {say('documents.inTransit')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={index} class={line.onHand === line.reportedToErp ? undefined : 'is-marked'}>
              <td data-head={say('item')}>
                <a href={`/console/stock?search=${encodeURIComponent(line.item ?? '')}`}>
                  <code>{line.item}</code>
                </a>
              </td>
              <td data-head={say('warehouse')}>{line.warehouse}</td>
              {places.map(({ head, of }) => (
                <td key={head} data-head={head}>
                  {of(line) ?? '–'}
                </td>
              ))}
              <td data-head={say('stock.onHand')} class="is-number">
                <b>{format.number(line.onHand ?? 0)}</b> <span class="desk-unit">{line.unit}</span>
              </td>
              <td data-head={say('documents.reportedToErp')} class="is-number">
                {format.number(line.reportedToErp ?? 0)} <span class="desk-unit">{line.unit}</span>
              </td>
              <td data-head={say('documents.inTransit')} class="is-number">
                {format.number(line.inTransit ?? 0)} <span class="desk-unit">{line.unit}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
