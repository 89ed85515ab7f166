import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '#shared/kernel/problem.ts';
import type { LoadDetail } from '#shared/receiving/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { ProblemBox, Quantity } from '../../ui/console/parts.tsx';
import { Difference } from './load-parts.tsx';

/**
 * Nothing more will come with a load. Where something else came than was said, the server's list of differences is shown
 * first, and only who has seen it completes the load with them.
 */
export function Complete({
  load: { load, warehouse, packingSlip },
  onDone,
  onClose,
}: {
  readonly load: LoadDetail;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { say, client } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  const [slip, setSlip] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const isDifferent = problem?.code === 'receiving.differences';

  const complete = async () => {
    setBusy(true);
    const outcome = await client.command('receiving.complete', warehouse, {
      load,
      ...(slip.trim() !== '' && { supplierPackingSlip: slip.trim() }),
      ...(isDifferent && { acceptDifferences: true }),
    });
    setBusy(false);
    if ('problem' in outcome) {
      setProblem(outcome.problem);
      return;
    }
    onDone();
    onClose();
  };
  return (
    <dialog ref={dialog} class="desk-ask is-wide" aria-labelledby="complete-title" onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void complete();
        }}
      >
        <h2 id="complete-title">{say('loads.complete.title', { load })}</h2>
        <p>{say('loads.complete.text')}</p>
        {packingSlip !== 'never' && (
          <label class="desk-field">
            {say('documents.packingSlip')}
            <input
              name="slip"
              autocomplete="off"
              maxLength={64}
              required={packingSlip === 'always'}
              value={slip}
              onInput={({ currentTarget: { value } }) => setSlip(value)}
            />
          </label>
        )}
        {problem && (isDifferent ? <Differences problem={problem} /> : <ProblemBox problem={problem} />)}
        <div class="desk-ask-answers">
          <button type="button" onClick={() => dialog.current?.close()}>
            {say('cancel')}
          </button>
          <button type="submit" class={isDifferent ? 'is-grave' : 'is-main'} disabled={isBusy}>
            {say(isDifferent ? 'loads.complete.anyway' : 'loads.complete')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function Differences({ problem: { errors = [] } }: { readonly problem: Problem }) {
  const { say } = useDesk();
  return (
    <div class="loads-differences" role="alert">
      <p>
        <b>{say('loads.differences')}</b>
      </p>
      <table class="desk-table">
        <thead>
          <tr>
            <th scope="col">{say('orders.line')}</th>
            <th scope="col">{say('item')}</th>
            {['orders.expected' as const, 'orders.registered' as const, 'loads.difference' as const].map((head) => (
              <th key={head} scope="col" class="is-number">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {errors.map(({ params = {} }) => {
            const [expected, registered, unit] = [Number(params.expected), Number(params.registered), `${params.unit}`];
            return (
              <tr key={`${params.order} ${params.line}`}>
                <td data-head={say('orders.line')}>
                  <code>{params.order}</code> / {params.line}
                </td>
                <td data-head={say('item')}>
                  <code>{params.item}</code>
                </td>
                <td data-head={say('orders.expected')} class="is-number">
                  <Quantity of={expected} unit={unit} />
                </td>
                <td data-head={say('orders.registered')} class="is-number">
                  <Quantity of={registered} unit={unit} />
                </td>
                <td data-head={say('loads.difference')} class="is-number">
                  <Difference expected={expected} came={registered} unit={unit} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
