import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { Caller } from '../platform/http/caller.ts';
import { jsonWithEtag } from '../platform/http/etag.ts';
import { feedQuery } from '../platform/http/feed.ts';
import { refuseElsewhere } from '../platform/http/person-in.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import {
  barcodesOf,
  type ItemRow,
  itemsAfter,
  type LocationRow,
  locationsAfter,
  unitsOf,
} from './catalogue-reads.queries.ts';
import { loadItems } from './item-thing.ts';

const access = { scopes: ['planning'], permit: 'planning.read' };
const tag = 'Planning';

/** Master data is paged by key: `next` of one page is `after` of the following; `0` or nothing is the beginning. */
const paging = { after: z.string().max(140).default('0'), limit: feedQuery.limit };

const itemAnswer = later(() =>
  z.object({
    item: z.string(),
    sourceSystem: z.string(),
    description: z.string(),
    category: z.string().nullable(),
    baseUnit: z.string(),
    decimals: z.number(),
    units: z.array(z.object({ unit: z.string(), numerator: z.number(), denominator: z.number() })),
    barcodes: z.array(z.object({ code: z.string(), unit: z.string(), quantity: z.number() })),
    tracking: z.object({ lot: z.boolean(), serial: z.boolean(), expiry: z.boolean() }),
    shelfLifeDays: z.number().nullable(),
    dimensions: z.unknown(),
    weight: z.unknown(),
    unitCost: z.number().nullable(),
    abcClass: z.string().nullable(),
    status: z.string(),
    version: z.number(),
    changedAt: z.string(),
  }),
);

const locationAnswer = later(() =>
  z.object({
    location: z.string(),
    warehouse: z.string(),
    type: z.string(),
    zone: z.string(),
    walkSequence: z.number(),
    capacityPlates: z.number().nullable(),
    mixedItems: z.boolean(),
    mixedLots: z.boolean(),
    fixedItem: z.string().nullable(),
    active: z.boolean(),
    version: z.number(),
  }),
);

function pageOf(item: z.ZodType) {
  return z.object({ items: z.array(item), next: z.string(), hasMore: z.boolean() });
}

/** Items and locations for planning, and items for devices. */
export function addCatalogueRoutes(routes: Routes, services: Services): void {
  services.thingLoaders.set('item', loadItems);
  const { read } = services.store;

  routes.add(
    {
      method: 'get',
      path: '/api/planning/items',
      summary: 'Items in order of their keys, paged, with ETag',
      tag,
      access,
      query: z.strictObject({ ...paging, sourceSystem: z.string().min(1).max(64).optional() }),
      answers: {
        200: { description: 'A page of items', schema: pageOf(itemAnswer) },
        304: { description: 'As known' },
      },
    },
    async ({ c, caller, query }) => {
      const sourceSystem = ownSystem(caller) ?? query.sourceSystem;
      const after = query.after === '0' ? '' : query.after;
      const rows = await itemsAfter(read, { after, limit: query.limit + 1, sourceSystem });
      const shown = rows.slice(0, query.limit);
      const next = shown.at(-1)?.item_key ?? query.after;
      return jsonWithEtag(c, { items: await itemsJson(read, shown), next, hasMore: rows.length > query.limit });
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/planning/locations',
      summary: 'Locations in order of warehouse and code, paged, with ETag',
      tag,
      access,
      query: z.strictObject({ ...paging, warehouse: z.string().min(1).max(32).optional() }),
      answers: {
        200: { description: 'A page of locations', schema: pageOf(locationAnswer) },
        304: { description: 'As known' },
      },
    },
    async ({ c, caller, query }) => {
      refuseElsewhere(caller, query.warehouse, access.permit);
      const [warehouse = '', code = ''] = query.after === '0' ? [] : splitAtColon(query.after);
      const asked = { after: { warehouse, code }, limit: query.limit + 1, warehouse: query.warehouse };
      const rows = await locationsAfter(read, asked);
      const shown = rows.slice(0, query.limit);
      const last = shown.at(-1);
      const next = last ? `${last.warehouse}:${last.code}` : query.after;
      return jsonWithEtag(c, { items: shown.map(locationJson), next, hasMore: rows.length > query.limit });
    },
  );
}

/** A key that belongs to a source system sees only what is its own. */
function ownSystem(caller: Caller | undefined): string | undefined {
  return caller?.kind === 'machine' ? (caller.sourceSystem ?? undefined) : undefined;
}

function splitAtColon(text: string): [string, string] {
  const colon = text.indexOf(':');
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
}

/** What the item's own message says and no rule needs. */
interface Described {
  readonly category?: string | null;
  readonly dimensions?: unknown;
  readonly weight?: unknown;
}

async function itemsJson(read: Runner, items: readonly ItemRow[]): Promise<z.infer<typeof itemAnswer>[]> {
  if (items.length === 0) return [];
  const keys = items.map((item) => item.item_key);
  const units = Map.groupBy(await read.all(unitsOf, { keys }), (unit) => unit.item_key);
  const barcodes = Map.groupBy(await read.all(barcodesOf, { keys }), (barcode) => barcode.item_key);
  return items.map((item) => {
    const { category, dimensions, weight } = JSON.parse(item.document) as Described;
    return {
      item: item.number,
      sourceSystem: item.source_system,
      description: item.description,
      category: category ?? null,
      baseUnit: item.base_unit,
      decimals: item.decimals,
      units: (units.get(item.item_key) ?? []).map(({ item_key: _, ...unit }) => unit),
      barcodes: (barcodes.get(item.item_key) ?? []).map(({ code, unit, quantity }) => {
        return { code, unit, quantity: Number(quantity) };
      }),
      tracking: { lot: item.lot_tracked === 1, serial: item.serial_tracked === 1, expiry: item.expiry_tracked === 1 },
      shelfLifeDays: item.shelf_life_days,
      dimensions: dimensions ?? null,
      weight: weight ?? null,
      unitCost: item.unit_cost === null ? null : Number(item.unit_cost),
      abcClass: item.abc_class,
      status: item.status,
      version: item.version,
      changedAt: instant(item.changed_at),
    };
  });
}

function locationJson(row: LocationRow): z.infer<typeof locationAnswer> {
  return {
    location: row.code,
    warehouse: row.warehouse,
    type: row.type,
    zone: row.zone,
    walkSequence: row.walk_sequence,
    capacityPlates: row.capacity_plates,
    mixedItems: row.mixed_items === 1,
    mixedLots: row.mixed_lots === 1,
    fixedItem: row.fixed_item,
    active: row.active === 1,
    version: row.version,
  };
}
