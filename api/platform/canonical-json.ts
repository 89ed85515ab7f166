/** JSON with members in order of their names, so that equal content has equal text whatever order it was sent in. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const object = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const name of inOrder(Object.keys(object))) {
    const member = object[name];
    if (member !== undefined) text += `${text === '' ? '' : ','}${quoted(name)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** Sorts only what is not in order yet: most programs send members in the same order each time. */
function inOrder(names: string[]): string[] {
  const isSorted = names.every((name, at) => at === 0 || (names[at - 1] ?? '') < name);
  return isSorted ? names : names.sort();
}

/** A name that needs no escaping, as nearly all are, is quoted without asking further. */
function quoted(name: string): string {
  return plainName.test(name) ? `"${name}"` : JSON.stringify(name);
}

const plainName = /^[A-Za-z0-9_]+$/;
