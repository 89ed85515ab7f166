/** An order as a dry run compares it: its own words, and its lines and work by their numbers. */
export interface OrderSnapshot {
  readonly header: Readonly<Record<string, unknown>>;
  readonly lines: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly work: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

interface MemberChange {
  readonly member: string;
  readonly before: unknown;
  readonly after: unknown;
}

interface PartChange {
  readonly id: string;
  readonly change: 'added' | 'changed' | 'removed';
  readonly members: MemberChange[];
}

interface OrderChanges {
  readonly header: MemberChange[];
  readonly lines: PartChange[];
  /** Lines of work on the floor that become smaller or are cancelled. */
  readonly work: PartChange[];
}

/** What is different between an order as it is and as it would be; null stands for an order that is not there. */
export function changesBetween(before: OrderSnapshot | null, after: OrderSnapshot | null): OrderChanges {
  return {
    header: membersBetween(before?.header ?? {}, after?.header ?? {}),
    lines: partsBetween(before?.lines, after?.lines),
    work: partsBetween(before?.work, after?.work),
  };
}

type Part = Readonly<Record<string, unknown>>;

function partsBetween(before: ReadonlyMap<string, Part> = new Map(), after: ReadonlyMap<string, Part> = new Map()) {
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids.flatMap((id): PartChange[] => {
    const was = before.get(id);
    const is = after.get(id);
    const members = membersBetween(was ?? {}, is ?? {});
    if (members.length === 0) return [];
    return [{ id, change: was ? (is ? 'changed' : 'removed') : 'added', members }];
  });
}

function membersBetween(before: Part, after: Part): MemberChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((member) => {
    const was = before[member] ?? null;
    const is = after[member] ?? null;
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ member, before: was, after: is }];
  });
}
