/** A locale table: a code or key, and the sentence in one language with `{name}` for what is filled in. */
export type Texts = Readonly<Record<string, string>>;

/** The sentence for a key with its places filled in; the key itself where a table has none (a test keeps that from happening). */
export function worded(texts: Texts, key: string, params: Readonly<Record<string, string | number>>): string {
  const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
  return (text ?? key).replaceAll(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}
