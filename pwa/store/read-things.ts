import { unwrap } from 'idb';
import { isOutside } from '#shared/ledger/place.ts';
import type { ThingKind, Things } from '#shared/ledger/thing.ts';
import { answersTo } from './answers.ts';
import type { StoredThing, TallymanDatabase } from './database.ts';
import { afterEffect, type Effect, touchedBy } from './effects.ts';
import { openApplied } from './queue.ts';
import type { QueuedCommand } from './queued-command.ts';
import { codesOf, snapshotCode } from './snapshot-codes.ts';

/** Read access to the device's copy of things, with what its own unanswered commands have done to them. */
export interface ReadThings {
  thing<Kind extends ThingKind>(kind: Kind, key: string): Promise<Things[Kind] | undefined>;
  /** Things that have one of these codes of `snapshotCode`, each once. */
  byCodes(codes: readonly string[]): Promise<readonly FoundThing[]>;
  /** The first unanswered command that registered goods on a plate: what its put-away depends on. Null: none. */
  makerOfPlate(licensePlate: string): string | null;
  /** The first unanswered command that brought the goods that some work waits for. Null: none. */
  makerOfWork(work: string): string | null;
  /** How far goods that this device registered on a plate have got; null: it registered none there, or long ago. */
  plateState(licensePlate: string): PlateState | null;
  /** A command of this device, as long as it is kept. */
  queued(commandId: string): Promise<QueuedCommand | undefined>;
  /** The commands from a number on, oldest first. */
  commandsFrom(sequence: number): Promise<readonly QueuedCommand[]>;
}

/** The server has not answered yet, has booked the goods, or has not: somebody has to put it right. */
export type PlateState = 'processing' | 'received' | 'to-mend';

export type FoundThing = { readonly [Kind in ThingKind]: FoundOf<Kind> }[ThingKind];

export interface FoundOf<Kind extends ThingKind> {
  readonly kind: Kind;
  readonly key: string;
  readonly value: Things[Kind];
}

/** The found things of one kind. */
export function foundOf<Kind extends ThingKind>(found: readonly FoundThing[], kind: Kind): FoundOf<Kind>[] {
  return found.filter((one): one is FoundThing & FoundOf<Kind> => one.kind === kind);
}

/**
 * The snapshot with the device's own commands on top. `refresh` reads the queue again after it changed; reading things
 * costs one look into the storage each, however long the queue is.
 */
export class ProvisionalThings implements ReadThings {
  readonly #database: TallymanDatabase;
  #pending = new Map<string, PendingEffect[]>();
  #refused: readonly QueuedCommand[] = [];
  /** Things that are read as soon as nobody asks for more. */
  #look: SharedLook | null = null;
  /** The latest commands: each may be large, and they are asked for after every scan. */
  #latest: { readonly from: number; readonly commands: Promise<readonly QueuedCommand[]> } | null = null;

  constructor(database: TallymanDatabase) {
    this.#database = database;
  }

