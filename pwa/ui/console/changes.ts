/** A member that differs between two states of a thing; `undefined` where one of them has none. */
export interface Change {
  /** Its JSON pointer. */
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Every member that differs, objects looked into, lists compared whole. */
export function changesBetween(before: unknown, after: unknown, pointer = ''): readonly Change[] {
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => changesBetween(before[name], after[name], `${pointer}/${escaped(name)}`));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ pointer, before, after }];
}

/** The member at a pointer; undefined where there is none. */
export function valueAt(thing: unknown, pointer: string): unknown {
  return partsOf(pointer).reduce<unknown>((value, part) => (isObject(value) ? value[part] : undefined), thing);
}

/** The same thing with another member at a pointer; `undefined` takes it away. */
export function withValue<T>(thing: T, pointer: string, value: unknown): T {
  const [part, ...rest] = partsOf(pointer);
  if (part === undefined) return value as T;
  const members: Readonly<Record<string, unknown>> = isObject(thing) ? thing : {};
  const below = rest.length === 0 ? value : withValue(members[part], `/${rest.map(escaped).join('/')}`, value);
  const { [part]: _, ...others } = members;
  return (below === undefined ? others : { ...members, [part]: below }) as T;
}

/** What one person changed, on top of what another has made of the thing meanwhile. */
export function rebased<T>(base: T, mine: T, theirs: T): T {
  return changesBetween(base, mine).reduce((thing, { pointer, after }) => withValue(thing, pointer, after), theirs);
}

function partsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
