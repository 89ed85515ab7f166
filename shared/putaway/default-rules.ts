import { isSetApart } from '#shared/ledger/location-type.ts';
import type { PutawayRule } from '#shared/ledger/putaway-rule.ts';
import { inventoryStatuses } from '#shared/ledger/stock-row.ts';

/**
 * The rules of a warehouse that has none of its own. Goods set apart go to quarantine. All others go to the fixed place
 * of their item; else beside the same lot, beside the same item, or to the nearest empty storage location.
 */
export const defaultRules: readonly PutawayRule[] = [
  {
    code: 'quarantine',
    name: 'Quarantine',
    isActive: true,
    when: { inventoryStatuses: inventoryStatuses.filter(isSetApart) },
    zones: [],
    locationTypes: ['quarantine'],
    strategies: ['same-lot', 'same-item', 'empty', 'nearest'],
    otherwise: 'stop',
  },
  {
    code: 'storage',
    name: 'Storage',
    isActive: true,
    when: {},
    zones: [],
    locationTypes: [],
    strategies: ['fixed', 'same-lot', 'same-item', 'empty'],
    otherwise: 'next',
  },
];

/** The rules that hold in a warehouse: its own, or the defaults where it has none at all. */
export function rulesInForce(own: readonly PutawayRule[]): readonly PutawayRule[] {
  return own.length > 0 ? own : defaultRules;
}
