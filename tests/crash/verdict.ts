import type { Deed } from '../simulation/checks/deeds.ts';
import { checkCompletions, checkMakers, checkReceipts } from '../simulation/checks/documents.ts';
import { checkEffects } from '../simulation/checks/effects.ts';
import { checkErpBooks, checkLog } from '../simulation/checks/erp-books.ts';
import { registrationsOf } from '../simulation/checks/registrations.ts';
import { checkPlates } from '../simulation/checks/stock.ts';
import { checkVersions } from '../simulation/checks/versions.ts';
import type { DocumentRow, LogRow } from '../simulation/outside/books.ts';
import type { EventRow } from '../simulation/outside/sim-erp.ts';
import type { DeltaRow } from '../simulation/outside/sim-planner.ts';
import type { Tracked } from './client.ts';
import type { Feeds } from './rows.ts';

/** The crash test works in this warehouse; the demo's own stock stands in the other. */
const own = 'WEST';

/** How long documents of the demo's ERP can be reversed. */
const dayMs = 86_400_000;

/** What the feeds tell in the end, against what the clients did: each command once, to the piece, and nothing else. */
export function whatIsWrongWith(commands: readonly Tracked[], feeds: Feeds): string[] {
  const deeds = commands.map(
    ({ id, type, body, outcome = '', result }): Deed => ({
      ...{ id, type, body, outcome, isCase: outcome === 'held' },
      made: outcome === 'applied' ? (result ?? {}) : undefined,
    }),
  );
  const ofOurs = <Row extends { warehouse: string }>(rows: readonly unknown[]): readonly Row[] =>
    (rows as readonly Row[]).filter(({ warehouse }) => warehouse === own);
  const deltas = ofOurs<DeltaRow>(feeds['inventory-deltas']);
  const events = feeds.events as readonly unknown[] as readonly EventRow[];
  const log = ofOurs<LogRow>(feeds['inventory-update-log']);
  const registrations = registrationsOf(deeds, deltas, log);
  const told = {
    log,
    reports: [],
    sourceSystem: 'DEMO',
    receipts: ofOurs<DocumentRow>(feeds['shipment-receipts']),
    journals: ofOurs<DocumentRow>(feeds['counting-journals']),
    slips: [],
    perUnit: () => 1,
  };
  return [
    ...checkEffects(deeds, deltas, () => 1),
    ...checkMakers([told], deeds, deltas),
    ...checkCompletions([told], deeds, registrations),
    ...checkVersions([...told.receipts, ...told.journals], events, dayMs, Date.now()),
    ...checkReceipts(told, registrations),
    ...checkErpBooks(told, deltas, registrations, [Number.MAX_SAFE_INTEGER]),
    ...checkLog(told, deltas),
    ...checkPlates(deltas),
  ];
}
