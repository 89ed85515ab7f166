import type { StoredThing } from '../../../pwa/store/database.ts';
import type { SimServer } from '../world/sim-server.ts';

interface Change {
  readonly kind: string;
  readonly key: string;
  readonly deleted: boolean;
  readonly value: unknown;
}

/** A thing of the server, as a device that starts now would be given it. */
export interface FreshThing {
  readonly kind: string;
  readonly key: string;
  readonly value: unknown;
}

/**
 * Where goods would best go, where else there are some, and how much more is free, is worked out when it is asked for:
 * copies of an open put-away and of pick work may differ in it, and of counts in where else goods stand. So may how
 * much is brought to a pick face, which is never more than is still promised, or free, where it is fetched.
 */
const workedOut: readonly string[] = ['toLocation', 'alternatives', 'moreBase', 'places', 'doubt'];

function textOf(value: unknown, proposals: ReadonlySet<unknown>): string {
  return JSON.stringify(value, function (this: { readonly line?: number }, name, member: unknown) {
    return workedOut.includes(name) || (name === 'quantityBase' && proposals.has(this.line)) ? undefined : member;
  });
}

/** The lines of which either copy says that more may be brought; whoever counts the goods is not told so. */
function proposalsIn(...copies: readonly unknown[]): ReadonlySet<unknown> {
  const lines = copies.flatMap((copy) => (copy as { readonly lines?: readonly object[] } | undefined)?.lines ?? []);
  return new Set(lines.filter((line) => 'moreBase' in line).map((line) => ('line' in line ? line.line : null)));
}

/** Everything a fresh device would be given, by kind and key. */
export async function everythingOf(
  server: SimServer,
  token: string,
  warehouse: string,
): Promise<Map<string, FreshThing>> {
  const things = new Map<string, FreshThing>();
  let after = 0;
  for (;;) {
    const path = `/api/device/changes?after=${after}&warehouse=${warehouse}&limit=1000`;
    const answer = await server.take({ method: 'GET', path, token });
    if (answer?.status !== 200) throw new Error(`${path} was answered ${answer?.status}`);
    const page = JSON.parse(answer.text) as { items: Change[]; next: number; hasMore: boolean };
    for (const { kind, key, deleted, value } of page.items) {
      if (!deleted) things.set(`${kind} ${key}`, { kind, key, value });
    }
    after = page.next;
    if (!page.hasMore) return things;
  }
}

/**
 * Nobody is told when a claim runs out: a copy says until when it holds. Then nobody has the goods, as a device that starts
 * later is told.
 */
function withoutOldClaim(value: unknown, nowMs: number): unknown {
  const { claimedUntil, ...thing } = value as { readonly claimedUntil?: unknown };
  const isOver = typeof claimedUntil === 'string' && Date.parse(claimedUntil) <= nowMs;
  return isOver ? { ...thing, claimedBy: null } : value;
}

/** A device that has been following all the time has the same copy as one that starts now. */
export function checkCopy(
  name: string,
  stored: readonly StoredThing[],
  started: ReadonlyMap<string, FreshThing>,
  nowMs: number,
): string[] {
  const wrong: string[] = [];
  const own = new Map(stored.map(({ kind, key, value }) => [`${kind} ${key}`, withoutOldClaim(value, nowMs)]));
  const fresh = new Map([...started].map(([thing, { value }]) => [thing, withoutOldClaim(value, nowMs)]));
  for (const [thing, value] of fresh) {
    const proposals = proposalsIn(own.get(thing), value);
    const known = own.has(thing) ? textOf(own.get(thing), proposals) : undefined;
    const given = textOf(value, proposals);
    if (known !== given) wrong.push(`${name} has ${thing} as ${whereDifferent(known ?? 'nothing', given)}`);
  }
  for (const thing of own.keys()) if (!fresh.has(thing)) wrong.push(`${name} still has ${thing}, which is gone`);
  return wrong;
}

/** Where two long texts begin to differ. */
function whereDifferent(known: string, given: string): string {
  const at = Array.from(given).findIndex((letter, index) => letter !== known[index]);
  const from = Math.max(0, (at < 0 ? given.length : at) - 60);
  return `…${known.slice(from, from + 160)}, a fresh device gets …${given.slice(from, from + 160)}`;
}
