import type { MessageList, MessageRow } from '#shared/integration/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Choices, Pages, Search } from '../../ui/console/filters.tsx';
import { Head, Reading, Status, When } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';

/** What ERPs have sent: what came in, what it became, and what is wrong with what did not go through. */
export const messagesScreen: ConsoleScreen = {
  path: '/messages',
  permit: 'integration.read',
  tab: { name: 'messages', waiting: ({ messages }) => messages.failed.count + messages.parked.count },
  Screen: Messages,
};

const statuses = ['failed', 'parked', 'received', 'accepted', 'superseded', 'cancelled', 'draft'] as const;

export function messageHref({ sourceSystem, messageId }: { sourceSystem: string; messageId: string }): string {
  return `/console/messages/${encodeURIComponent(sourceSystem)}/${encodeURIComponent(messageId)}`;
}

function Messages({ address }: ScreenProps) {
  const { say } = useDesk();
  const asked = new URLSearchParams(address.query);
  const list = useAnswer<MessageList>(`/api/console/messages?${asked}`);
  return (
    <>
      <Head title={say('messages')}>
        <Search address={address} placeholder={say('messages.search')} />
      </Head>
      <Choices
        address={address}
        member="status"
        label={say('status')}
        choices={[
          { value: '', name: say('all') },
          ...statuses.map((status) => ({
            value: status,
            name: say.label('status', status),
            count: list.data?.open[status],
          })),
        ]}
      />
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say('messages.none')}>
        {({ items, next }) => (
          <>
            <MessageTable rows={items} />
            <Pages address={address} next={next} />
          </>
        )}
      </Reading>
    </>
  );
}

/** Messages as a table. `about` is left out where all are about the same: the versions of one message. */
export function MessageTable({
  rows,
  current,
  about = true,
}: {
  readonly rows: readonly MessageRow[];
  readonly current?: string;
  readonly about?: boolean;
}) {
  const { say } = useDesk();
  const status: Column<MessageRow> = { head: say('status'), cell: ({ status: code }) => <Status code={code} /> };
  const receivedAt: Column<MessageRow> = {
    head: say('messages.receivedAt'),
    cell: ({ receivedAt: at }) => <When at={at} />,
  };
  const all: readonly Column<MessageRow>[] = [
    status,
    { head: say('messages.about'), cell: About },
    { head: say('messages.wrong'), cell: Wrong },
    { head: say('sourceSystem'), cell: ({ sourceSystem }) => sourceSystem },
    receivedAt,
  ];
  return (
    <Table
      label={say('messages')}
      rows={rows}
      columns={about ? all : [status, receivedAt]}
      rowKey={({ number }) => String(number)}
      href={messageHref}
      nameHead={say('messages.message')}
      name={({ messageId }) => <code>{messageId}</code>}
      isMarked={({ messageId }) => messageId === current}
    />
  );
}

function About({ type, operation, orderNumber }: MessageRow) {
  const { say } = useDesk();
  return (
    <>
      {say.label('type', type)}
      {operation === 'cancel' && ` · ${say.label('operation', operation)}`}
      {orderNumber !== null && (
        <>
          {' '}
          <code>{orderNumber}</code>
        </>
      )}
    </>
  );
}

function Wrong({ waitingFor, firstError, errors }: MessageRow) {
  const { say } = useDesk();
  if (waitingFor !== null) return <>{say('messages.waitsFor', { what: waitingFor })}</>;
  if (firstError === null) return null;
  const words = say.problem(firstError);
  return (
    <span class="desk-cut" title={words}>
      {errors > 1 && <b>{say('messages.firstOf', { count: errors })} </b>}
      {words}
    </span>
  );
}
