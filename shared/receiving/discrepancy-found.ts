import { type DiscrepancyClass, isDiscrepancyClass } from '#shared/ledger/discrepancy.ts';
import { availableStatus } from '#shared/ledger/stock-row.ts';
import type { RegisterBody } from './register-body.ts';
import type { Share } from './spread.ts';

/** The goods are not for sale as they come: nobody judges how long they are good. */
export function isSetAside({ inventoryStatus }: Pick<RegisterBody, 'inventoryStatus'>): boolean {
  return inventoryStatus !== undefined && inventoryStatus !== availableStatus;
}

/**
 * What a registration says is wrong with its goods: the class that `condition` names, else what the status tells that
 * was not expected, else `other` where it has a condition in the worker's words or photos. Null where nothing is.
 */
export function discrepancyFound(
  asked: Pick<RegisterBody, 'condition' | 'inventoryStatus' | 'photos'>,
  shares: readonly Pick<Share, 'line'>[],
  isShortLived: boolean,
): DiscrepancyClass | null {
  const { condition, inventoryStatus, photos = [] } = asked;
  if (condition !== undefined && isDiscrepancyClass(condition)) return condition;
  const isExpected = shares.every(({ line }) => line.inventoryStatus === inventoryStatus);
  if (isSetAside(asked) && !isExpected) return classOfStatus[inventoryStatus ?? ''] ?? 'other';
  if (condition !== undefined || photos.length > 0) return 'other';
  return isShortLived ? 'expiry' : null;
}

const classOfStatus: Readonly<Record<string, DiscrepancyClass>> = {
  damaged: 'damage',
  quality: 'quality',
  quarantine: 'quality',
};
