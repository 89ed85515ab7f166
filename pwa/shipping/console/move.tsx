import type { ShipmentRow } from '#shared/shipping/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { MakeNew } from '../../ui/console/make-new.tsx';

/** A shipment goes with another truck, or with one of its own. */
export function Move({
  shipment: { shipment },
  warehouse,
  onDone,
  onClose,
}: {
  readonly shipment: ShipmentRow;
  readonly warehouse: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { say, client } = useDesk();
  return (
    <MakeNew
      title={say('shipping.move.title', { shipment })}
      text={say('shipping.move.text')}
      confirm={say('shipping.move')}
      start={{ body: { load: '' } }}
      fields={[{ pointer: '/body/load', label: say('shipping.load'), kind: 'text', longest: 64 }]}
      carryOut={async (draft) => {
        const load = (draft as { readonly body: { readonly load?: string } }).body.load?.trim() ?? '';
        const body = { shipments: [shipment], ...(load !== '' && { load }) };
        const outcome = await client.command('shipping.plan_load', warehouse, body);
        if ('data' in outcome) {
          onDone();
          onClose();
        }
        return outcome;
      }}
      onClose={onClose}
    />
  );
}
