import type { CatalogueTables } from './tables/catalogue.ts';
import type { CountingTables } from './tables/counting.ts';
import type { FloorTables } from './tables/floor.ts';
import type { InboundTables } from './tables/inbound.ts';
import type { InventoryTables } from './tables/inventory.ts';
import type { LabelsTables } from './tables/labels.ts';
import type { LedgerTables } from './tables/ledger.ts';
import type { OutboundTables } from './tables/outbound.ts';
import type { PeopleTables } from './tables/people.ts';
import type { ProgramTables } from './tables/program.ts';
import type { PublishedTables } from './tables/published.ts';
import type { ReplenishmentTables } from './tables/replenishment.ts';
import type { ReturnsTables } from './tables/returns.ts';
import type { SitesTables } from './tables/sites.ts';
import type { UnknownCodesTables } from './tables/unknown-codes.ts';

/** The tables as Kysely sees them: each part of the product has its own. */
export interface Database
  extends CatalogueTables,
    CountingTables,
    FloorTables,
    InboundTables,
    InventoryTables,
    LabelsTables,
    LedgerTables,
    OutboundTables,
    PeopleTables,
    ProgramTables,
    PublishedTables,
    ReplenishmentTables,
    ReturnsTables,
    SitesTables,
    UnknownCodesTables {}
