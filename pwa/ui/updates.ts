import { effect } from '@preact/signals';
import type { Model } from './model.ts';

/**
 * A newer version of the app waits until nobody is in the middle of something: where no task is open it takes over by
 * itself, else it is offered and the worker decides. What is queued stays as it is, whichever version sends it.
 */
export function followUpdates(model: Model): void {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  let isReplacing = false;
  const offer = (waiting: ServiceWorker) => {
    model.update.value = () => {
      isReplacing = true;
      waiting.postMessage('take-over');
    };
  };
  serviceWorker.addEventListener('controllerchange', () => {
    if (isReplacing) location.reload();
  });
  serviceWorker.register('/sw.js').then(watch, reportError);
  effect(() => {
    const isIdle = model.view.value === null && model.page.value === 'menu';
    if (model.update.value && isIdle) model.update.value();
  });

  function watch(registration: ServiceWorkerRegistration): void {
    const look = () => {
      // Without a controller this is the first installation: there is nothing to replace.
      if (registration.waiting && serviceWorker.controller) offer(registration.waiting);
    };
    look();
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') registration.update().catch(() => {});
    });
  }
}
