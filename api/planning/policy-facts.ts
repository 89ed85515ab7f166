import { itemMeant } from '#shared/ledger/select-stock.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { SentPolicy } from '#shared/planning/policies-document.ts';
import type { PolicyFacts, PolicyToJudge } from '#shared/planning/publish.ts';
import { reachOf, settingsOf } from '../platform/facts/source-systems.queries.ts';
import { everyWarehouse, timeZoneOf } from '../platform/facts/warehouses.queries.ts';
import { localDay } from '../platform/local-day.ts';
import type { AppTrx } from '../platform/store.ts';
import { itemsOfNumbers, type PolicyItem, placesOfCodes } from './policies.queries.ts';

const dayMs = 86_400_000;

/**
 * Policies of a version that was first sent at `sentAt`, each with what has to be known to judge it. `scope` as in
 * `PlanVersion`.
 */
export async function withFacts(
  trx: AppTrx,
  { scope, sentAt }: { readonly scope: string; readonly sentAt: number },
  policies: readonly SentPolicy[],
): Promise<PolicyToJudge[]> {
  const numbers = [...new Set(policies.map(({ item }) => item))];
  const known = (await itemsOfNumbers(trx, numbers)).filter((row) => scope === '' || row.source_system === scope);
  const items = Map.groupBy(known, ({ number }) => number);
  const codes = [...new Set(policies.flatMap(({ location }) => location ?? []))];
  const places = new Map(
    (await placesOfCodes(trx, codes)).map((row) => [
      `${row.warehouse}\u0000${row.code}`,
      { type: row.type, fixedItem: row.fixed_item },
    ]),
  );
  const warehouses = await everyWarehouse(trx);
  const reach = scope === '' ? warehouses : ((await reachOf(trx, scope))?.warehouses ?? []);
  const zones = new Map<string, string>();
  for (const warehouse of warehouses) zones.set(warehouse, await timeZoneOf(trx, warehouse));
  const frozen = new Map<string, number>();
  for (const system of new Set(known.map((row) => row.source_system))) {
    frozen.set(system, (await settingsOf(trx, system)).frozenDays);
  }
  return policies.map((sent) => {
    const { warehouse } = sent;
    const zone = zones.get(warehouse) ?? 'UTC';
    const item = itemMeant(sent.item, (items.get(sent.item) ?? []).map(asItem), [], sent.sourceSystem ?? undefined);
    const frozenDays = 'key' in item ? (frozen.get(item.sourceSystem) ?? 0) : 0;
    const facts: PolicyFacts = {
      item,
      isWarehouse: reach.includes(warehouse) && zones.has(warehouse),
      place: places.get(`${warehouse}\u0000${sent.location ?? ''}`) ?? null,
      today: localDay(trx.now, zone),
      freeFrom: localDay(trx.now + frozenDays * dayMs, zone),
      publishedOn: localDay(sentAt, zone),
      validFrom: sent.validFrom ? dayOf(sent.validFrom, zone) : null,
    };
    return { sent, facts };
  });
}

/** Source systems whose policies may not change at once. */
export async function frozenSystems(trx: AppTrx, systems: Iterable<string>): Promise<Set<string>> {
  const frozen = new Set<string>();
  for (const system of new Set(systems)) {
    if ((await settingsOf(trx, system)).frozenDays > 0) frozen.add(system);
  }
  return frozen;
}

/** A day stays as it is; of an instant the day where the warehouse is. */
function dayOf(text: string, zone: string): string {
  return text.includes('T') ? localDay(Date.parse(text), zone) : text;
}

function asItem(row: PolicyItem): StockItem {
  return {
    ...{ key: row.item_key, number: row.number, sourceSystem: row.source_system, baseUnit: row.base_unit },
    ...{ decimals: row.decimals, isLotTracked: false, isSerialTracked: false, isExpiryTracked: false, units: [] },
  };
}
