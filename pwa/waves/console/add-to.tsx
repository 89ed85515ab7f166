import type { WaveRow } from '#shared/waves/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { MakeNew } from '../../ui/console/make-new.tsx';

/** Puts orders into a wave that has no goods yet. */
export function AddTo({
  waves,
  first,
  orders,
  onDone,
  onClose,
}: {
  readonly waves: readonly WaveRow[];
  /** The wave that somebody came from. */
  readonly first: string | null;
  readonly orders: { readonly orders: readonly string[]; readonly sourceSystem?: string };
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { say, client, warehouse } = useDesk();
  const wave = waves.find((one) => one.wave === first) ?? waves[0];
  const options = waves.map(({ wave: value, name }) => ({ value, name: `${value} ${name}`.trim() }));
  return (
    <MakeNew
      title={say('waves.add.title', { count: orders.orders.length })}
      text={say('waves.add.text')}
      confirm={say('waves.add')}
      start={{ body: { wave: wave?.wave ?? '' } }}
      fields={[{ pointer: '/body/wave', label: say('waves.wave'), kind: 'choice', options }]}
      carryOut={(draft) =>
        client.command('waves.add_orders', warehouse, { ...(draft as { body: object }).body, ...orders })
      }
      onMade={onDone}
      onClose={onClose}
    />
  );
}
