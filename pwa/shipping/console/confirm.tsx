import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '#shared/kernel/problem.ts';
import { type ConfirmResult, type RemainderRule, remainderRules } from '#shared/shipping/confirm.ts';
import { useDesk } from '../../ui/console/context.ts';
import { ProblemBox } from '../../ui/console/parts.tsx';

/** A whole load, or one shipment. */
export type ToConfirm = { readonly load: string } | { readonly shipment: string };

/**
 * What is picked is gone. What is not picked follows on a truck of its own, waits to be released again, or is not
 * delivered, with a reason. Afterwards it says what went, what could not go and why.
 */
export function Confirm({
  what,
  onDone,
  onClose,
}: {
  readonly what: ToConfirm;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { say, client, warehouse } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  const [remainder, setRemainder] = useState<RemainderRule | ''>('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [result, setResult] = useState<ConfirmResult | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const needsReason = remainder === 'cancel';

  const confirm = async () => {
    setBusy(true);
    const told = reason.trim();
    const outcome = await client.command('shipping.confirm', warehouse, {
      ...what,
      ...(remainder !== '' && { remainder }),
      ...(remainder !== '' && told !== '' && { reason: told }),
    });
    setBusy(false);
    setProblem('problem' in outcome ? outcome.problem : null);
    if ('data' in outcome) {
      setResult(outcome.data as ConfirmResult);
      onDone();
    }
  };
  const named = 'load' in what ? what.load : what.shipment;
  return (
    <dialog ref={dialog} class="desk-ask" aria-labelledby="confirm-title" onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (result) dialog.current?.close();
          else if (!isBusy && !(needsReason && reason.trim() === '')) void confirm();
        }}
      >
        <h2 id="confirm-title">
          {say(result ? 'shipping.confirmed.title' : 'shipping.confirm.title', { what: named })}
        </h2>
        {result ? (
          <Told result={result} />
        ) : (
          <>
            <p>{say('shipping.confirm.text')}</p>
            <fieldset class="shipping-remainder">
              <legend>{say('shipping.remainder')}</legend>
              {(['', ...remainderRules] as const).map((rule) => (
                <label key={rule}>
                  <input
                    type="radio"
                    name="remainder"
                    checked={remainder === rule}
                    onChange={() => setRemainder(rule)}
                  />
                  {say.label('remainder', rule || 'none')}
                </label>
              ))}
            </fieldset>
            {remainder !== '' && (
              <label class="desk-field">
                {say('reason')}
                <textarea
                  name="reason"
                  rows={2}
                  maxLength={500}
                  required={needsReason}
                  value={reason}
                  onInput={({ currentTarget: { value } }) => setReason(value)}
                />
              </label>
            )}
            {problem && <ProblemBox problem={problem} />}
          </>
        )}
        <div class="desk-ask-answers">
          {!result && (
            <button type="button" onClick={() => dialog.current?.close()}>
              {say('cancel')}
            </button>
          )}
          <button
            type="submit"
            class={needsReason && !result ? 'is-grave' : 'is-main'}
            disabled={isBusy || (!result && needsReason && reason.trim() === '')}
          >
            {say(result ? 'close' : 'shipping.confirm')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function Told({ result: { documents, refused, split } }: { readonly result: ConfirmResult }) {
  const { say } = useDesk();
  const slips = documents.map(({ documentNumber, version }) => `${documentNumber}.${version}`).join(', ');
  return (
    <div role="status">
      <p>{say('shipping.confirmed.documents', { documents: slips })}</p>
      {split.length > 0 && (
        <p>
          {say('shipping.confirmed.split', {
            shipments: split.map(({ shipment, load }) => `${shipment} (${load})`).join(', '),
          })}
        </p>
      )}
      {refused.length > 0 && (
        <>
          <p>
            <b>{say('shipping.confirmed.refused')}</b>
          </p>
          <ul>
            {refused.map(({ shipment, problem }) => (
              <li key={shipment}>{say.problem(problem)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
