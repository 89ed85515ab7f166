import type { LoadDetail, LoadLine } from '#shared/receiving/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { MakeNew } from '../../ui/console/make-new.tsx';

/** Lets a load bring more of a line than was said, as far as the order allows it. */
export function OverDelivery({
  load: { load, warehouse, sourceSystem },
  line: { order, line, expected, unit, overDeliveryPercent },
  onDone,
  onClose,
}: {
  readonly load: LoadDetail;
  readonly line: LoadLine;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { say, client, format } = useDesk();
  return (
    <MakeNew
      title={say('loads.overDelivery.of', { order, line })}
      text={say('loads.overDelivery.text', { quantity: format.number(expected), unit })}
      confirm={say('loads.overDelivery.set')}
      start={{ body: { percent: overDeliveryPercent, reason: '' } }}
      fields={[
        { pointer: '/body/percent', label: say('loads.overDelivery.percent'), kind: 'number', minimum: 0, step: 'any' },
        { pointer: '/body/reason', label: say('reason'), kind: 'text', longest: 500 },
      ]}
      carryOut={async (draft) => {
        const { body } = draft as { body: { percent: number; reason: string } };
        const asked = { load, order, sourceSystem, line, ...body };
        const outcome = await client.command('receiving.set_over_delivery', warehouse, asked);
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
