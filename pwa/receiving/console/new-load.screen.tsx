import { useState } from 'preact/hooks';
import type { Problem } from '#shared/kernel/problem.ts';
import type { LoadableOrders } from '#shared/receiving/console.ts';
import { goTo } from '../../ui/console/address.ts';
import { valueAt, withValue } from '../../ui/console/changes.ts';
import { useDesk } from '../../ui/console/context.ts';
import { type Field, FieldRow } from '../../ui/console/fields.tsx';
import { Head, Panel, ProblemBox } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { OrderPicker } from './order-picker.tsx';
import { loadHref, newLoadHref } from './paths.ts';
import { type PlannedOrder, PlannedOrders, plannedBody } from './planned-orders.tsx';

/** Somebody in the office knows what a truck will bring: which orders, or how much of which of their lines. */
export const newLoadScreen: ConsoleScreen = {
  path: newLoadHref.replace('/console', ''),
  permit: 'receiving.create_load',
  Screen: NewLoad,
};

function NewLoad({ address }: ScreenProps) {
  const { say, client, warehouse } = useDesk();
  const [planned, setPlanned] = useState<readonly PlannedOrder[]>([]);
  const [about, setAbout] = useState<object>({ body: {} });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const query = new URLSearchParams({ warehouse });
  const search = address.query.get('search');
  if (search) query.set('search', search);
  const orders = useAnswer<LoadableOrders>(`/api/console/loadable-orders?${query}`, 30_000);
  const fields = useFields();
  const errors = problem?.errors ?? [];
  const isTold = (pointer: string) => fields.some((field) => field.pointer === pointer);

  const make = async () => {
    setBusy(true);
    const body = { ...(valueAt(about, '/body') as object), ...plannedBody(planned) };
    const outcome = await client.command('receiving.create_load', warehouse, body);
    setBusy(false);
    setProblem('problem' in outcome ? outcome.problem : null);
    if ('data' in outcome) goTo(loadHref((outcome.data as { readonly load: string }).load));
  };
  return (
    <>
      <Head back={{ href: '/console/loads', name: say('loads') }} title={say('loads.make')}>
        <button type="button" class="is-main" disabled={isBusy || planned.length === 0} onClick={() => void make()}>
          {say('setup.make')}
        </button>
      </Head>
      {problem && !(errors.length > 0 && errors.every(({ pointer }) => isTold(pointer))) && (
        <ProblemBox problem={{ ...problem, errors: errors.filter(({ pointer }) => !isTold(pointer)) }} />
      )}
      <Panel title={say('loads.brings')}>
        <PlannedOrders planned={planned} onChange={setPlanned} />
      </Panel>
      <div class="desk-columns">
        <OrderPicker
          address={address}
          orders={orders}
          planned={planned}
          onAdd={(order) => setPlanned((before) => [...before, { order, quantities: {} }])}
        />
        <Panel title={say('loads.about')}>
          {fields.map((field) => (
            <FieldRow
              key={field.pointer}
              field={field}
              value={valueAt(about, field.pointer)}
              errors={errors}
              onChange={(value) =>
                setAbout((before) => withValue(before, field.pointer, value === '' ? undefined : value))
              }
            />
          ))}
        </Panel>
      </div>
    </>
  );
}

function useFields(): readonly Field[] {
  const { say, timeZone } = useDesk();
  return [
    { pointer: '/body/load', label: say('loads.load'), help: say('loads.load.help'), kind: 'text', longest: 64 },
    {
      ...{ pointer: '/body/expectedArrival', label: say('loads.expectedAt') },
      ...{ help: say('loads.inZone', { zone: timeZone }), kind: 'moment' },
    },
    {
      ...{ pointer: '/body/shippedAt', label: say('loads.shippedAt') },
      ...{ help: say('loads.shippedAt.help'), kind: 'moment' },
    },
    { pointer: '/body/carrier', label: say('loads.carrier'), kind: 'text', longest: 64 },
    { pointer: '/body/notes', label: say('orders.notes'), kind: 'text', longest: 250 },
  ];
}
