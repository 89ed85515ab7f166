import type { FieldError } from '#shared/kernel/problem.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import { isCodeOfHands } from '#shared/ledger/location-type.ts';
import { type LocationBody, locationBody, plannedLocation, type ShownLocation } from '#shared/sites/location.ts';
import { fieldErrors } from '../platform/field-errors.ts';
import { isSame } from '../platform/http/administrator.ts';
import { unfitTexts } from '../platform/http/body.ts';
import type { AppTrx } from '../platform/store.ts';
import { type KeptLocation, locationsInUse, platesCalledLike, systemsWithItems } from './location.queries.ts';

/** What becomes of one location that is asked for. Without `after` it cannot be; `errors` say why. */
export interface PlannedRow {
  readonly code: string | null;
  readonly before: KeptLocation | null;
  readonly after: ShownLocation | null;
  readonly isChange: boolean;
  readonly errors: readonly FieldError[];
}

export interface Plan {
  readonly rows: readonly PlannedRow[];
  /** Keys of fixed items by the code of their location. */
  readonly fixedItems: ReadonlyMap<string, string>;
}

/** A row as it was sent, before anybody looked at it. `pointer` is where it stands in the request. */
export interface SentRow {
  readonly pointer: string;
  readonly value: unknown;
  /** What was wrong with it before it could be read as a location. */
  readonly errors: readonly FieldError[];
}

interface Draft extends PlannedRow {
  readonly pointer: string;
}

/**
 * What would become of these locations, all faults of all rows at once: the shape, a code that stands there twice or
 * that is kept for people's hands, a new one that a plate is called, a new one without a type, a fixed item that is
 * unknown or ambiguous, and a location with goods that would be closed or change its type. `keeps`: what a row
 * leaves out stays as it is, as in an import; otherwise it takes what is usual, but for its place in the walk.
 */
export async function planLocations(
  trx: AppTrx,
  warehouse: string,
  known: readonly KeptLocation[],
  sent: readonly SentRow[],
  keeps: 'what is left out' | 'nothing',
): Promise<Plan> {
  const byCode = new Map(known.map((kept) => [kept.location.code, kept]));
  const seen = new Set<string>();
  let last = known.reduce((highest, { location }) => Math.max(highest, location.sequence), 0);
  const drafts = sent.map(({ pointer, value, errors }): Draft => {
    const code = codeOf(value);
    const before = byCode.get(code ?? '') ?? null;
    const read = readRow(value, pointer, [...errors], before, seen);
    if (!read.asked || code === null)
      return { pointer, code, before, after: null, isChange: false, errors: read.errors };
    const { asked, type } = read.asked;
    const kept = keeps === 'nothing' ? null : (before?.location ?? null);
    if (!before) last += 1;
    const after = plannedLocation(code, asked, kept, type, before?.location.sequence ?? last);
    last = Math.max(last, after.sequence);
    return { pointer, code, before, after, isChange: isChange(before, after), errors: [] };
  });
  return finish(trx, warehouse, drafts);
}

/** What only the database can say: which items there are, and where goods stand. */
async function finish(trx: AppTrx, warehouse: string, drafts: readonly Draft[]): Promise<Plan> {
  const numbers = [...new Set(drafts.flatMap(({ after }) => after?.fixedItem ?? []))];
  const systems = await systemsWithItems(trx, numbers);
  const closing = drafts.flatMap(({ before, after }) =>
    before && after && isClosing(before, after) ? after.code : [],
  );
  const inUse = await locationsInUse(trx, warehouse, closing);
  const made = drafts.flatMap(({ before, after }) => (before === null && after ? after.code : []));
  const plates = await platesCalledLike(trx, warehouse, made);
  const fixedItems = new Map<string, string>();
  const rows = drafts.map((draft): PlannedRow => {
    const { pointer, code, before, after, isChange: isOther, errors } = draft;
    if (!after) return { code, before, after, isChange: false, errors };
    const fixed = fixedItemOf(after, systems);
    const licensePlate = before === null ? plates.get(after.code) : undefined;
    const faults = [
      ...(licensePlate === undefined ? [] : [isPlateFault(pointer, after, licensePlate)]),
      ...('code' in fixed ? [{ ...fixed, pointer: `${pointer}/fixedItem` }] : []),
      ...(inUse.has(after.code) ? [inUseFault(pointer, before, after)] : []),
    ];
    if (faults.length > 0) return { code, before, after: null, isChange: false, errors: faults };
    if ('code' in fixed || fixed.sourceSystem === null || after.fixedItem === null) {
      return { code, before, after, isChange: isOther, errors };
    }
    fixedItems.set(after.code, itemKey(fixed.sourceSystem, after.fixedItem));
    const named = { ...after, fixedItemSourceSystem: fixed.sourceSystem };
    return { code, before, after: named, isChange: isChange(before, named), errors };
  });
  return { rows, fixedItems };
}

