/** A step and what was known there. */
export interface Step {
  readonly step: string;
  readonly state: object;
}

/**
 * The same as it is kept. `first`: lists of the state, by their names, of which only the length is kept, as they are the
 * beginning of what the next step knows. Older versions of the app kept all of them.
 */
export interface KeptStep extends Step {
  readonly first?: Readonly<Record<string, number>>;
}

/**
 * The steps before a position without what each has in common with the one behind it, the last with the position itself:
 * where hundreds of serial numbers are scanned, each step knows one more, and twenty steps back would be kept with
 * hundreds each at every scan.
 */
export function packedTrail(trail: readonly Step[], state: object): readonly KeptStep[] {
  return trail.map((one, index) => packedStep(one, trail[index + 1]?.state ?? state));
}

export function unpackedTrail(trail: readonly KeptStep[], state: object): readonly Step[] {
  let after = state;
  const steps = trail.toReversed().map((kept) => {
    const step = unpackedStep(kept, after);
    after = step.state;
    return step;
  });
  return steps.reverse();
}

function packedStep({ step, state }: Step, after: object): KeptStep {
  const first = Object.fromEntries(
    Object.entries(state).flatMap(([name, list]) => (begins(list, memberOf(after, name)) ? [[name, list.length]] : [])),
  );
  const rest = Object.entries(state).filter(([name]) => !Object.hasOwn(first, name));
  return rest.length === Object.keys(state).length ? { step, state } : { step, state: Object.fromEntries(rest), first };
}

function unpackedStep({ step, state, first = {} }: KeptStep, after: object): Step {
  const lists = Object.entries(first).map(([name, length]) => {
    const list = memberOf(after, name);
    return [name, Array.isArray(list) ? list.slice(0, length) : []];
  });
  return { step, state: { ...state, ...Object.fromEntries(lists) } };
}

function memberOf(state: object, name: string): unknown {
  return (state as Readonly<Record<string, unknown>>)[name];
}

function begins(list: unknown, longer: unknown): list is readonly unknown[] {
  if (!Array.isArray(list) || !Array.isArray(longer) || list.length > longer.length) return false;
  return list.every((one, index) => one === longer[index]);
}
