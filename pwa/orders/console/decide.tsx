import { useState } from 'preact/hooks';
import type { OutboundAnswer } from '#shared/orders/outbound-answer.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import type { Field } from '../../ui/console/fields.tsx';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { Picked } from '../../ui/console/picked.tsx';

interface Props {
  readonly order: OutboundAnswer;
  readonly onDone: () => void;
}

type Form = 'hold' | 'rank';

/** What may be done about an open order: release it, keep it back, say how urgent it is, send no more of it. */
export function Decide({ order, onDone }: Props) {
  const { say, may, client } = useDesk();
  const [question, setQuestion] = useState<Question | null>(null);
  const [form, setForm] = useState<Form | null>(null);
  const closing = useClosing({ order, onDone });
  const { orderNumber, sourceSystem, warehouse, holdCodes } = order;
  if (order.status !== 'open') return null;
  const about = { order: orderNumber, sourceSystem };
  const isHeld = holdCodes.length > 0;
  const mayRelease = may('waves.release') && !isHeld && order.releaseStatus !== 'released';
  return (
    <>
      {may('orders.set_priority') && (
        <button type="button" onClick={() => setForm('rank')}>
          {say('outbound.rank')}…
        </button>
      )}
      {may('orders.set_hold') && (
        <button type="button" onClick={() => setForm('hold')}>
          {say('outbound.setHold')}…
        </button>
      )}
      {isHeld && may('orders.release_hold') && (
        <button
          type="button"
          onClick={() =>
            setQuestion({
              title: say('outbound.liftHold.title', { order: orderNumber }),
              text: say('outbound.liftHold.text', { codes: holdCodes.join(', ') }),
              confirm: say('outbound.liftHold'),
              needsReason: true,
              carryOut: (reason) => client.command('orders.release_hold', warehouse, { ...about, reason }),
              onDone,
            })
          }
        >
          {say('outbound.liftHold')}…
        </button>
      )}
      {may('orders.close_remainder') && order.lines.some(isToShip) && (
        <button type="button" onClick={() => setQuestion(closing())}>
          {say('outbound.closeRest')}…
        </button>
      )}
      {mayRelease && (
        <button
          type="button"
          class="is-main"
          onClick={() =>
            setQuestion({
              title: say('waves.releaseWave.title', { wave: orderNumber }),
              text: say('waves.release.text'),
              confirm: say('waves.release'),
              carryOut: () => client.command('waves.release', warehouse, { orders: [orderNumber], sourceSystem }),
              onDone,
            })
          }
        >
          {say('waves.release')}…
        </button>
      )}
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
      {form && <Change form={form} order={order} onDone={onDone} onClose={() => setForm(null)} />}
    </>
  );
}

type Line = OutboundAnswer['lines'][number];

/** Sends no more of one line. */
export function CloseLine({ order, line, onDone }: Props & { readonly line: Line }) {
  const { say, may } = useDesk();
  const [question, setQuestion] = useState<Question | null>(null);
  const closing = useClosing({ order, onDone });
  if (order.status !== 'open' || !isToShip(line) || !may('orders.close_remainder')) return null;
  return (
    <>
      <button
        type="button"
        class="is-small"
        aria-label={say('outbound.closeRest.title', { order: `${order.orderNumber} / ${line.lineNumber}` })}
        onClick={() => setQuestion(closing(line.lineNumber))}
      >
        {say('outbound.closeRest')}…
      </button>
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}

/** Something of the line may still be sent. */
function isToShip({ status, base }: Line): boolean {
  return status === 'open' && base.ordered - base.cancelled > base.shipped;
}

/** Something of it is picked, and still here. */
function isPicked({ base }: Line): boolean {
  return base.picked > base.shipped;
}

/** Something of it is neither picked nor cancelled. */
function isLeft({ base }: Line): boolean {
  return base.ordered - base.cancelled > base.picked;
}

/**
 * Asks whether no more is to be sent of an order, or of one of its lines. What is picked is sent all the same, unless it is
 * to be brought back; where all of it is picked, there is nothing else to ask.
 */
function useClosing({ order, onDone }: Props): (line?: number) => Question {
  const { say, client } = useDesk();
  const { orderNumber, sourceSystem, warehouse } = order;
  return (line) => {
    const about = { order: orderNumber, sourceSystem };
    const meant = order.lines.filter((one) => isToShip(one) && (line ?? one.lineNumber) === one.lineNumber);
    const isAllPicked = !meant.some(isLeft);
    const picked = <Picked of={{ ...about, ...(line !== undefined && { line: String(line) }) }} />;
    return {
      title: say('outbound.closeRest.title', { order: line === undefined ? orderNumber : `${orderNumber} / ${line}` }),
      text: say(isAllPicked ? 'outbound.closeRest.picked' : 'outbound.closeRest.text'),
      ...(isAllPicked && { details: picked }),
      ...(!isAllPicked && meant.some(isPicked) && { also: { label: say('outbound.closeRest.back'), details: picked } }),
      confirm: say('outbound.closeRest'),
      isGrave: true,
      needsReason: true,
      carryOut: (reason, isAlso) =>
        client.command('orders.close_remainder', warehouse, {
          ...about,
          reason,
          ...(line !== undefined && { line }),
          ...((isAllPicked || isAlso) && { putBack: true }),
        }),
      onDone,
    };
  };
}

/** A hold that is set, or another priority: each with its reason. */
function Change({
  form,
  order: { orderNumber, sourceSystem, warehouse, priority },
  onDone,
  onClose,
}: Props & { readonly form: Form; readonly onClose: () => void }) {
  const { say, client } = useDesk();
  const isHold = form === 'hold';
  const member: Field = isHold
    ? { pointer: '/body/code', label: say('outbound.holdCode'), kind: 'text', longest: 32 }
    : {
        ...{ pointer: '/body/priority', label: say('outbound.priority'), kind: 'number', minimum: 0 },
        help: say('work.priority.text'),
      };
  return (
    <MakeNew
      title={say(isHold ? 'outbound.setHold.title' : 'outbound.rank.title', { order: orderNumber })}
      text={say(isHold ? 'outbound.setHold.text' : 'outbound.rank.text')}
      confirm={say(isHold ? 'outbound.setHold' : 'work.set')}
      start={{ body: isHold ? { code: '', reason: '' } : { priority, reason: '' } }}
      fields={[member, { pointer: '/body/reason', label: say('reason'), kind: 'text', longest: 500 }]}
      carryOut={(draft) => {
        const { body } = draft as { readonly body: object };
        const type = isHold ? 'orders.set_hold' : 'orders.set_priority';
        return client.command(type, warehouse, { order: orderNumber, sourceSystem, ...body });
      }}
      onMade={onDone}
      onClose={onClose}
    />
  );
}
