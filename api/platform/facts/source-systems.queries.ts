import {
  completeSettings,
  type SourceSystemSettings,
  standardSettings,
} from '#shared/ledger/source-system-settings.ts';
import type { Runner } from '../db/connection.ts';
import { remembered } from '../db/remember.ts';
import { statement } from '../db/statement.ts';

const settingsRow = statement<{ code: string }>()((k, p) =>
  k.selectFrom('source_system').select('settings').where('code', '=', p('code')),
);

/** Read once from each text: settings change rarely and are asked for with every command. Equal texts, equal settings. */
const readBefore = new Map<string, SourceSystemSettings>();
const readBeforeAtMost = 1000;

/**
 * The settings of a source system as this transaction (or read) sees them: a change applies to everything decided after
 * it, on every node. One statement. A source system that does not exist has the standard ones.
 */
export async function settingsOf(read: Runner, sourceSystem: string): Promise<SourceSystemSettings> {
  const settings = await remembered(read, `settings ${sourceSystem}`, async () => {
    const row = await read.one(settingsRow, { code: sourceSystem });
    return row && settingsFrom(row.settings);
  });
  return settings ?? standardSettings;
}

/** Settings from the text they are kept as. */
export function settingsFrom(text: string): SourceSystemSettings {
  const known = readBefore.get(text);
  if (known) return known;
  const settings = completeSettings(JSON.parse(text) as Partial<SourceSystemSettings>);
  if (readBefore.size >= readBeforeAtMost) readBefore.clear();
  readBefore.set(text, settings);
  return settings;
}

const reachRow = statement<{ code: string }>()((k, p) =>
  k.selectFrom('source_system').select(['warehouses', 'owners']).where('code', '=', p('code')),
);

/** The warehouses that a source system may name, and the owners; null where there is no such source system. */
export async function reachOf(
  read: Runner,
  sourceSystem: string,
): Promise<{ readonly warehouses: readonly string[]; readonly owners: readonly string[] } | null> {
  const row = await read.one(reachRow, { code: sourceSystem });
  if (!row) return null;
  const owners = JSON.parse(row.owners) as string[];
  // One that names no owners owns its goods itself.
  return { warehouses: JSON.parse(row.warehouses) as string[], owners: owners.length > 0 ? owners : [sourceSystem] };
}

/** Whose goods a source system may name. */
export async function ownersOf(read: Runner, sourceSystem: string): Promise<readonly string[]> {
  return (await reachOf(read, sourceSystem))?.owners ?? [sourceSystem];
}

/** Who owns the goods of a source system when nobody says otherwise: the first of its owners. */
export async function firstOwner(read: Runner, sourceSystem: string): Promise<string> {
  return (await ownersOf(read, sourceSystem))[0] ?? sourceSystem;
}
