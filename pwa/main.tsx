import { computed, effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './app.tsx';
import type { CameraProps } from './engine/flow-screen.tsx';
import { scanRules } from './engine/sight.ts';
import { deviceOperations, flows, lookUpFlow, unknownCodes } from './flows.ts';
import { bindWedge, type Wedge } from './scanner/bind-wedge.ts';
import { type Feedback, openFeedback } from './scanner/feedback.ts';
import { LazyCamera } from './scanner/lazy-camera.tsx';
import { learntWedge } from './scanner/learnt-wedge.ts';
import { followFocus } from './scanner/listening.ts';
import type { ScanInput } from './scanner/scan-input.ts';
import { signalOf } from './scanner/signals.ts';
import { createWedgeSink } from './scanner/wedge-sink.ts';
import { isSoundDue } from './store/aids.ts';
import { browserEnvironment } from './store/browser.ts';
import { readMeta } from './store/database.ts';
import { drawn } from './ui/drawn.ts';
import { isLanguage, type Language, showTimesOf, speak, text } from './ui/language.ts';
import { type Model, openModel } from './ui/model.ts';
import type { StorageHealth } from './ui/page.ts';
import { pressKey } from './ui/person-keys.ts';
import { followUpdates } from './ui/updates.ts';
import { words } from './ui/words.ts';
import './ui/floor.css';

declare const __APP_VERSION__: string;

const root = document.getElementById('app') ?? document.body;

if (location.pathname === '/console' || location.pathname.startsWith('/console/')) {
  const { openConsole } = await import('./console.tsx');
  openConsole(root);
} else {
  await openFloor().catch(showBroken);
}

/** The language that was spoken last on this device, else the browser's, else English. */
function languageOr(last: string): Language {
  const wanted = [last, navigator.language.slice(0, 2)];
  return wanted.find(isLanguage) ?? 'en';
}

async function openFloor(): Promise<void> {
  const feedback = openFeedback();
  const model = await openModel({
    environment: browserEnvironment(),
    flows,
    operations: deviceOperations,
    unknownCodes,
    lookUp: lookUpFlow,
    onTold: (told) => {
      feedback.give(signalOf(told));
      // Whoever scanned looks for the colour; whoever pressed something, for the next question.
      return told.heard === null ? undefined : drawn();
    },
    onTrouble: () => feedback.give('bad'),
  });
  await speak(languageOr((await readMeta(model.device.database, 'language')) ?? ''));
  effect(() => {
    const { warehouse, warehouses } = model.session.value ?? {};
    showTimesOf(warehouses?.find(({ code }) => code === warehouse)?.timeZone);
  });
  const wedge = await listenForScans(model);
  const siteRules = () => scanRules(model.device.things);
  const Camera = ({ onScan, ...props }: CameraProps) => (
    <LazyCamera {...props} siteRules={siteRules} onScan={(scan) => wedge().admit(scan) && onScan(scan)} />
  );
  render(
    <App
      model={model}
      Camera={Camera}
      feedback={feedback}
      version={__APP_VERSION__}
      now={() => performance.now()}
      storageHealth={storageHealth}
    />,
    root,
  );
  void openAids(model, feedback);
  if (learntWedge.value && !learntWedge.value.isTold) {
    const { tellServer } = await import('./scanner/setup/tell.ts');
    void tellServer(model.device.database, model.environment);
  }
  void navigator.storage?.persist?.();
  if (import.meta.env.PROD) followUpdates(model);
}

/** What this device does for who cannot look at it is fetched only where it was set up. */
async function openAids(model: Model, feedback: Feedback): Promise<void> {
  const aids = await readMeta(model.device.database, 'aids');
  model.isSoundDue.value = isSoundDue(aids, model.environment.clock.now());
  if (model.session.value) feedback.ready();
  if (!aids) return;
  const { followAids } = await import('./ui/device/follow-aids.ts');
  followAids(model, feedback, aids);
}

/**
 * Keys of a scanner or of a person, wherever the focus is; and, in demo mode, clicks on the page of barcodes in another
 * tab.
 */
async function listenForScans(model: Model): Promise<() => Wedge> {
  const { element: sink } = createWedgeSink(text('app.scannerField'));
  const onScan = (scan: ScanInput) => void model.scan(scan);
  const onCut = (cut: string) => model.tell('bad', words('app.scanCut', { text: cut }));
  learntWedge.value = (await readMeta(model.device.database, 'wedge')) ?? null;
  let wedge: Wedge | null = null;
  const bound = computed(() => {
    wedge?.stop();
    wedge = bindWedge({ onScan, onCut, onKey: pressKey, sink, profile: learntWedge.value?.profile ?? {} });
    return wedge;
  });
  effect(() => void bound.value);
  const focus = followFocus();
  new BroadcastChannel('tallyman-demo-scan').addEventListener('message', ({ data }: MessageEvent<{ text: string }>) => {
    focus.heard();
    onScan({ text: data.text, source: 'wedge', at: performance.now() });
  });
  return () => bound.value;
}

async function storageHealth(): Promise<StorageHealth> {
  const isPersisted = (await navigator.storage?.persisted?.()) ?? false;
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  const megabytes = (bytes: number | undefined) => (bytes === undefined ? null : Math.round(bytes / 1_000_000));
  const free = usage === undefined || quota === undefined ? undefined : quota - usage;
  return { isPersisted, usedMegabytes: megabytes(usage), freeMegabytes: megabytes(free) };
}

/** No storage, no work: it could be lost. Says so instead of an empty page. */
async function showBroken(reason: unknown): Promise<void> {
  // Without its words it says at least why.
  await speak(languageOr('')).catch(reportError);
  root.textContent = text('app.storageBroken', { reason: String(reason) });
  reportError(reason);
}
