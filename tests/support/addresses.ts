/** A member of an address, as the OpenAPI document describes it. */
export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
}

/** What there is to ask for: by the name of the member. */
export interface Names {
  readonly known: Readonly<Record<string, readonly string[]>>;
  readonly anything: readonly string[];
}

/** An address with all it needs, once for each value of each member: alone, and each other member added to it. */
export function addresses(path: string, parameters: readonly Parameter[], { known }: Names): string[] {
  const needed = parameters.filter(({ required }) => required);
  const optional = parameters.filter(({ required, in: where, name }) => !required && where === 'query' && known[name]);
  const combined = (of: readonly Parameter[]): (readonly (readonly [Parameter, string])[])[] =>
    of.reduce<(readonly (readonly [Parameter, string])[])[]>(
      (before, one) =>
        before.flatMap((chosen) => (known[one.name] ?? ['EAST']).map((value) => [...chosen, [one, value] as const])),
      [[]],
    );
  const warehouse = optional.filter(({ name }) => name === 'warehouse');
  const sets = [
    needed,
    ...optional.filter(({ name }) => name !== 'warehouse').map((one) => [...needed, ...warehouse, one]),
  ];
  return [
    ...new Set(
      sets.flatMap(combined).map((chosen) => {
        const inPath = chosen.reduce(
          (text, [{ name, in: where }, value]) =>
            where === 'path' ? text.replace(`{${name}}`, encodeURIComponent(value)) : text,
          path,
        );
        const query = chosen
          .filter(([{ in: where }]) => where === 'query')
          .map(([{ name }, value]) => `${name}=${encodeURIComponent(value)}`);
        return query.length > 0 ? `${inPath}?${query.join('&')}` : inPath;
      }),
    ),
  ];
}
