import type { Reconciliation, ReconciliationList, Reconciliations } from '#shared/documents/reconciliation.ts';
import { type Address, withQuery } from '../../ui/console/address.ts';
import { AskedForm } from '../../ui/console/asked-form.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Chip, Facts, Head, Panel, Quantity, Reading, type Tone, When } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { documentHref } from './documents.screen.tsx';

/** Why the ERP says 11 and the warehouse 10: the items that differ, and of one every change that makes the difference. */
export const reconciliationScreen: ConsoleScreen = {
  path: '/documents/reconciliation',
  permit: 'integration.read',
  under: '/documents',
  Screen: Reconcile,
};

function Reconcile({ address }: ScreenProps) {
  const { say } = useDesk();
  const item = address.query.get('item') ?? '';
  const back =
    item === ''
      ? { href: '/console/documents', name: say('documents') }
      : { href: '/console/documents/reconciliation', name: say('reconcile') };
  return (
    <>
      <Head back={back} title={say('reconcile.title')} />
      <AskedForm
        address={address}
        fields={[
          { name: 'item', label: say('item') },
          { name: 'erpQuantity', label: say('reconcile.erpQuantity'), kind: 'number' },
        ]}
        button={say('reconcile.explain')}
      />
      {item === '' ? <NotTold address={address} /> : <Explained address={address} item={item} />}
    </>
  );
}

type ListRow = ReconciliationList['items'][number];

function NotTold({ address }: { readonly address: Address }) {
  const { say, warehouse, format } = useDesk();
  const list = useAnswer<ReconciliationList>(`/api/console/not-told?warehouse=${warehouse}`);
  const columns: readonly Column<ListRow>[] = [
    { head: say('reconcile.description'), cell: ({ description }) => description },
    { head: say('sourceSystem'), cell: ({ sourceSystem }) => sourceSystem },
    { head: say('stock.onHand'), cell: ({ onHand }) => format.number(onHand), isNumber: true },
    {
      head: say('documents.reportedToErp'),
      cell: ({ reportedToErp }) => format.number(reportedToErp),
      isNumber: true,
    },
    { head: say('reconcile.notTold'), cell: ({ notTold }) => <b>{format.number(notTold)}</b>, isNumber: true },
    { head: say('unit'), cell: ({ unit }) => unit },
  ];
  return (
    <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say('reconcile.none')}>
      {({ items, hasMore }) => (
        <>
          <Table
            label={say('reconcile')}
            rows={items}
            columns={columns}
            rowKey={(row) => `${row.sourceSystem} ${row.item}`}
            href={({ item }) => withQuery(address, { item })}
            nameHead={say('item')}
            name={({ item }) => <code>{item}</code>}
          />
          {hasMore && <p class="desk-quiet">{say('stock.more', { count: items.length })}</p>}
        </>
      )}
    </Reading>
  );
}

function Explained({ address, item }: { readonly address: Address; readonly item: string }) {
  const { say, warehouse } = useDesk();
  const asked = new URLSearchParams({ warehouse, item });
  const erpQuantity = address.query.get('erpQuantity');
  if (erpQuantity) asked.set('erpQuantity', erpQuantity.replace(',', '.'));
  const found = useAnswer<Reconciliations>(`/api/console/reconciliation?${asked}`);
  return (
    <Reading of={found} isEmpty={({ items }) => items.length === 0} empty={say('stock.unknown', { search: item })}>
      {({ items }) => items.map((each) => <OfItem key={each.sourceSystem} found={each} />)}
    </Reading>
  );
}

const verdictTones: Readonly<Record<string, Tone>> = {
  equal: 'good',
  confirmed: 'info',
  reported: 'info',
  partly: 'info',
  unexplained: 'bad',
};

