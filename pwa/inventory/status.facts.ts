import { commandReference } from '#shared/command/envelope.ts';
import { changeStatus, decideChangeStatus } from '#shared/inventory/change-status.ts';
import { availableStatus } from '#shared/ledger/stock-row.ts';
import { deviceOperation } from '../store/provisional.ts';
import { familyWithGoods } from './plate-things.ts';

/**
 * Another status for what is on a plate. Of loose goods the device knows too little to say anything, and of whether
 * somebody may let goods go again nothing at all.
 */
export const changeStatusOnDevice = deviceOperation({
  operation: changeStatus,
  facts: async ({ body, warehouse }, read) => {
    const { licensePlate, location, to } = body;
    if (licensePlate === undefined || commandReference(licensePlate) !== null || to === availableStatus) return null;
    const family = await familyWithGoods(licensePlate, read);
    if (!family) return null;
    const { rows } = family;
    const keys = [...new Set(rows.map(({ item }) => item))];
    const items = (await Promise.all(keys.map((key) => read.thing('item', key)))).filter((item) => item !== undefined);
    return {
      location: location === undefined ? null : ((await read.thing('location', location)) ?? null),
      plate: { number: licensePlate, warehouse },
      items: items.map((item) => ({ ...item, unitCost: null })),
      rows,
      promised: [],
      heldLots: [],
      mayRelease: false,
      valueLimit: null,
      sameApproval: null,
      askedAbout: null,
      isMoveNews: false,
    };
  },
  decide: decideChangeStatus,
  causedBy: ({ licensePlate }, read) => (licensePlate === undefined ? null : read.makerOfPlate(licensePlate)),
});
