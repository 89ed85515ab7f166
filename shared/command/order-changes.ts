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

/** A line that is not taken as it is asked for, with every reason; it may be the same as before all the same. */
export interface LineChange<Fault> extends Omit<PartChange, 'change'> {
  readonly change: PartChange['change'] | 'unchanged';
  readonly errors?: Fault[];
}

export interface OrderChanges<Fault = never> {
  readonly header: MemberChange[];
  readonly lines: LineChange<Fault>[];
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

interface FaultOfOrder {
  readonly pointer: string;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The differences that a message asks for, each line with what is wrong with it. `lineNumbers`: of the lines as they were
 * sent, as pointers count them. A fault that points to no line says in `params.line` which one it is about, or is about
 * the order as a whole and on no line.
 */
export function withFaults<Fault extends FaultOfOrder>(
  { header, lines, work }: OrderChanges,
  faults: readonly Fault[],
  lineNumbers: readonly number[],
): OrderChanges<Fault> {
  const faultsOf = Map.groupBy(faults, (fault) => lineOf(fault, lineNumbers));
  const told = lines.map((line) => {
    const errors = faultsOf.get(line.id);
    return errors ? { ...line, errors } : line;
  });
  const same = [...faultsOf]
    .filter(([id]) => id !== null && !lines.some((line) => line.id === id))
    .map(([id, errors]) => ({ id: id ?? '', change: 'unchanged' as const, members: [], errors }));
  return { header, lines: [...told, ...same], work };
}

function lineOf({ pointer, params }: FaultOfOrder, lineNumbers: readonly number[]): string | null {
  const at = /^\/order\/lines\/(\d+)/.exec(pointer)?.[1];
  const line = at === undefined ? params?.line : lineNumbers[Number(at)];
  return line === undefined ? null : String(line);
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