function OfItem({ found }: { readonly found: Reconciliation }) {
  const { say, format } = useDesk();
  const { unit, erp, more } = found;
  const quantity = (of: number) => <Quantity of={of} unit={unit} />;
  return (
    <>
      <Panel title={`${found.item} · ${found.description}`}>
        {erp && (
          <p>
            <Chip tone={verdictTones[erp.verdict] ?? 'quiet'}>{say(`reconcile.verdict.${erp.verdict}`)}</Chip>{' '}
            {say(`reconcile.verdict.${erp.verdict}.text`, { unexplained: format.number(erp.unexplained) })}
          </p>
        )}
        <Facts
          rows={[
            [say('sourceSystem'), found.sourceSystem],
            [say('reconcile.erp'), erp && quantity(erp.quantity)],
            [say('reconcile.confirmed'), quantity(found.confirmed)],
            [say('documents.reportedToErp'), quantity(found.reportedToErp)],
            [say('stock.onHand'), quantity(found.onHand)],
            ...found.byStatus.map(
              ({ inventoryStatus, onHand }) => [`· ${say.label('status', inventoryStatus)}`, quantity(onHand)] as const,
            ),
            [say('documents.inTransit'), found.inTransit !== 0 && quantity(found.inTransit)],
          ]}
        />
      </Panel>
      <Panel title={say('reconcile.lines')}>
        {found.lines.length === 0 ? <p class="desk-quiet">{say('reconcile.noLines')}</p> : <Lines found={found} />}
        {more && (
          <p class="desk-quiet">
            {say('reconcile.more', { count: more.lines, quantity: format.number(more.quantity) })}
          </p>
        )}
        {found.hints.map((hint) => (
          <p key={`${hint.kind} ${hint.documentNumber} ${hint.version}`}>
            <Chip tone="warn">{say(hint.kind === 'reversed' ? 'documents.reversed' : 'reconcile.hint')}</Chip>{' '}
            <a href={documentHref(hint)}>
              <code>{hint.documentNumber}</code>
            </a>{' '}
            {say(`reconcile.hint.${hint.kind}`, { quantity: format.number(hint.quantity) })}
          </p>
        ))}
      </Panel>
    </>
  );
}

const kindTones: Readonly<Record<string, Tone>> = { 'not-told': 'info', 'not-confirmed': 'warn', rejected: 'bad' };

type Line = Reconciliation['lines'][number];

function Lines({ found }: { readonly found: Reconciliation }) {
  const { say, format } = useDesk();
  const inErp: Column<Line> = {
    head: say('reconcile.inErp'),
    cell: (line) => (line.inErp === null ? '–' : say(line.inErp ? 'reconcile.inErp.yes' : 'reconcile.inErp.no')),
  };
  const columns: readonly Column<Line>[] = [
    { head: say('reconcile.quantity'), cell: ({ quantity }) => <b>{format.signed(quantity)}</b>, isNumber: true },
    {
      head: say('reconcile.why'),
      cell: ({ kind, said }) => (
        <>
          <Chip tone={kindTones[kind] ?? 'quiet'}>{say(`reconcile.kind.${kind}`)}</Chip> {said}
        </>
      ),
    },
    ...(found.erp === null ? [] : [inErp]),
    { head: say('documents.kind'), cell: ({ documentKind }) => say.label('kind', documentKind) },
    { head: say('location'), cell: ({ location }) => location ?? '–' },
    { head: say('licensePlate'), cell: ({ licensePlate }) => licensePlate ?? '–' },
    { head: say('lot'), cell: ({ lot }) => lot ?? '–' },
    { head: say('documents.madeBy'), cell: ({ by }) => by ?? '–' },
    { head: say('documents.madeAt'), cell: ({ at }) => <When at={at} /> },
  ];
  return (
    <Table
      label={say('reconcile.lines')}
      rows={found.lines}
      columns={columns}
      rowKey={(line) => [line.documentNumber, line.version, line.commandId, line.quantity].join(' ')}
      href={hrefOf}
      nameHead={say('documents.document')}
      name={({ documentNumber, order, load }) => <code>{documentNumber ?? order ?? load ?? '–'}</code>}
    />
  );
}

/** The document; where there is none yet, the load or the goods that it will tell of. */
function hrefOf({ documentNumber, version, load, location }: Line): string {
  if (documentNumber !== null && version !== null) return documentHref({ documentNumber, version });
  if (load !== null) return `/console/loads/${encodeURIComponent(load)}`;
  return `/console/stock?search=${encodeURIComponent(location ?? '')}`;
}
