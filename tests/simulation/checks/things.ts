import type { ExceptionThing, InboundOrderThing, LicensePlateThing, WorkThing } from '#shared/ledger/thing.ts';
import type { DeltaRow } from '../outside/sim-planner.ts';
import type { FreshThing } from './copies.ts';
import type { Deed } from './deeds.ts';
import { differencesOf, exactly, sumBy } from './exact.ts';
import type { KnownRegistration } from './registrations.ts';

/**
 * What devices are given is what the deltas make: plates with their contents, the registrations that no receipt tells
 * of, open put-away for whatever stands at a dock and for nothing else, and whatever waits for a person. `deltas` are
 * those of locations.
 */
export function checkThings(
  fresh: ReadonlyMap<string, FreshThing>,
  deeds: readonly Deed[],
  deltas: readonly DeltaRow[],
  registrations: readonly KnownRegistration[],
  reported: ReadonlyMap<string, unknown>,
): string[] {
  const ofKind = <Value>(kind: string): Value[] =>
    [...fresh.values()].flatMap((thing) => (thing.kind === kind ? [thing.value as Value] : []));
  const orders = ofKind<InboundOrderThing>('inboundOrder');
  return [
    ...checkContents(ofKind('licensePlate'), deltas),
    ...checkWork(ofKind('work'), ofKind('licensePlate'), deltas),
    ...checkCases(ofKind('exception'), deeds),
    ...orders.flatMap((order) => checkRegistered(order, registrations, reported)),
  ];
}

function checkContents(plates: readonly LicensePlateThing[], deltas: readonly DeltaRow[]): string[] {
  const onPlates = deltas.filter(({ licensePlate }) => licensePlate !== null);
  const expected = sumBy(
    onPlates,
    (row) => [row.licensePlate, row.location, row.owner, row.item, row.lot ?? '', row.serial ?? ''].join(' '),
    ({ quantity }) => quantity,
  );
  const found = new Map<string, number>();
  for (const { licensePlate, location, contents } of plates) {
    for (const { item, lot, serial, quantityBase, decimals } of contents) {
      const key = [licensePlate, location, item.replace(':', ' '), lot, serial].join(' ');
      found.set(key, (found.get(key) ?? 0) + exactly(quantityBase / 10 ** decimals));
    }
  }
  return differencesOf(expected, found, (key, due, told) => `${key}: ${due} stands there, devices are told ${told}`);
}

/** Whatever stands at a dock waits: by a put-away of its own, or by that of a plate that carries it. */
function checkWork(
  works: readonly WorkThing[],
  plates: readonly LicensePlateThing[],
  deltas: readonly DeltaRow[],
): string[] {
  const parents = new Map(plates.map(({ licensePlate, parent }) => [licensePlate, parent]));
  const carriersOf = (plate: string): string[] => {
    const parent = parents.get(plate);
    return parent == null ? [plate] : [plate, ...carriersOf(parent)];
  };
  const atDocks = sumBy(
    deltas.filter(({ location }) => location.startsWith('DOCK')),
    (row) => row.licensePlate ?? `${row.owner}:${row.item} ${row.location}`,
    ({ quantity }) => quantity,
  );
  const waiting = [...atDocks].flatMap(([goods, sum]) => (sum === 0 ? [] : [goods]));
  const covered = new Set(waiting.flatMap(carriersOf));
  const open = works.map((work) => work.licensePlate ?? `${work.item} ${work.fromLocation}`);
  const forgotten = waiting.filter((goods) => !carriersOf(goods).some((carrier) => open.includes(carrier)));
  const wrong = forgotten.map((goods) => `nobody is to put away ${goods}`);
  const stale = open.filter((goods) => !covered.has(goods));
  wrong.push(...stale.map((goods) => `${goods} is to be put away and does not stand at a dock`));
  if (new Set(open).size < open.length) wrong.push('the same goods are to be put away twice');
  return wrong;
}

/** What is registered of a line on a load, by which commands: devices are told how much it is together. */
function checkRegistered(
  { orderNumber, sourceSystem, lines, registrations: told }: InboundOrderThing,
  registrations: readonly KnownRegistration[],
  reported: ReadonlyMap<string, unknown>,
): string[] {
  const standing = registrations.filter(
    (each) =>
      each.order === orderNumber &&
      each.sourceSystem === sourceSystem &&
      each.undoneAt === undefined &&
      !reported.has(each.id),
  );
  const decimals = new Map(lines.map((line) => [line.line, line.decimals]));
  const commands = told.flatMap(({ commands: made, line }) => made.map((command) => ({ command, line })));
  const once = [...new Map(standing.map((each) => [`${each.command} line ${each.line}`, each])).values()];
  return [
    ...differencesOf(
      sumBy(
        standing,
        ({ line }) => `line ${line}`,
        ({ delta }) => delta?.quantity ?? 0,
      ),
      sumBy(
        told,
        ({ line }) => `line ${line}`,
        ({ line, quantityBase }) => quantityBase / 10 ** (decimals.get(line) ?? 0),
      ),
      (key, stand, known) =>
        `${sourceSystem} ${orderNumber}: of ${key} ${stand} stand registered, devices are told of ${known}`,
    ),
    ...differencesOf(
      sumBy(
        once,
        ({ command, line }) => `${command} line ${line}`,
        () => 1,
      ),
      sumBy(
        commands,
        ({ command, line }) => `${command} line ${line}`,
        () => 1,
      ),
      (key, stand, known) => `${sourceSystem} ${orderNumber}: ${key} registered ${stand}, devices know ${known}`,
    ),
  ];
}

/** Whatever was held or waits for a second person is open until somebody decides, then says what was decided. */
function checkCases(cases: readonly ExceptionThing[], deeds: readonly Deed[]): string[] {
  const decisions = deeds.flatMap(({ type, body, made }) =>
    type === 'exceptions.resolve' && made ? [[String(body.exception), String(body.action)] as const] : [],
  );
  const decided = new Map(decisions);
  const expected = deeds.flatMap(({ id, isCase }) => (isCase ? [`${id} ${decided.get(id) ?? 'open'}`] : []));
  const found = cases.map(({ command, status, action }) => `${command} ${action ?? status}`);
  return [
    ...(decided.size < decisions.length ? ['something was decided twice'] : []),
    ...expected.filter((each) => !found.includes(each)).map((each) => `nobody is shown that this waits: ${each}`),
    ...found.filter((each) => !expected.includes(each)).map((each) => `this is shown and is not so: ${each}`),
  ];
}
