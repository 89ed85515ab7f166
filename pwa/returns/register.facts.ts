import { type Command, commandReference } from '#shared/command/envelope.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import { standardSettings } from '#shared/ledger/source-system-settings.ts';
import type { ItemThing } from '#shared/ledger/thing.ts';
import type { ReturnFacts } from '#shared/returns/facts.ts';
import { decideRegister, type ReturnPlan, type ReturnResult, register } from '#shared/returns/register.ts';
import type { RegisterBody } from '#shared/returns/register-body.ts';
import { dockOf, looseAt, looseWorkAt, standing } from '../store/dock.ts';
import type { Effect } from '../store/effects.ts';
import { deviceOperation } from '../store/provisional.ts';
import type { ReadThings } from '../store/read-things.ts';

interface KnownFacts extends ReturnFacts {
  readonly item: (ItemThing & { readonly unitCost: null }) | null;
}

/** A return on the device: what goods had gone out with, and which are taken back, is for the server to judge. */
export const registerReturnOnDevice = deviceOperation<RegisterBody, KnownFacts, ReturnPlan, ReturnResult>({
  operation: register,
  facts,
  decide: decideRegister,
  effects,
});

async function facts({ body, warehouse }: Command<RegisterBody>, read: ReadThings): Promise<KnownFacts | null> {
  const { sourceSystem, licensePlate } = body;
  const namesCommand = typeof licensePlate === 'string' && commandReference(licensePlate) !== null;
  const item = sourceSystem === undefined ? undefined : await read.thing('item', itemKey(sourceSystem, body.item));
  if (namesCommand || sourceSystem === undefined || !item) return null;
  const plate = licensePlate == null ? null : await standing(licensePlate, warehouse, read);
  const dock = body.location === undefined ? await dockOf(plate, read) : await read.thing('location', body.location);
  return {
    shipped: null,
    announced: [],
    returnedSinceBase: 0,
    sourceSystems: [sourceSystem],
    settings: standardSettings,
    owner: '',
    item: { ...item, unitCost: null },
    policy: { isTaken: true, days: null },
    lastShippedDaysAgo: null,
    order: { key: '', number: '' },
    location: dock ? { code: dock.code, type: dock.type, isActive: dock.isActive } : null,
    lot: null,
    today: null,
    serialsInStock: [],
    serialsScrapped: [],
    plate,
    announcedOn: null,
    newPlate: null,
    looseWork: dock && licensePlate === null ? await looseWorkAt(read, dock.code, item.key) : null,
    ...{ valueLimit: null, scrappedBeforeBase: 0 },
  };
}

/** The goods wait to be put away; what is scrapped waits for nobody. */
function effects({ id, body }: Command<RegisterBody>, plan: ReturnPlan, { item }: KnownFacts): Effect[] {
  const { licensePlate, location, work, registrations, inventoryStatus } = plan;
  if (!work || (licensePlate !== null && !work.isNew)) return [];
  const opened = {
    work: work.id,
    type: 'putaway',
    status: 'open',
    fromLocation: location,
    toLocation: null,
    command: id,
  };
  if (licensePlate !== null) return [{ does: 'open-work', work: { ...opened, licensePlate, item: null } }];
  const loose = registrations.map(({ entry, serial, quantityBase }) =>
    looseAt(item, {
      ...{ item: plan.item.key, owner: entry.owner, lot: body.lot ?? '', serial: serial ?? '' },
      ...{ inventoryStatus, quantityBase },
    }),
  );
  return [{ does: 'open-work', work: { ...opened, licensePlate: null, item: plan.item.key, loose } }];
}
