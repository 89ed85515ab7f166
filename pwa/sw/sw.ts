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

/** Of the draft "Service Worker Static Routing"; Chromium has it since 123, and the compiler does not know it yet. */
interface RoutingInstallEvent extends ExtendableEvent {
  addRoutes?(
    rules: readonly { readonly condition: { readonly urlPattern: string }; readonly source: 'network' }[],
  ): Promise<void>;
}

/**
 * Requests to the server go past this worker. Each would wake it; and one that comes in the moment in which the browser
 * ends it for a newer version keeps that one out, until half a minute has passed without any request.
 */
self.addEventListener('install', (event: RoutingInstallEvent) => {
  const rules = ['/api/*', '/health/*'].map((urlPattern) => ({
    condition: { urlPattern },
    source: 'network' as const,
  }));
  if (event.addRoutes) event.waitUntil(event.addRoutes(rules));
});

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
});

// The first installation has nobody to wait for: pages opened before it was ready are served from now on.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
