import { fromBase } from '#shared/kernel/quantity.ts';
import { chainStart, nextLink } from '../chain.ts';
import type { Runner } from '../db/connection.ts';
import type { Statement } from '../db/statement.ts';
import { decimalsOfItems } from './published.queries.ts';
import { type FlatSums, QuickSums } from './quick-sums.ts';
import {
  deltasIn,
  keptRowsOf,
  keyMark,
  type LedgerLink,
  ledgerLinks,
  linkFlags,
  linkUpTo,
  type QuickLink,
  quickLinks,
  type Stretch,
} from './quick-walk.queries.ts';
import { Sums } from './rebuilt.ts';

/** So few that what was read is still in the processor's cache when it is hashed. */
const positionsPerRead = 2000;

/** A part of the chain, from a position whose balances were kept (or 0) to its last end. */
export interface Part {
  readonly after: number;
  /** Where balances were kept on the way, in order, and the end of the part. */
  readonly ends: readonly { readonly position: number; readonly isKept: boolean }[];
  /** Only chain and entries: the part may begin behind any link then. */
  readonly isLedgerOnly?: boolean;
}

/** A part that was walked and found right. */
export interface WalkedPart extends FlatSums {
  readonly links: number;
  readonly entries: number;
  readonly deltas: number;
  readonly lastHash: string;
}

/**
 * Walks a part of the chain and the deltas beside it, from balances that were kept at its beginning, and compares those
 * that were kept on the way. Answers null where anything is not as it should be: what that is, the careful walk tells.
 */
export async function walkPart(read: Runner, part: Part): Promise<WalkedPart | null> {
  if (part.isLedgerOnly) return walkLedger(read, part);
  const sums = new QuickSums(await read.all(decimalsOfItems, {}));
  sums.begin(await read.all(keptRowsOf, { position: part.after }));
  const links = new Links(read, quickLinks[read.dialect]);
  await links.begin(part.after);
  let deltas = 0;
  let found = 0;
  for (const { position, isKept } of part.ends) {
    for (const stretch of links.stretchesUpTo(position)) {
      const isRight = await links.follow(stretch, (link, quantityBase) => {
        const legs = takeEntry(sums, link, quantityBase);
        deltas += legs ?? 0;
        return legs !== null;
      });
      if (!isRight) return null;
      found += (await read.one(deltasIn, stretch))?.count ?? 0;
    }
    if (isKept && !sums.isExactly(await read.all(keptRowsOf, { position }))) return null;
  }
  // Deltas that no entry made.
  if (found !== deltas) return null;
  return { ...links.walked, deltas, ...sums.flat() };
}

/** The chain and what its entries add up to: an entry of an item that nobody knows is one all the same. */
async function walkLedger(read: Runner, { after, ends }: Part): Promise<WalkedPart | null> {
  const stock = new Sums();
  const links = new Links(read, ledgerLinks[read.dialect]);
  await links.begin(after);
  for (const stretch of links.stretchesUpTo(ends.at(-1)?.position ?? after)) {
    const isRight = await links.follow(stretch, ({ from_key: from, to_key: to }, quantityBase) => {
      if (from !== null) stock.add(from, -quantityBase);
      if (to !== null) stock.add(to, quantityBase);
      return true;
    });
    if (!isRight) return null;
  }
  const none = new Map<string, number>();
  return { ...links.walked, deltas: 0, quantity: none, stock: stock.byKey, unreported: none, registered: none };
}

/** Follows the chain link by link, each made again from the one before it and its own text. */
class Links<Link extends LedgerLink> {
  readonly #read: Runner;
  readonly #statement: Statement<Stretch, Link>;
  #from = 0;
  #lastHash = chainStart;
  #links = 0;
  #entries = 0;

  constructor(read: Runner, statement: Statement<Stretch, Link>) {
    this.#read = read;
    this.#statement = statement;
  }

  async begin(after: number): Promise<void> {
    this.#from = after;
    this.#lastHash = (await this.#read.one(linkUpTo, { position: after }))?.hash ?? chainStart;
  }

  *stretchesUpTo(position: number): Generator<Stretch> {
    while (this.#from < position) {
      const upTo = Math.min(this.#from + positionsPerRead, position);
      yield { after: this.#from, upTo };
      this.#from = upTo;
    }
  }

  /** Answers false where a link is not what it should be, or `take` says so of an entry. */
  async follow(stretch: Stretch, take: (link: Link, quantityBase: number) => boolean): Promise<boolean> {
    for (const link of await this.#read.all(this.#statement, stretch)) {
      if (link.text === null || nextLink(this.#lastHash, link.text) !== link.hash) return false;
      this.#lastHash = link.hash;
      this.#links += 1;
      if (link.quantity_base === null) continue;
      if (!take(link, link.quantity_base)) return false;
      this.#entries += 1;
    }
    return true;
  }

  get walked(): Pick<WalkedPart, 'links' | 'entries' | 'lastHash'> {
    return { links: this.#links, entries: this.#entries, lastHash: this.#lastHash };
  }
}

/** Moves what an entry moves. Answers how many deltas it has; null where one of them says something else. */
function takeEntry(sums: QuickSums, link: QuickLink, quantityBase: number): number | null {
  const { from_key: from, to_key: to } = link;
  if (from !== null && !move(sums, from, link, link.from_after, -quantityBase)) return null;
  if (to !== null && !move(sums, to, link, link.to_after, quantityBase)) return null;
  return (from === null ? 0 : 1) + (to === null ? 0 : 1);
}

/** Answers whether what stands there then is what the delta says. */
function move(sums: QuickSums, key: string, link: QuickLink, after: string | null, quantityBase: number): boolean {
  const balance = sums.balance(key);
  balance.quantityBase += quantityBase;
  if (balance.quantityBase === 0) sums.forget(key);
  const { atLocation, inWarehouse, decimals } = balance;
  const isInternal = (link.flags & linkFlags.isInternal) !== 0;
  atLocation.quantityBase += quantityBase;
  if (!isInternal) inWarehouse.quantityBase += quantityBase;
  if ((link.flags & linkFlags.isUnreported) !== 0) {
    atLocation.unreportedBase += quantityBase;
    inWarehouse.unreportedBase += quantityBase;
  }
  if ((link.flags & linkFlags.isRegistered) !== 0) {
    atLocation.registeredBase += quantityBase;
    inWarehouse.registeredBase += quantityBase;
  }
  if (decimals === undefined) return false;
  const there = fromBase(atLocation.quantityBase, decimals);
  const inAll = isInternal ? '' : fromBase(inWarehouse.quantityBase, decimals);
  return after === `${there}${keyMark}${inAll}${keyMark}${fromBase(quantityBase, decimals)}`;
}
