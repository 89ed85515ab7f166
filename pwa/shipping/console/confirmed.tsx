import { useDesk } from '../../ui/console/context.ts';
import { SlipPaper } from '../../ui/console/slip-paper.tsx';
import type { Confirmed } from './confirm-all.ts';

/** What went, with its papers; with what the rest goes; and what could not go, and why. */
export function Told({ of: { documents, split, failed } }: { readonly of: Confirmed }) {
  const { say } = useDesk();
  return (
    <div role="status" class="shipping-confirmed">
      {documents.length > 0 && (
        <>
          <p>{say('shipping.confirmed.documents')}</p>
          <ul>
            {documents.map(({ documentNumber, version }) => (
              <li key={documentNumber}>
                <code>
                  {documentNumber}.{version}
                </code>{' '}
                <SlipPaper documentNumber={documentNumber} />
              </li>
            ))}
          </ul>
        </>
      )}
      {split.length > 0 && (
        <p>
          {say('shipping.confirmed.split', {
            shipments: split.map(({ shipment, load }) => `${shipment} (${load})`).join(', '),
          })}
        </p>
      )}
      {failed.length > 0 && (
        <>
          <p>
            <b class="desk-bad">{say('shipping.confirmed.refused')}</b>
          </p>
          <ul>
            {failed.map(({ what, problem }) => (
              <li key={what}>
                <code>{what}</code>: {say.problem(problem)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
