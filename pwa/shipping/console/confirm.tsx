import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '#shared/kernel/problem.ts';
import { type RemainderRule, remainderRules } from '#shared/shipping/confirm.ts';
import { useDesk } from '../../ui/console/context.ts';
import { ProblemBox } from '../../ui/console/parts.tsx';
import type { ConsoleKey } from '../../ui/console/words.ts';
import { Closes } from './closes.tsx';
import { type Confirmed, confirmAll, nameOf, type ToConfirm } from './confirm-all.ts';
import { Told } from './confirmed.tsx';

/**
 * What is picked is gone. What is not picked follows on a truck of its own, waits to be released again, or is not
 * delivered, with a reason; what is closed of orders in any case is shown before. Afterwards it says what went, what could not go and why; one that cannot go stops no other.
 */
export function Confirm({
  what,
  onDone,
  onClose,
}: {
  /** One at least. */
  readonly what: readonly ToConfirm[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { say, client, warehouse } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  const [remainder, setRemainder] = useState<RemainderRule | ''>('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [result, setResult] = useState<Confirmed | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const needsReason = remainder === 'cancel';
  const isReady = !isBusy && !(needsReason && reason.trim() === '');
  const [only, second] = what;

  const confirm = async () => {
    setBusy(true);
    setProblem(null);
    const rest = {
      ...(remainder !== '' && { remainder }),
      ...(remainder !== '' && reason.trim() && { reason: reason.trim() }),
    };
    const told = await confirmAll(what, (one) => client.command('shipping.confirm', warehouse, { ...one, ...rest }));
    setBusy(false);
    const [failed] = told.failed;
    // One alone is asked about again, in the same place; of several it is told which could not go.
    if (failed && !second) setProblem(failed.problem);
    else setResult(told);
    if (told.documents.length > 0) onDone();
  };
  const named = second ? say('shipping.these', { count: what.length }) : nameOf(only);
  return (
    <dialog ref={dialog} class="desk-ask" aria-labelledby="confirm-title" onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (result) dialog.current?.close();
          else if (isReady) void confirm();
        }}
      >
        <h2 id="confirm-title">{result ? say(titleOf(result)) : say('shipping.confirm.title', { what: named })}</h2>
        {result ? (
          <Told of={result} />
        ) : (
          <>
            {second && <p class="desk-quiet">{what.map(nameOf).join(', ')}</p>}
            <p>{say('shipping.confirm.text')}</p>
            {what.map((one) => (
              <Closes key={nameOf(one)} what={one} />
            ))}
            <Remainder rule={remainder} onRule={setRemainder} />
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
          <button type="submit" class={needsReason && !result ? 'is-grave' : 'is-main'} disabled={!result && !isReady}>
            {say(result ? 'close' : 'shipping.confirm')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function titleOf({ documents }: Confirmed): ConsoleKey {
  return documents.length > 0 ? 'shipping.confirmed.title' : 'shipping.confirmed.none';
}

function Remainder({
  rule: chosen,
  onRule,
}: {
  readonly rule: RemainderRule | '';
  readonly onRule: (rule: RemainderRule | '') => void;
}) {
  const { say } = useDesk();
  return (
    <fieldset class="shipping-remainder">
      <legend>{say('shipping.remainder')}</legend>
      {(['', ...remainderRules] as const).map((rule) => (
        <label key={rule}>
          <input type="radio" name="remainder" checked={chosen === rule} onChange={() => onRule(rule)} />
          {say.label('remainder', rule || 'none')}
        </label>
      ))}
    </fieldset>
  );
}
