import { fromBase } from '#shared/kernel/quantity.ts';
import { chainStart, nextLink } from '../chain.ts';
import type { Runner } from '../db/connection.ts';
import { decimalsOfItems } from './published.queries.ts';
import { type Balance, type FlatSums, QuickSums } from './quick-sums.ts';
import {
  deltasIn,
  keptRowsOf,
  keyMark,
  ledgerLinks,
  linkFlags,
  linkUpTo,
  type QuickLink,
  quickLinks,
} from './quick-walk.queries.ts';

const positionsPerRead = 10_000;

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
export async function walkPart(read: Runner, { after, ends, isLedgerOnly = false }: Part): Promise<WalkedPart | null> {
  const sums = new QuickSums(await read.all(decimalsOfItems, {}));
  if (!isLedgerOnly) sums.begin(await read.all(keptRowsOf, { position: after }));
  const links = (isLedgerOnly ? ledgerLinks : quickLinks)[read.dialect];
  const walked = { links: 0, entries: 0, deltas: 0 };
  let lastHash = (await read.one(linkUpTo, { position: after }))?.hash ?? chainStart;
  let from = after;
  let found = 0;
  for (const { position, isKept } of ends) {
    for (; from < position; from = Math.min(from + positionsPerRead, position)) {
      const stretch = { after: from, upTo: Math.min(from + positionsPerRead, position) };
      for (const link of await read.all(links, stretch)) {
        if (link.text === null || nextLink(lastHash, link.text) !== link.hash) return null;
        lastHash = link.hash;
        walked.links += 1;
        if (link.quantity_base === null) continue;
        const legs = isLedgerOnly
          ? moveOnly(sums, link, link.quantity_base)
          : takeEntry(sums, link, link.quantity_base);
        if (legs === null) return null;
        walked.entries += 1;
        walked.deltas += legs;
      }
      if (!isLedgerOnly) found += (await read.one(deltasIn, stretch))?.count ?? 0;
    }
    if (isKept && !sums.isExactly(await read.all(keptRowsOf, { position }))) return null;
  }
  // Deltas that no entry made.
  if (!isLedgerOnly && found !== walked.deltas) return null;
  return { ...walked, ...sums.flat(), lastHash };
}

/** Moves what an entry moves. Answers how many deltas it has; null where one of them says something else. */
function takeEntry(sums: QuickSums, link: QuickLink, quantityBase: number): number | null {
  const { from_key: from, to_key: to } = link;
  if (from !== null && !move(sums, from, link, link.from_after, -quantityBase)) return null;
  if (to !== null && !move(sums, to, link, link.to_after, quantityBase)) return null;
  return (from === null ? 0 : 1) + (to === null ? 0 : 1);
}

/** The balances alone; an entry of an item that nobody knows is one all the same. */
function moveOnly(sums: QuickSums, { from_key: from, to_key: to }: QuickLink, quantityBase: number): number {
  if (from !== null) addTo(sums, from, -quantityBase);
  if (to !== null) addTo(sums, to, quantityBase);
  return 0;
}

function addTo(sums: QuickSums, key: string, quantityBase: number): Balance {
  const balance = sums.balance(key);
  balance.quantityBase += quantityBase;
  if (balance.quantityBase === 0) sums.forget(key);
  return balance;
}

/** Answers whether what stands there then is what the delta says. */
function move(sums: QuickSums, key: string, link: QuickLink, after: string | null, quantityBase: number): boolean {
  const { atLocation, inWarehouse, decimals } = addTo(sums, key, quantityBase);
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
