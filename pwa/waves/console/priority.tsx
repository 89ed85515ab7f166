import type { WorkRow } from '#shared/waves/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { MakeNew } from '../../ui/console/make-new.tsx';

/** How urgent work is: what has a lower number is fetched first. */
export function PriorityOf({
  work: { work, priority },
  onDone,
  onClose,
}: {
  readonly work: WorkRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { say, client, warehouse } = useDesk();
  return (
    <MakeNew
      title={say('work.priority.of', { work })}
      text={say('work.priority.text')}
      confirm={say('work.set')}
      start={{ body: { work, priority } }}
      fields={[{ pointer: '/body/priority', label: say('work.priority'), kind: 'number', minimum: 0 }]}
      carryOut={(draft) => {
        return client.command('waves.set_priority', warehouse, (draft as { body: object }).body);
      }}
      onMade={onDone}
      onClose={onClose}
    />
  );
}
