import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

/** Addresses that are the server's own: never answered from what is kept on the device. */
const serverOnly = [
  /^\/api\b/,
  /^\/demo\b/,
  /^\/health\b/,
  /^\/metrics\b/,
  /^\/install-certificate\b/,
  /^\/tallyman-ca\./,
];

/**
 * Keeps every file of the app on the device, decoder included, so that it opens and scans without a network. Answers
 * of the interface are never kept. A new version waits until the app says that no task is open.
 */
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: serverOnly }));

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
});

// The first installation has nobody to wait for: pages opened before it was ready are served from now on.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
