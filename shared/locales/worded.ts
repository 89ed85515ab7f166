/**
 * A locale table: a code or key, and the sentence in one language with `{name}` for what is filled in, and
 * `{name|line|lines}` for a word that depends on whether that is 1.
 */
export type Texts = Readonly<Record<string, string>>;

const places = /\{(\w+)(?:\|([^{|}]*)\|([^{|}]*))?\}/g;

/**
 * The sentence for a key with its places filled in; the key itself where a table has none (a test keeps that from
 * happening).
 */
export function worded(texts: Texts, key: string, params: Readonly<Record<string, string | number>>): string {
  const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
  return (text ?? key).replaceAll(places, (place: string, name: string, one?: string, other?: string) => {
    if (one === undefined || other === undefined) return String(params[name] ?? place);
    return String(params[name]) === '1' ? one : other;
  });
}
