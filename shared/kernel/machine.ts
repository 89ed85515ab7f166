/** A state machine as plain data: every state names the states that may follow it. A final state names none. */
export interface Machine<State extends string> {
  readonly name: string;
  readonly start: State;
  readonly states: Readonly<Record<State, readonly State[]>>;
  readonly final: readonly State[];
}

/** Keeps the literal state names of a table. */
export function machine<const State extends string>(table: Machine<State>): Machine<State> {
  return table;
}

export function mayFollow<State extends string>(table: Machine<State>, from: State, to: State): boolean {
  return table.states[from].includes(to);
}

/** What is wrong with a table: unknown targets, unreachable states, dead ends not declared final. Empty when sound. */
export function faultsOf(table: Machine<string>): string[] {
  const known = Object.keys(table.states);
  const faults = known.flatMap((state) =>
    (table.states[state] ?? [])
      .filter((target) => !known.includes(target))
      .map((target) => `${table.name}: ${state} leads to the unknown state ${target}`),
  );
  const reached = new Set([table.start]);
  for (const state of reached) for (const target of table.states[state] ?? []) reached.add(target);
  for (const state of known) {
    if (!reached.has(state)) faults.push(`${table.name}: ${state} cannot be reached from ${table.start}`);
    const isDeadEnd = (table.states[state] ?? []).length === 0;
    if (isDeadEnd && !table.final.includes(state))
      faults.push(`${table.name}: ${state} ends but is not declared final`);
  }
  return faults;
}
