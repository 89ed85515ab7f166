import type { PickerList, WorkRow } from '#shared/waves/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';

/** Gives work to somebody; who has how much already stands beside each name. */
export function Assign({
  work: { work, claimedBy },
  onDone,
  onClose,
}: {
  readonly work: WorkRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { say, client, warehouse } = useDesk();
  const pickers = useAnswer<PickerList>(`/api/device/pickers?warehouse=${warehouse}`, 60_000);
  if (!pickers.data) return null;
  const options = pickers.data.items.map(({ badge, name, works }) => ({
    value: badge,
    name: `${name} (${badge}) · ${say('work.give.has', { count: works })}`,
  }));
  return (
    <MakeNew
      title={say('work.give.title', { work })}
      text={say('work.give.text')}
      confirm={say('work.give')}
      start={{ body: { work, badge: claimedBy ?? options[0]?.value ?? '' } }}
      fields={[{ pointer: '/body/badge', label: say('work.who'), kind: 'choice', options }]}
      carryOut={(draft) => client.command('waves.assign_work', warehouse, (draft as { body: object }).body)}
      onMade={onDone}
      onClose={onClose}
    />
  );
}
