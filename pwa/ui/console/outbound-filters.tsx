import type { Address } from './address.ts';
import { useDesk } from './context.ts';
import { type Choice, Choices, Select } from './filters.tsx';

const urgencies = ['late', 'soon', 'normal'] as const;
const priorities = ['1', '3', '5'] as const;

/** What people look for outbound orders by, besides their number: how urgent, of whom, with whom, what stands against it. */
export function OutboundFilters({
  address,
  held,
  from,
}: {
  readonly address: Address;
  /** How to look for orders on hold here. */
  readonly held: readonly Choice[];
  readonly from: { readonly carriers: readonly string[]; readonly sourceSystems: readonly string[] } | null;
}) {
  const { say } = useDesk();
  const any = { value: '', name: say('outbound.any') };
  /** Where there is but one, nothing is to be chosen; what is chosen stays in sight also where nothing of it is left. */
  const select = (member: string, label: string, names: readonly string[]) => {
    const chosen = address.query.get(member);
    const all = [...new Set([...names, ...(chosen ? [chosen] : [])])].sort();
    if (all.length < 2 && !chosen) return null;
    const choices = [any, ...all.map((name) => ({ value: name, name }))];
    return <Select address={address} member={member} label={label} choices={choices} />;
  };
  return (
    <div class="desk-filters">
      <Choices
        address={address}
        member="urgency"
        label={say('waves.urgency')}
        choices={[
          { value: '', name: say('urgency.all') },
          ...urgencies.map((value) => ({ value, name: say.label('urgency', value) })),
        ]}
      />
      {select('carrier', say('outbound.carrier'), from?.carriers ?? [])}
      <Select
        address={address}
        member="priorityAtMost"
        label={say('outbound.priority')}
        choices={[any, ...priorities.map((value) => ({ value, name: `≤ ${value}` }))]}
      />
      <Select
        address={address}
        member="lacking"
        label={say('outbound.lacking')}
        choices={[
          any,
          { value: 'yes', name: say('outbound.lackingYes') },
          { value: 'no', name: say('outbound.lackingNo') },
        ]}
      />
      <Select address={address} member="held" label={say('outbound.hold')} choices={held} />
      {select('sourceSystem', say('sourceSystem'), from?.sourceSystems ?? [])}
    </div>
  );
}
