import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Device, type DeviceOptions, openDevice } from '../engine/device.ts';
import type { AnyFlow } from '../engine/flow.ts';
import { readCode } from '../engine/read-code.ts';
import type { Told } from '../engine/runner.ts';
import { readStrip, type StripLine } from '../engine/strip.ts';
import { readTray, type TrayEntry } from '../engine/tray.ts';
import type { FlowView } from '../engine/view.ts';
import type { ScanInput } from '../scanner/scan-input.ts';
import { backsAmong } from '../store/backs.ts';
import { enrolmentIn, keepEnrolment } from '../store/enrolment.ts';
import type { Environment } from '../store/environment.ts';
import { keepPhoto } from '../store/photos.ts';
import type { Session } from '../store/session.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { type SyncStatus, syncStatus } from '../store/sync.ts';
import { problemWords, type Words, words } from './words.ts';

/** Pages with an address of their name, besides the menu and the flows. */
const namedPages = ['tray', 'device', 'lab', 'practice', 'scanner'] as const;

/** The pages of the app. A flow's step stands in the address; which one it is, only the device's storage says. */
export type Page = 'menu' | 'flow' | (typeof namedPages)[number];

/** A picture as the camera gave it, made small enough to be sent. */
export interface Photo {
  readonly type: string;
  readonly content: ArrayBuffer;
}

/** Everything the screens show, and everything they can ask for. */
export interface Model {
  readonly device: Device;
  readonly environment: Environment;
  readonly flows: readonly AnyFlow[];
  readonly operations: DeviceOptions['operations'];
  /** The flow that looks something up: begun anew each time, whatever else is under way. */
  readonly lookUp: string;
  readonly page: Signal<Page>;
  readonly session: Signal<Session | null>;
  readonly view: Signal<FlowView | null>;
  /** The flows that somebody is in the middle of, the one under way first. */
  readonly begun: Signal<readonly string[]>;
  /** What was said to the last scan; stays until the next. */
  readonly banner: Signal<Told | null>;
  readonly strip: Signal<readonly StripLine[]>;
  readonly tray: Signal<readonly TrayEntry[]>;
  /** How many goods in this worker’s hands go back to a shelf: what they were picked for was cancelled. */
  readonly backs: Signal<number>;
  readonly status: Signal<SyncStatus>;
  /** A badge that was scanned where nobody is signed in. */
  readonly badge: Signal<string | null>;
  /** Nobody is in the middle of anything: no task is under way, no badge waits for its PIN, no page but the first is open. */
  readonly isResting: ReadonlySignal<boolean>;
  /** A newer version of the app waits to take over. */
  readonly update: Signal<(() => void) | null>;
  /** The page that takes every scan for itself while it is open, whatever task is under way; null: scans are work. */
  readonly ear: Signal<((scan: ScanInput) => void) | null>;
  /** Nobody has listened to the signals of this device for a shift. */
  readonly isSoundDue: Signal<boolean>;
  go(page: Page): void;
  scan(scan: ScanInput): Promise<void>;
  /** Does something with the flow and shows what came of it. */
  act(work: () => Promise<void> | undefined): Promise<void>;
  openFlow(id: string): Promise<void>;
  /** Keeps a photo on the device and gives it to the step that asked for it. */
  takePhoto(photo: Photo): Promise<void>;
  /** Sets a code aside that nothing has, with a photo of the goods where one was taken. */
  setAside(photo: Photo | null): Promise<void>;
  /** Says something that no scan led to. */
  tell(tone: Told['tone'], said: Words): void;
  refresh(): Promise<void>;
}

export type ModelOptions = Omit<DeviceOptions, 'onTurn' | 'onOtherUser' | 'onChange'> & {
  /** Heard and felt, at once. What need not come before the worker sees it waits for the answer. */
  readonly onTold: (told: Told) => void | Promise<void>;
  /** The server did not do something: heard and felt, the tray says what. */
  readonly onTrouble: () => void;
};

/** After this, what the server did not answer while somebody looks at it is asked again. */
const silentMs = 3000;

