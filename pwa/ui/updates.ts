import { effect } from '@preact/signals';
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
  markWhoIsBusy(model);
  serviceWorker.addEventListener('controllerchange', () => {
    // The first installation takes over from nobody.
    isReplaced = hasController;
    hasController = true;
    if (!isReplaced) return;
    if (isAsked || model.isResting.value) location.reload();
  });
  serviceWorker.register('/sw.js').then(watch, reportError);
  effect(() => {
    if (!model.isResting.value) return;
    // Another tab let the new version in: this one's files are gone from the device.
    if (isReplaced) location.reload();
    else if (model.update.value) void whenNobodyIsBusy(model, model.update.value);
  });

  function offer(waiting: ServiceWorker): void {
    model.update.value = () => {
      isAsked = true;
      waiting.postMessage('take-over');
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
const busyLock = 'tallyman-busy';

/** Every tab that is in the middle of something holds the lock together with the others. */
function markWhoIsBusy(model: Model): void {
  let rest = () => {};
  effect(() => {
    rest();
    if (model.isResting.value) return;
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
