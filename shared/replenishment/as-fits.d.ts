import type { Problem } from '#shared/kernel/problem.ts';
import type { ChosenStock } from '#shared/ledger/choose-stock.ts';
import { type LocationState } from '#shared/ledger/fits.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
type Parts = ChosenStock['parts'];
/** As much of what was chosen as a place takes, with what stands against the first that it does not take. */
export declare function asFits(chosen: Parts, to: LocationState, item: StockItem): {
    readonly parts: Parts;
    readonly why: Problem | null;
};
export {};
