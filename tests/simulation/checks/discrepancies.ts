import { isDiscrepancyClass } from '#shared/ledger/discrepancy.ts';
import type { EventRow } from '../outside/sim-erp.ts';
import type { SimServer } from '../world/sim-server.ts';
import type { Deed } from './deeds.ts';

/** A case as the console shows it. */
interface CaseRow {
  readonly exception: string;
  readonly kind: string;
  readonly status: string;
  readonly class: string | null;
  readonly responsible: string | null;
  readonly action: string | null;
  readonly command: { readonly id: string };
  readonly details: { readonly photos?: readonly string[] } | null;
}

/** As many as the console shows at once. */
const shownAtMost = 500;

/**
 * Whoever said that something is wrong with goods finds it at the console, once, with the photos; it is open until
 * somebody settles it or the goods are taken back, and sees to it who was said to. The ERP hears of both, once.
 */
export async function checkDiscrepancies(
  server: SimServer,
  token: string,
  deeds: readonly Deed[],
  events: readonly EventRow[],
): Promise<string[]> {
  const rows: CaseRow[] = [];
  for (const status of ['open', 'resolved']) {
    const path = `/api/console/decisions?warehouse=EAST&status=${status}&limit=${shownAtMost}`;
    const answer = await server.take({ method: 'GET', path, token });
    if (answer?.status !== 200) return [`${path} was answered ${answer?.status}`];
    rows.push(...(JSON.parse(answer.text) as { items: CaseRow[] }).items);
  }
  const found = rows.filter(({ kind }) => kind === 'discrepancy');
  const told = Map.groupBy(events, ({ event: { type, subject } }) => `${type} ${subject}`);
  const wrong = found.flatMap((row) => whatIsWrongWith(row, deeds, told).map((what) => `${row.exception} ${what}`));
  const shown = new Set(found.map(({ command }) => command.id));
  if (shown.size < found.length) wrong.push('one command has found two discrepancies');
  // In a long run there are more than the console shows at once.
  const missing = rows.length < shownAtMost ? deeds.filter((deed) => isFinding(deed) && !shown.has(deed.id)) : [];
  return [...wrong, ...missing.map(({ id, type }) => `nobody is shown what ${type} ${id} says is wrong`)];
}

/** Somebody says with this command that something is wrong. */
function isFinding({ type, body, made }: Deed): boolean {
  if (!made) return false;
  return type === 'exceptions.report_discrepancy' || (type === 'receiving.register' && body.condition !== undefined);
}

function whatIsWrongWith(
  row: CaseRow,
  deeds: readonly Deed[],
  told: ReadonlyMap<string, readonly EventRow[]>,
): string[] {
  const { exception, status, action, responsible } = row;
  const wrong: string[] = [];
  const finder = deeds.find(({ id }) => id === row.command.id);
  const isFromCompletion = finder?.type === 'receiving.complete';
  if (!finder?.made || !(isFromCompletion || isFinding(finder))) wrong.push('was found by nobody');
  const [photos, named] = [row.details?.photos ?? [], (finder?.body.photos as string[] | undefined) ?? []];
  if (photos.join() !== named.join()) wrong.push(`shows the photos ${photos}, not ${named}`);
  const about = deeds.filter(({ made, body }) => made && body.exception === exception);
  const settled = about.filter(({ type }) => type === 'exceptions.resolve').map(({ body }) => body.action);
  if (settled.length > 1) wrong.push('was settled twice');
  const isUndone = deeds.some(({ type, body, made }) => {
    const undone = String(body.registration)
      .replace('command:', '')
      .replace(/\.\d+$/, '');
    return type === 'receiving.undo_registration' && made !== undefined && undone === row.command.id;
  });
  const expected = settled[0] ?? (isUndone ? 'withdrawn' : null);
  const isSettled = status === 'resolved' ? action === expected : expected === null;
  if (!isSettled) wrong.push(`is ${status} ${action}, and it is ${expected}`);
  const assigned = about.filter(({ type }) => type === 'exceptions.assign');
  const desks = assigned.flatMap(({ made }) => [String(made?.responsible)]);
  if (desks.length > 0 && !desks.includes(responsible ?? '')) wrong.push(`is with ${responsible}, not ${desks}`);
  const classes = [finder?.body.class, finder?.body.condition, ...assigned.map(({ made }) => made?.class)].map(String);
  const ofCompletion = isFromCompletion ? ['shortage', 'overage'] : [];
  const isOfClass = [...classes.filter(isDiscrepancyClass), ...ofCompletion].includes(row.class ?? '');
  if (!isOfClass) wrong.push(`is of class ${row.class}, not ${classes}`);
  const opened = told.get(`app.tallyman.discrepancy.opened.v1 ${exception}`)?.length ?? 0;
  const resolved = told.get(`app.tallyman.discrepancy.resolved.v1 ${exception}`)?.length ?? 0;
  const isHeard = opened === 0 ? resolved === 0 : opened === 1 && resolved === (status === 'resolved' ? 1 : 0);
  if (!isHeard) wrong.push(`is ${status}, and ${opened} events tell of its beginning, ${resolved} of its end`);
  if (opened === 0 && finder?.body.sourceSystem !== undefined) wrong.push('is not told to its ERP');
  return wrong;
}
