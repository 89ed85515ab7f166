import { useState } from 'preact/hooks';
import type { Problem } from '#shared/kernel/problem.ts';
import type { OutboundLoadDetail } from '#shared/shipping/console.ts';
import { valueAt, withValue } from '../../ui/console/changes.ts';
import { useDesk } from '../../ui/console/context.ts';
import { type Field, FieldRow } from '../../ui/console/fields.tsx';
import { Panel, ProblemBox } from '../../ui/console/parts.tsx';

/** At which door a truck is loaded, when it leaves, and who drives it. */
export function Plan({ load, onDone }: { readonly load: OutboundLoadDetail; readonly onDone: () => void }) {
  const { say, client, timeZone } = useDesk();
  const [draft, setDraft] = useState<object>(() => planOf(load));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaved, setSaved] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const fields: readonly Field[] = [
    {
      ...{ pointer: '/body/door', label: say('shipping.door'), kind: 'choice' },
      options: [
        { value: '', name: say('shipping.plan.noDoor') },
        ...load.doors.map((door) => ({ value: door, name: door })),
      ],
    },
    {
      ...{ pointer: '/body/departsAt', label: say('shipping.departs'), kind: 'moment' },
      help: say('loads.inZone', { zone: timeZone }),
    },
    { pointer: '/body/carrier', label: say('shipping.carrier'), kind: 'text', longest: 64 },
  ];
  const save = async () => {
    setBusy(true);
    const { door, departsAt, carrier } = valueAt(draft, '/body') as Draft;
    const body = { load: load.load, door: door || null, departsAt: departsAt ?? null, carrier: carrier ?? '' };
    const outcome = await client.command('shipping.plan_load', load.warehouse, body);
    setBusy(false);
    setProblem('problem' in outcome ? outcome.problem : null);
    setSaved('data' in outcome);
    if ('data' in outcome) onDone();
  };
  return (
    <Panel title={say('shipping.plan')}>
      <form
        class="shipping-plan"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void save();
        }}
      >
        {problem && <ProblemBox problem={problem} />}
        <div class="shipping-plan-fields">
          {fields.map((field) => (
            <FieldRow
              key={field.pointer}
              field={field}
              value={valueAt(draft, field.pointer)}
              errors={problem?.errors ?? []}
              onChange={(value) => {
                setSaved(false);
                setDraft((before) => withValue(before, field.pointer, value ?? undefined));
              }}
            />
          ))}
        </div>
        <div class="desk-buttons">
          <button type="submit" disabled={isBusy}>
            {say('shipping.plan.save')}
          </button>
          <span class="desk-quiet" role="status">
            {isSaved ? say('shipping.plan.saved') : ''}
          </span>
        </div>
      </form>
    </Panel>
  );
}

interface Draft {
  readonly door?: string | null;
  readonly departsAt?: string | null;
  readonly carrier?: string | null;
}

function planOf({ door, departsAt, carrier }: OutboundLoadDetail): { body: Draft } {
  return { body: { door: door ?? '', ...(departsAt !== null && { departsAt }), carrier: carrier ?? '' } };
}
