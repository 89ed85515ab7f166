import { goTo } from '../../ui/console/address.ts';
import { useDesk } from '../../ui/console/context.ts';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { countsHref } from './paths.ts';

/** Sends people to count: places, items, or these items at these places. */
export function RequestCounts({ onClose }: { readonly onClose: () => void }) {
  const { say, client, warehouse } = useDesk();
  return (
    <MakeNew
      title={say('counts.request')}
      text={say('counts.request.text')}
      confirm={say('counts.request.send')}
      start={{ zones: [], locations: [], items: [], secondCounter: false }}
      fields={[
        { pointer: '/zones', label: say('counts.zones'), kind: 'list', empty: 'A, B' },
        { pointer: '/locations', label: say('counts.locations'), kind: 'list', empty: 'A-01-02-1, A-01-03-1' },
        { pointer: '/items', label: say('counts.items'), kind: 'list', empty: 'A0001' },
        { pointer: '/secondCounter', label: say('counts.second'), help: say('counts.second.help'), kind: 'flag' },
      ]}
      carryOut={(draft) => {
        const { zones, locations, items, secondCounter } = draft as Asked;
        return client.command('counting.request', warehouse, {
          secondCounter,
          ...(zones.length > 0 && { zones }),
          ...(locations.length > 0 && { locations }),
          ...(items.length > 0 && { items }),
        });
      }}
      onMade={() => goTo(`${countsHref}?status=asked`)}
      onClose={onClose}
    />
  );
}

interface Asked {
  readonly zones: readonly string[];
  readonly locations: readonly string[];
  readonly items: readonly string[];
  readonly secondCounter: boolean;
}
