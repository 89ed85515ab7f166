import type { OutboundLoadList } from '#shared/shipping/console.ts';
import { goTo } from '../../ui/console/address.ts';
import { useDesk } from '../../ui/console/context.ts';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { loadHref, loadsPath } from './paths.ts';

/** Shipments go with another truck, or with one of their own. */
export function Move({
  shipments,
  from,
  onClose,
}: {
  readonly shipments: readonly string[];
  readonly from: string;
  readonly onClose: () => void;
}) {
  const { say, client, warehouse } = useDesk();
  const loads = useAnswer<OutboundLoadList>(`${loadsPath}?warehouse=${warehouse}&status=open&limit=200`, 60_000);
  if (!loads.data) return null;
  const others = loads.data.items.filter(({ load }) => load !== from);
  const options = [
    { value: '', name: say('shipping.move.new') },
    ...others.map(({ load, carrier, door }) => ({
      value: load,
      name: [load, carrier, door].filter((part) => part !== null).join(' · '),
    })),
  ];
  return (
    <MakeNew
      title={say('shipping.move.title', { shipments: shipments.join(', ') })}
      text={say('shipping.move.text')}
      confirm={say('shipping.move')}
      start={{ body: { load: '' } }}
      fields={[{ pointer: '/body/load', label: say('shipping.load'), kind: 'choice', options }]}
      carryOut={async (draft) => {
        const { load } = (draft as { readonly body: { readonly load: string } }).body;
        const body = { shipments, ...(load !== '' && { load }) };
        const outcome = await client.command('shipping.plan_load', warehouse, body);
        if ('data' in outcome) goTo(loadHref((outcome.data as { readonly load: string }).load));
        return outcome;
      }}
      onClose={onClose}
    />
  );
}