  async refresh(): Promise<void> {
    this.#latest = null;
    const { store } = this.#database.transaction('queue');
    const index = store.index('state');
    const [waiting, parked, refused, applied] = await Promise.all([
      index.getAll('waiting'),
      index.getAll('parked'),
      index.getAll('refused'),
      openApplied(this.#database, store),
    ]);
    const open = [...waiting, ...parked, ...applied.filter((queued) => !queued.isSettled)].sort(
      (one, other) => one.sequence - other.sequence,
    );
    const pending = new Map<string, PendingEffect[]>();
    for (const queued of open) addPending(pending, queued);
    this.#pending = pending;
    this.#refused = refused.filter((queued) => !queued.isSeen);
  }

  /** A command that was queued just now; saves reading the whole queue again. */
  add(queued: QueuedCommand): void {
    addPending(this.#pending, queued);
    if (this.#latest === null) return;
    const { from, commands } = this.#latest;
    const isOther = ({ sequence }: QueuedCommand) => sequence !== queued.sequence;
    this.#latest = { from, commands: commands.then((before) => [...before.filter(isOther), queued]) };
  }

  /** Somebody sees to a refused command by now: its goods wait for nobody any more. */
  seen(sequence: number): void {
    this.#refused = this.#refused.filter((queued) => queued.sequence !== sequence);
  }

  commandsFrom(sequence: number): Promise<readonly QueuedCommand[]> {
    const { from, commands } = this.#latest ?? { from: Number.POSITIVE_INFINITY, commands: null };
    const asked =
      commands === null || sequence < from
        ? this.#database.getAll('queue', IDBKeyRange.lowerBound(sequence))
        : commands.then((known) => known.filter((queued) => queued.sequence >= sequence));
    this.#latest = { from: sequence, commands: asked };
    return asked;
  }

  async thing<Kind extends ThingKind>(kind: Kind, key: string): Promise<Things[Kind] | undefined> {
    const stored = await this.#stored(kind, key);
    return this.#afterOwn(kind, key, stored?.value as Things[Kind] | undefined);
  }

  async #stored(kind: ThingKind, key: string): Promise<StoredThing | undefined> {
    const [found] = await this.#read([(store) => store.get([kind, key])]);
    return found as StoredThing | undefined;
  }

  async #storedWith(codes: readonly string[]): Promise<StoredThing[]> {
    const found = await this.#read(codes.map((code) => (store) => store.index('codes').getAll(code)));
    return (found as StoredThing[][]).flat();
  }

  /** What is asked for side by side is read in one look into the storage. */
  async #read(asked: readonly Ask[]): Promise<readonly unknown[]> {
    this.#look ??= this.#lookSoon();
    const { asks, answers } = this.#look;
    const place = asks.push(...asked) - asked.length;
    return (await answers).slice(place, place + asked.length);
  }

  #lookSoon(): SharedLook {
    const asks: Ask[] = [];
    const answers = Promise.resolve().then(() => {
      this.#look = null;
      const transaction = unwrap(this.#database).transaction('things');
      const store = transaction.objectStore('things');
      return answersTo(
        transaction,
        asks.map((ask) => ask(store)),
      );
    });
    return { asks, answers };
  }

  async byCodes(codes: readonly string[]): Promise<readonly FoundThing[]> {
    const [stored, own] = await Promise.all([this.#storedWith(codes), this.#madeByOwn(codes)]);
    const all = [...stored, ...own];
    const each = new Map(all.map((thing) => [refKey(thing.kind, thing.key), thing]));
    return [...each.values()].flatMap(({ kind, key, value }) => {
      const now = this.#afterOwn(kind, key, value as Things[typeof kind] | undefined);
      const isFound = now !== undefined && codesOf(kind, key, now).some((code) => codes.includes(code));
      return isFound ? [{ kind, key, value: now } as FoundThing] : [];
    });
  }

  /**
   * Plates, work and counts that own commands made or moved, and shipments whose goods they laid onto other plates or into
   * cartons: of all things only they can be found by a code that the snapshot does not have for them.
   */
  async #madeByOwn(codes: readonly string[]): Promise<StoredThing[]> {
    const plates = codes.filter((code) => code.startsWith('plate'));
    const isByContent = plates.some((code) => code.startsWith('plates-'));
    const isByWork = codes.some((code) => code.startsWith('work-') || code === snapshotCode.openWork);
    const isByUnit = codes.some((code) => code.startsWith(snapshotCode.shipmentGoods('')));
    const isCount = codes.includes(snapshotCode.countWork);
    if (plates.length === 0 && !isByWork && !isByUnit && !isCount) return [];
    const isAskedFor = ({ ref: { kind, key } }: PendingEffect) => {
      if (kind === 'work') return isByWork;
      if (kind === 'countWork') return isCount;
      if (kind === 'shipment') return isByUnit;
      return kind === 'licensePlate' && (isByContent || plates.includes(snapshotCode.licensePlate(key)));
    };
    const refs = [...this.#pending.values()].flatMap((effects) => {
      const [first] = effects;
      const last = effects.at(-1)?.effect.does;
      const isGone = last === 'close-work' || last === 'close-count';
      return first && !isGone && isAskedFor(first) ? [first.ref] : [];
    });
    if (refs.length === 0) return [];
    return Promise.all(
      refs.map(async ({ kind, key }) => {
        const known = await this.#stored(kind, key);
        return known ?? { kind, key, codes: [], generation: 0, value: undefined };
      }),
    );
  }

