import { useState } from 'preact/hooks';
import type { MessageDetail } from '#shared/integration/console.ts';
import { type MessageStatus, messageMachine } from '#shared/integration/message.machine.ts';
import { mayFollow } from '#shared/kernel/machine.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Facts, Head, Json, Moment, Panel, Reading, Status } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { MessageTable, messageHref } from './messages.screen.tsx';
import { Replacement } from './replacement.tsx';

/** One message: every error with where and what it is, what to do, its body, and the others about the same thing. */
export const messageScreen: ConsoleScreen = {
  path: '/messages/:sourceSystem/:messageId',
  permit: 'integration.read',
  Screen: Message,
};

function Message({ params: { sourceSystem = '', messageId = '' } }: ScreenProps) {
  const { say } = useDesk();
  const [question, setQuestion] = useState<Question | null>(null);
  const [isEditing, setEditing] = useState(false);
  const path = `/api/console/messages/${encodeURIComponent(sourceSystem)}/${encodeURIComponent(messageId)}`;
  const message = useAnswer<MessageDetail>(path);
  return (
    <>
      <Reading of={message}>
        {(data) => (
          <>
            <Head
              back={{ href: '/console/messages', name: say('messages') }}
              title={
                <>
                  <code>{data.messageId}</code> <Status code={data.status} />
                </>
              }
            >
              <Buttons
                message={data}
                path={path}
                onAsk={setQuestion}
                onEdit={() => setEditing(true)}
                onDone={message.reload}
              />
            </Head>
            <div class="desk-columns">
              <div>
                {data.faults.length > 0 && <Faults message={data} />}
                {data.warnings.length > 0 && <Warnings message={data} />}
                <Panel title={say('messages.body')}>
                  <Json value={data.body} />
                </Panel>
              </div>
              <div>
                <About message={data} />
                <Panel title={say('messages.versions')}>
                  <MessageTable rows={data.versions} current={data.messageId} about={false} />
                </Panel>
              </div>
            </div>
          </>
        )}
      </Reading>
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
      {isEditing && message.data && (
        <Replacement message={message.data} path={path} onClose={() => setEditing(false)} />
      )}
    </>
  );
}

function Buttons({
  message,
  path,
  onAsk,
  onEdit,
  onDone,
}: {
  readonly message: MessageDetail;
  readonly path: string;
  readonly onAsk: (question: Question) => void;
  readonly onEdit: () => void;
  readonly onDone: () => void;
}) {
  const { say, client, may } = useDesk();
  if (!may('integration.repair')) return null;
  const can = (to: MessageStatus) => mayFollow(messageMachine, message.status as MessageStatus, to);
  const question = (what: 'requeue' | 'cancel'): Question => ({
    title: say(`messages.${what}.title`),
    text: say(`messages.${what}.text`, { message: message.messageId }),
    confirm: say(`messages.${what}`),
    isGrave: what === 'cancel',
    carryOut: () => client.post(`${path}/${what}`),
    onDone,
  });
  return (
    <>
      {message.status === 'failed' && can('received') && (
        <button type="button" class="is-main" onClick={() => onAsk(question('requeue'))}>
          {say('messages.requeue')}
        </button>
      )}
      {can('superseded') && message.status !== 'received' && (
        <button type="button" onClick={onEdit}>
          {say('messages.replace')}
        </button>
      )}
      {can('cancelled') && (
        <button type="button" onClick={() => onAsk(question('cancel'))}>
          {say('messages.cancel')}
        </button>
      )}
    </>
  );
}

function Faults({ message }: { readonly message: MessageDetail }) {
  const { say } = useDesk();
  return (
    <Panel title={say('messages.faults', { count: message.faults.length })}>
      <ol class="desk-faults">
        {message.faults.map((fault) => (
          <li key={`${fault.pointer} ${fault.code}`}>
            <Where of={fault} />
            <p class="desk-fault-what">
              → {say.label('action', fault.action)} <code class="desk-quiet">{fault.code}</code>
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** As many as anybody reads: a file of thousands of plates is wrong in the same way throughout. */
const warningsShown = 50;

function Warnings({ message: { warnings } }: { readonly message: MessageDetail }) {
  const { say } = useDesk();
  return (
    <Panel title={say('messages.warnings', { count: warnings.length })}>
      <ol class="desk-faults">
        {warnings.slice(0, warningsShown).map((warning) => (
          <li key={`${warning.pointer} ${warning.code}`}>
            <Where of={warning} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** What is said of a value in the message, and where it stands there. */
function Where({ of: { pointer, code, params, value } }: { readonly of: MessageDetail['warnings'][number] }) {
  const { say } = useDesk();
  return (
    <>
      <p class="desk-fault-words">{say.problem({ code, params })}</p>
      <p class="desk-fault-where">
        <code>{pointer === '' ? '/' : pointer}</code>
        {value !== null && (
          <>
            {' = '}
            <code class="desk-fault-value">{JSON.stringify(value)}</code>
          </>
        )}
      </p>
    </>
  );
}

function About({ message }: { readonly message: MessageDetail }) {
  const { say, format } = useDesk();
  const link = (messageId: string | null) =>
    messageId === null ? null : (
      <a href={messageHref({ sourceSystem: message.sourceSystem, messageId })}>
        <code>{messageId}</code>
      </a>
    );
  // There is an order once a message about it was accepted.
  const isOrder =
    message.type === 'inbound-shipment-order' && message.versions.some(({ status }) => status === 'accepted');
  return (
    <Panel title={say('messages.about')}>
      <Facts
        rows={[
          [say('messages.type'), say.label('type', message.type)],
          [say('messages.operation'), say.label('operation', message.operation)],
          [say('sourceSystem'), message.sourceSystem],
          [
            say('orders.order'),
            isOrder ? (
              <a
                href={`/console/orders/${encodeURIComponent(message.sourceSystem)}/${encodeURIComponent(message.orderNumber ?? '')}`}
              >
                <code>{message.orderNumber}</code>
              </a>
            ) : (
              message.orderNumber
            ),
          ],
          [say('messages.receivedAt'), <Moment key="at" at={message.receivedAt} />],
          [say('messages.processedAt'), <Moment key="at" at={message.processedAt} />],
          [say('messages.attempts'), format.number(message.attempts)],
          [say('messages.blockedBy'), link(message.blockedBy)],
          [say('messages.replaces'), link(message.replaces)],
          [say('messages.replacedBy'), link(message.replacedBy)],
          [say('messages.supersededBy'), link(message.supersededBy)],
        ]}
      />
    </Panel>
  );
}