function codeOf(value: unknown): string | null {
  const code = typeof value === 'object' && value !== null ? (value as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : null;
}

interface ReadRow {
  readonly asked?: { readonly asked: LocationBody; readonly type: ShownLocation['type'] };
  readonly errors: readonly FieldError[];
}

function readRow(
  value: unknown,
  pointer: string,
  errors: FieldError[],
  before: KeptLocation | null,
  seen: Set<string>,
): ReadRow {
  errors.push(...unfitTexts(value, pointer));
  const parsed = locationBody.safeParse(value);
  if (!parsed.success) return { errors: [...errors, ...fieldErrors(parsed.error, pointer, value)] };
  const { code } = parsed.data;
  if (code === undefined) errors.push({ pointer: `${pointer}/code`, code: 'request.missing' });
  else if (isCodeOfHands(code))
    errors.push({ pointer: `${pointer}/code`, code: 'location.code_reserved', value: code });
  else if (seen.has(code)) errors.push({ pointer: `${pointer}/code`, code: 'request.repeated', value: code });
  else seen.add(code);
  const type = parsed.data.type ?? before?.location.type;
  if (type === undefined) errors.push({ pointer: `${pointer}/type`, code: 'request.missing' });
  if (errors.length > 0 || type === undefined) return { errors };
  return { asked: { asked: parsed.data, type }, errors };
}

function isChange(before: KeptLocation | null, after: ShownLocation): boolean {
  return before === null || !isSame(before.location, after);
}

/** A change that goods standing there would not survive: rules of the type apply to them, and a closed place has none. */
function isClosing({ location }: KeptLocation, after: ShownLocation): boolean {
  return (location.active && !after.active) || location.type !== after.type;
}

function isPlateFault(pointer: string, { code }: ShownLocation, licensePlate: string): FieldError {
  return { pointer: `${pointer}/code`, code: 'location.code_is_plate', params: { licensePlate }, value: code };
}

function inUseFault(pointer: string, before: KeptLocation | null, after: ShownLocation): FieldError {
  const isType = before?.location.type !== after.type;
  const params = { location: after.code };
  return {
    pointer: `${pointer}/${isType ? 'type' : 'active'}`,
    code: 'location.in_use',
    params,
    value: isType ? after.type : after.active,
  };
}

/** Whose item the fixed item is; or why that cannot be told. */
function fixedItemOf(
  { fixedItem: item, fixedItemSourceSystem: asked }: ShownLocation,
  systems: ReadonlyMap<string, readonly string[]>,
): { readonly sourceSystem: string | null } | Omit<FieldError, 'pointer'> {
  if (item === null) return { sourceSystem: null };
  const having = systems.get(item) ?? [];
  const meant = asked === null ? having : having.filter((system) => system === asked);
  const [only, second] = meant;
  if (only === undefined) return { code: 'item.unknown', params: { item }, value: item };
  if (second === undefined) return { sourceSystem: only };
  return { code: 'item.ambiguous', params: { item, sourceSystems: meant.join(', ') }, value: item };
}