  async queued(commandId: string): Promise<QueuedCommand | undefined> {
    return this.#database.getFromIndex('queue', 'id', commandId);
  }

  makerOfPlate(licensePlate: string): string | null {
    const key = licensePlate;
    const effects = this.#pending.get(refKey('licensePlate', key)) ?? [];
    return effects.find(({ isAnswered, effect }) => !isAnswered && brings(effect, key))?.command ?? null;
  }

  plateState(licensePlate: string): PlateState | null {
    const bring = ({ effect }: { readonly effect: Effect }) => brings(effect, licensePlate);
    const pending = (this.#pending.get(refKey('licensePlate', licensePlate)) ?? []).filter(bring);
    if (this.#refused.some(({ effects }) => effects.some((effect) => bring({ effect })))) return 'to-mend';
    if (pending.some(({ isAnswered }) => !isAnswered)) return 'processing';
    return pending.length > 0 ? 'received' : null;
  }

  makerOfWork(work: string): string | null {
    const effects = this.#pending.get(refKey('work', work)) ?? [];
    return effects.find(({ isAnswered, effect }) => !isAnswered && effect.does === 'open-work')?.command ?? null;
  }

  #afterOwn<Kind extends ThingKind>(
    kind: Kind,
    key: string,
    stored: Things[Kind] | undefined,
  ): Things[Kind] | undefined {
    let value = stored;
    for (const { effect, isAnswered } of this.#pending.get(refKey(kind, key)) ?? []) {
      value = afterEffect(kind, key, value, effect, isAnswered);
    }
    return value;
  }
}

/** Reads each thing once, however often one verdict asks for it. */
export function readOnce(things: ReadThings): ReadThings {
  const known = new Map<string, Promise<unknown>>();
  return {
    thing: <Kind extends ThingKind>(kind: Kind, key: string) => {
      const name = refKey(kind, key);
      const asked = (known.get(name) as Promise<Things[Kind] | undefined> | undefined) ?? things.thing(kind, key);
      known.set(name, asked);
      return asked;
    },
    byCodes: (codes) => things.byCodes(codes),
    makerOfPlate: (licensePlate) => things.makerOfPlate(licensePlate),
    makerOfWork: (work) => things.makerOfWork(work),
    plateState: (licensePlate) => things.plateState(licensePlate),
    queued: (commandId) => things.queued(commandId),
    commandsFrom: (sequence) => things.commandsFrom(sequence),
  };
}

type Ask = (store: IDBObjectStore) => IDBRequest;

interface SharedLook {
  readonly asks: Ask[];
  readonly answers: Promise<readonly unknown[]>;
}

interface PendingEffect {
  readonly ref: { readonly kind: ThingKind; readonly key: string };
  readonly effect: Effect;
  readonly command: string;
  readonly isAnswered: boolean;
}

function addPending(pending: Map<string, PendingEffect[]>, queued: QueuedCommand): void {
  for (const effect of queued.effects) {
    const refs = new Map(touchedBy(effect).map((ref) => [refKey(ref.kind, ref.key), ref]));
    for (const [key, ref] of refs) {
      const effects = pending.get(key) ?? [];
      effects.push({ ref, effect, command: queued.id, isAnswered: queued.state === 'applied' });
      pending.set(key, effects);
    }
  }
}

/** Goods come into the building onto this plate. */
function brings(effect: Effect, plate: string): boolean {
  if (effect.does !== 'move-stock') return false;
  return effect.entries.some(({ from, to }) => isOutside(from.location) && to.licensePlate === plate);
}

function refKey(kind: ThingKind, key: string): string {
  return `${kind}\u0000${key}`;
}
