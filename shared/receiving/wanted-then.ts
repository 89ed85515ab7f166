import { isProblem, readCounted, type StockItem } from '#shared/ledger/stock-item.ts';
import type { RegisterFacts } from './facts.ts';
import type { RegisterBody } from './register-body.ts';
import { linesFor, spread } from './spread.ts';

/**
 * Whether the order would have taken the goods as it was before its ERP changed it behind the device's back: with a line
 * that it has taken out since, with the item that the line had, or with more of it. Then they are a fact to be decided on.
 */
export function wereWanted(asked: RegisterBody, facts: RegisterFacts, item: StockItem): boolean {
  return (facts.replacedLines ?? []).some((lines) => {
    const meant = linesFor(asked, { ...facts, lines }, item, false);
    if (isProblem(meant)) return false;
    const quantityBase = readCounted(item, asked, false);
    const wholeBase = item.isSerialTracked ? 10 ** item.decimals : 1;
    const overReceipt = facts.orders[0]?.settings?.overReceipt;
    return !isProblem(quantityBase) && spread(meant, quantityBase, false, wholeBase, overReceipt) !== null;
  });
}
