import type { FaceRow } from '#shared/replenishment/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { MakeNew } from '../../ui/console/make-new.tsx';

/** Sends somebody to bring goods to a face, whatever it holds: a plate unless a quantity is said. */
export function FillNow({
  face: { location, item, sourceSystem, unit },
  onDone,
  onClose,
}: {
  readonly face: FaceRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { say, client, warehouse } = useDesk();
  return (
    <MakeNew
      title={say('faces.fill.title', { location })}
      text={say('faces.fill.text')}
      confirm={say('faces.fill')}
      start={{ quantity: null, urgent: true }}
      fields={[
        {
          ...{ pointer: '/quantity', label: `${say('faces.quantity')} (${unit})`, kind: 'number' },
          ...{ minimum: 0, step: 'any', help: say('faces.quantity.help') },
        },
        { pointer: '/urgent', label: say('faces.urgent'), kind: 'flag', help: say('faces.urgent.help') },
      ]}
      carryOut={(draft) => {
        const { quantity, urgent } = draft as { quantity: number | null; urgent: boolean };
        const asked = { item, sourceSystem, location, urgent, ...(quantity !== null && { quantity }) };
        return client.command('replenishment.request', warehouse, asked);
      }}
      onMade={onDone}
      onClose={onClose}
    />
  );
}