/** Opens the device and keeps the screens' signals true to it. */
export async function openModel(options: ModelOptions): Promise<Model> {
  const banner = signal<Told | null>(null);
  const page = signal<Page>('menu');
  const session = signal<Session | null>(null);
  const view = signal<FlowView | null>(null);
  const begun = signal<readonly string[]>([]);
  const strip = signal<readonly StripLine[]>([]);
  const tray = signal<readonly TrayEntry[]>([]);
  const backs = signal(0);
  const status = signal<SyncStatus>({ connection: 'offline', waiting: 0, photos: 0, lastSyncAt: null });
  const badge = signal<string | null>(null);
  const update = signal<(() => void) | null>(null);
  const isSoundDue = signal(false);
  const ear = signal<Model['ear']['value']>(null);
  const midTask = signal(true);
  const isResting = computed(() => page.value === 'menu' && badge.value === null && !midTask.value);

  const tell = (told: Told) => {
    banner.value = told;
    return options.onTold(told);
  };
  const onOtherUser = () => void makeRoom();
  const device = await openDevice({ ...options, onTurn: tell, onOtherUser, onChange: () => void refresh() });

  /** Somebody else goes on with this device, unless goods are in the hands of who had it. */
  async function makeRoom(): Promise<void> {
    const refused = await device.signOff();
    const said = refused ? problemWords(refused) : words('signIn.otherUser');
    void tell({ tone: refused ? 'bad' : 'ask', said, text: '', heard: null, command: null });
    await refresh();
  }

  /**
   * Reads what the screens show anew. Calls that come while one is under way are answered by one more after it, and wait
   * for that: what was read before a task was opened shows none, and must not close its screen.
   */
  let isOpened = false;
  let reading: Promise<void> | null = null;
  let readAgain = false;
  async function refresh(): Promise<void> {
    readAgain = true;
    if (reading) return reading;
    reading = readAll();
    await reading;
    void look();
  }

  /** What only the server knows comes when it comes: nobody waits for it. */
  let cancelLook = () => {};
  async function look(): Promise<void> {
    const heard = await device.runner()?.look();
    if (heard === 'news') return refresh();
    // Without a network it is asked again when that is back.
    if (heard !== 'silence' || status.value.connection !== 'online') return;
    cancelLook();
    cancelLook = options.environment.timers.after(silentMs, () => void refresh());
  }

  async function readAll(): Promise<void> {
    try {
      while (readAgain) {
        readAgain = false;
        await read();
      }
    } finally {
      reading = null;
      if (readAgain) void refresh();
    }
  }

  /** What to do next first: whoever waits for that need not wait for what has become of the last scans. */
  async function read(): Promise<void> {
    const who = device.session();
    const shown = (await device.runner()?.view()) ?? null;
    batch(() => {
      session.value = who;
      show(view, shown);
      show(begun, device.runner()?.begunFlows() ?? []);
      midTask.value = begun.value.length > 0;
      if (page.value === 'flow' && shown === null) go('menu');
    });
    showAddress(page.value, shown);
    if (!readAgain) await readRest(who);
  }

  async function readRest(who: Session | null): Promise<void> {
    const { database, things } = device;
    const [lines, entries, works, sync] = await Promise.all([
      who ? readStrip(database, things, who.operator.badge, options.operations) : [],
      readTray(database, things, options.flows),
      things.byCodes([snapshotCode.pickWork]),
      syncStatus(database),
    ]);
    const goBack = who ? backsAmong(works, who.operator.badge).length : 0;
    if (isOpened) tellTrouble(entries);
    if (isOpened && goBack > backs.value) tellBack();
    batch(() => {
      show(strip, lines);
      show(tray, entries);
      backs.value = goBack;
      show(status, sync);
    });
  }

  /** What the server did not do is heard, felt and said where the worker looks; the tray says what to do. */
  function tellTrouble(entries: readonly TrayEntry[]): void {
    const known = tray.value.map(({ sequence }) => sequence);
    const news = entries.find(({ sequence }) => !known.includes(sequence));
    if (!news) return;
    const said = words(news.waitsUntil === null ? 'tray.told' : 'tray.toldStock', { what: news.words });
    banner.value = { tone: 'bad', said, text: '', heard: null, command: null };
    options.onTrouble();
  }

  /** Goods in hand were cancelled: heard, felt and said, whatever is on the screen. */
  function tellBack(): void {
    banner.value = { tone: 'bad', said: words('menu.bringBackTold'), text: '', heard: null, command: null };
    options.onTrouble();
  }

  function go(next: Page): void {
    if (page.value === next) return;
    page.value = next;
    // What went right was about the page before; what went wrong stays until the next scan.
    if (banner.value?.tone === 'good') banner.value = null;
    history.pushState(null, '', addressOf(next, view.value));
  }

  async function act(work: () => Promise<void> | undefined): Promise<void> {
    try {
      await work();
    } catch (bug) {
      tell({ tone: 'bad', said: words('app.broken'), text: '', heard: null, command: null });
      reportError(bug);
    }
    await refresh();
  }

  async function openFlow(id: string): Promise<void> {
    banner.value = null;
    await act(() => device.runner()?.open(id));
    go('flow');
  }

  async function scan(scanned: ScanInput): Promise<void> {
    if (ear.value) return ear.value(scanned);
    const runner = device.runner();
    if (!runner) return takeBadge(scanned);
    const isOutside = page.value !== 'flow';
    await act(async () => {
      // Outside of the task on the screen a scan is a question: what is that?
      if (isOutside) await runner.open(options.lookUp);
      await runner.scan(scanned);
    });
    // Whoever has gone to the menu meanwhile is not fetched back.
    if (isOutside && view.value) go('flow');
  }

  async function takePhoto(photo: Photo): Promise<void> {
    await act(async () => {
      const id = await kept(photo);
      if (id === null) return;
      await device.runner()?.give({ kind: 'photo', photo: id });
      device.sync().kick();
    });
  }

  async function setAside(photo: Photo | null): Promise<void> {
    await act(async () => {
      const id = photo && (await kept(photo));
      await device.runner()?.setAside(id ? [id] : []);
      device.sync().kick();
    });
  }

  /** A photo is kept on the device; null where nobody is signed in any more. */
  async function kept(photo: Photo): Promise<string | null> {
    const warehouse = device.session()?.warehouse;
    return warehouse === undefined ? null : keepPhoto(device.database, options.environment, { ...photo, warehouse });
  }

  /** Where nobody is signed in a scan is somebody's badge. */
  async function takeBadge(scanned: ScanInput): Promise<void> {
    const enrolment = enrolmentIn(scanned.text);
    if (enrolment !== null) return void letIn(enrolment, scanned.at);
    const reading = await readCode(scanned, { currentYear: 2000 });
    const isBadge = reading.kind === 'badge' || reading.kind === 'text';
    if (isBadge) badge.value = reading.text;
    const said = isBadge ? null : words('signIn.notABadge', { text: reading.text });
    tell({ tone: isBadge ? 'good' : 'bad', said, text: reading.text, heard: scanned.at, command: null });
  }

  /** An administrator's code was scanned, or opened as an address: the next sign-in shows it to the server. */
  async function letIn(code: string, heard: number | null): Promise<void> {
    await keepEnrolment(device.database, code);
    tell({ tone: 'good', said: words('signIn.enrolled'), text: '', heard, command: null });
  }

  const offered = enrolmentIn(location.search);
  if (offered !== null) {
    await letIn(offered, null);
    history.replaceState(null, '', location.pathname);
  }

  window.addEventListener('popstate', () => {
    page.value = pageAt(location.pathname);
    void refresh();
  });

  const model: Model = {
    ...{
      device,
      environment: options.environment,
      flows: options.flows,
      operations: options.operations,
      lookUp: options.lookUp,
      page,
      session,
      view,
      begun,
      banner,
      strip,
      tray,
      backs,
      status,
      badge,
      isResting,
      update,
      ear,
      isSoundDue,
    },
    ...{ go, scan, act, openFlow, refresh, takePhoto, setAside },
    tell: (tone, said) => tell({ tone, said, text: '', heard: null, command: null }),
  };
  const asked = pageAt(location.pathname);
  page.value = asked === 'menu' && (await device.runner()?.view()) ? 'flow' : asked;
  await refresh();
  isOpened = true;
  return model;
}

/** What is the same as before is left as it is: nothing is drawn anew for it. */
function show<Shown>(shown: Signal<Shown>, next: Shown): void {
  if (JSON.stringify(shown.peek()) !== JSON.stringify(next)) shown.value = next;
}

function addressOf(page: Page, view: FlowView | null): string {
  if (page === 'flow') return view ? `/flow/${view.flow}/${view.step}` : '/';
  return page === 'menu' ? '/' : `/${page}`;
}

/** The step stands in the address, to be seen and told; going from step to step makes no history. */
function showAddress(page: Page, view: FlowView | null): void {
  const address = addressOf(page, view);
  if (location.pathname !== address) history.replaceState(null, '', address);
}

function pageAt(path: string): Page {
  if (path.startsWith('/flow/')) return 'flow';
  return namedPages.find((page) => path === `/${page}`) ?? 'menu';
}
