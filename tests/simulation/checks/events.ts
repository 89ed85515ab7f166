import type { Acknowledged } from '../outside/acknowledger.ts';
import type { DocumentRow } from '../outside/books.ts';
import type { EventRow } from '../outside/sim-erp.ts';

export interface Heard {
  readonly events: readonly EventRow[];
  readonly documents: readonly DocumentRow[];
  readonly acknowledged: ReadonlyMap<string, Acknowledged>;
  /** The state of every message that the server has. */
  readonly messages: ReadonlyMap<string, string>;
  /** Messages that were answered with 202. */
  readonly kept: readonly string[];
}

/** One event for each document, for each word said of it, and for what became of each message. */
export function checkEvents({ events, documents, acknowledged, messages, kept }: Heard): string[] {
  const wrong: string[] = [];
  const all = events.map(({ event }) => ({ ...event, type: event.type.replace(/^app\.tallyman\.(.*)\.v1$/, '$1') }));
  const ids = new Set(all.map(({ id }) => id));
  if (ids.size < all.length) wrong.push(`${all.length - ids.size} events have the id of another`);
  const told = Map.groupBy(all, ({ type, data }) => `${type.split('.')[1]} ${data.documentNumber}/${data.version}`);
  const issued = new Set(documents.map(({ documentNumber, version }) => `${documentNumber}/${version}`));
  for (const key of issued) {
    const count = told.get(`issued ${key}`)?.length ?? 0;
    if (count !== 1) wrong.push(`${count} events tell that ${key} was issued`);
  }
  for (const { documentNumber, version, acknowledgement } of documents) {
    const key = `${documentNumber}/${version}`;
    const said = acknowledged.get(key);
    // What was said of a version is forgotten when it is reversed, and has to be said of its reversal.
    const isReversed = told.has(`reversed ${key}`);
    const since = told.get(`reversed ${key}`)?.at(-1)?.sequence ?? '';
    const words = (told.get(`acknowledged ${key}`) ?? [])
      .filter(({ sequence }) => sequence > since)
      .map(({ data }) => String(data.result));
    const last = words.at(-1);
    if (acknowledgement?.result !== last)
      wrong.push(`${key} is ${acknowledgement?.result}, the last event says ${last}`);
    if (words.some((word, index) => word === words[index - 1])) wrong.push(`${key}: the same word twice: ${words}`);
    if (words.some((word) => !said?.results.has(word))) wrong.push(`${key}: nobody said ${words}`);
    if (said?.isAnswered && words.length === 0 && !isReversed)
      wrong.push(`${key} was acknowledged, and no event tells of it`);
  }
  const outcomes = Map.groupBy(
    all.filter(({ type }) => type.startsWith('message.')),
    ({ subject }) => subject,
  );
  if (messages.size !== kept.length) wrong.push(`${kept.length} messages were kept, there are ${messages.size}`);
  for (const id of kept) {
    const state = messages.get(id) ?? 'gone';
    const types = (outcomes.get(id) ?? []).map(({ type }) => type.slice('message.'.length));
    if (!ends.includes(state)) wrong.push(`message ${id} is ${state} in the end`);
    if (types.at(-1) !== state || new Set(types).size < types.length) {
      wrong.push(`message ${id} is ${state}, its events say ${types}`);
    }
  }
  return wrong;
}

const ends: readonly string[] = ['accepted', 'failed', 'superseded'];
