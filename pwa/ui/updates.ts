import { effect, signal } from '@preact/signals';
import type { Model } from './model.ts';

/**
 * A newer version of the app waits until nobody is in the middle of something, in any tab of the device: then it takes
 * over by itself, and each tab begins anew with it. From the first page a worker may let it in earlier; the task goes on
 * where it was. What is queued stays as it is, whichever version sends it.
 */
export function followUpdates(model: Model): void {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  let hasController = serviceWorker.controller !== null;
  let isAsked = false;
  let isReplaced = false;
  const waiting = signal<ServiceWorker | null>(null);
  markWhoIsBusy(model);
  serviceWorker.addEventListener('controllerchange', () => {
    // The first installation takes over from nobody.
    isReplaced = hasController;
    hasController = true;
    if (isReplaced && isFree()) location.reload();
  });
  serviceWorker.register('/sw.js').then(watch, reportError);
  effect(() => {
    // Another tab let the new version in: this one's files are gone from the device.
    if (isFree() && isReplaced) location.reload();
  });
  effect(() => {
    const { value } = waiting;
    if (value && model.isResting.value) void whenNobodyIsBusy(model, () => value.postMessage('take-over'));
  });

  /** Whoever let the new version in by hand is free on every page but in the task, where a scan could come any moment. */
  function isFree(): boolean {
    const isInTask = model.page.value === 'flow';
    return model.isResting.value || (isAsked && !isInTask);
  }

  function offer(worker: ServiceWorker): void {
    waiting.value = worker;
    model.update.value = () => {
      isAsked = true;
      worker.postMessage('take-over');
    };
  }

  function watch(registration: ServiceWorkerRegistration): void {
    const look = () => {
      if (registration.waiting && serviceWorker.controller) offer(registration.waiting);
    };
    look();
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
    const ask = () => registration.update().catch(() => {});
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void ask();
    });
    // A handheld may lie with the app open for days.
    setInterval(() => void ask(), askAgainMs);
  }
}

const askAgainMs = 30 * 60 * 1000;
const calmMs = 1500;
const busyLock = 'tallyman-busy';

/**
 * Every tab that is in the middle of something holds the lock together with the others, and a moment longer: whoever
 * closes one task often opens the next. And the page still fetches what belongs to its new address; a request just when
 * the browser ends the old version wakes that again, and keeps the new one out for as long as requests come.
 */
function markWhoIsBusy(model: Model): void {
  let rest: (() => void) | null = null;
  let calm: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    clearTimeout(calm);
    if (model.isResting.value) {
      calm = setTimeout(() => {
        rest?.();
        rest = null;
      }, calmMs);
      return;
    }
    if (rest) return;
    const resting = new Promise<void>((resolve) => {
      rest = resolve;
    });
    void navigator.locks?.request(busyLock, { mode: 'shared' }, () => resting);
  });
}

/** Alone with the lock, no tab is busy. This one may have become so while it waited for the others. */
async function whenNobodyIsBusy(model: Model, takeOver: () => void): Promise<void> {
  if (!('locks' in navigator)) return takeOver();
  await navigator.locks.request(busyLock, () => {
    if (model.isResting.value) takeOver();
  });
}
