import { Hono } from 'hono';
import { type Logger, pino } from 'pino';
import { addCatalogueRoutes } from './catalogue/catalogue.routes.ts';
import { addCountConsoleRoutes } from './counting/console.routes.ts';
import { addCountThings } from './counting/count-things.ts';
import { startDirectedCounts } from './counting/directed.ts';
import { addCountPlanRoutes } from './counting/plans.routes.ts';
import { startTellingLapsed } from './counting/tell-lapsed.ts';
import { addDemoPage } from './demo/demo-page.ts';
import { addSelfTestRoutes } from './demo/self-test/self-test.routes.ts';
import { addDocumentConsoleRoutes } from './documents/console.routes.ts';
import { addDocumentRoutes } from './documents/document.routes.ts';
import { addDocumentFeedRoutes } from './documents/feeds.routes.ts';
import { startFinalisation } from './documents/finalisation.ts';
import { addOnHandReportRoutes } from './documents/on-hand-report.routes.ts';
import { addPaperRoutes } from './documents/paper.routes.ts';
import { addReconciliationRoutes } from './documents/reconcile.routes.ts';
import { startScheduledReports } from './documents/scheduled-reports.ts';
import { addUpdateLogRoutes } from './documents/update-log.routes.ts';
import { addDecisionConsoleRoutes } from './exceptions/console.routes.ts';
import { addExceptionThings } from './exceptions/exception.routes.ts';
import { addPhotoRoutes } from './exceptions/photo.routes.ts';
import { handlers } from './handlers.ts';
import { addMessageConsoleRoutes } from './integration/console.routes.ts';
import { startInbox } from './integration/inbox.ts';
import { addMessageRoutes } from './integration/messages.routes.ts';
import { addMessageRepairRoutes } from './integration/repair.routes.ts';
import { addSourceSystemRoutes } from './integration/source-system.routes.ts';
import { addAvailabilityRoutes } from './inventory/availability.routes.ts';
import { addStockConsoleRoutes } from './inventory/console.routes.ts';
import { addPickingExplainer } from './inventory/explain-picking.ts';
import { addLookUpRoutes } from './inventory/look-up.routes.ts';
import { addLotHoldRoutes } from './inventory/lot-holds.routes.ts';
import { addPlateThings } from './inventory/plate-things.ts';
import { addStockRoutes } from './inventory/stock.routes.ts';
import { addCartonLabelRoutes } from './labels/carton.routes.ts';
import { addPrintConsoleRoutes } from './labels/console.routes.ts';
import { startForgettingJobs } from './labels/forget-jobs.ts';
import { addLabelRoutes } from './labels/labels.routes.ts';
import { startPrinting } from './labels/print-queue.ts';
import { addPrinterRoutes } from './labels/printers.routes.ts';
import { messageKinds } from './message-kinds.ts';
import { addBoardRoutes } from './monitoring/console.routes.ts';
import { addHealthRoutes } from './monitoring/health.routes.ts';
import { addMetricsRoutes } from './monitoring/metrics.routes.ts';
import { addOrderConsoleRoutes } from './orders/console.routes.ts';
import { addOutboundExplainer } from './orders/explain-outbound.ts';
import { addOrderRoutes } from './orders/order.routes.ts';
import { addOutboundConsoleRoutes } from './orders/outbound-console.routes.ts';
import { addAuditRoutes } from './people/audit.routes.ts';
import { addDeviceRoutes } from './people/device.routes.ts';
import { addKeyRoutes } from './people/key.routes.ts';
import { startKeyUse } from './people/key-use.ts';
import { addLicensePlateRoutes } from './people/license-plates.routes.ts';
import { addPersonRoutes } from './people/person.routes.ts';
import { addScannerRoutes } from './people/scanner.routes.ts';
import { addSessionRoutes } from './people/session.routes.ts';
import { addPickThings } from './picking/pick-things.ts';
import { addDeltaRoutes } from './planning/deltas.routes.ts';
import { startSnapshots } from './planning/keep-snapshots.ts';
import { addPolicyRoutes } from './planning/policies.routes.ts';
import { addSnapshotRoutes } from './planning/snapshots.routes.ts';
import { addStockThenRoutes } from './planning/stock-then.routes.ts';
import { Credentials, findAuthor } from './platform/auth.ts';
import { addChangesRoutes } from './platform/changes.routes.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { addCommandRoutes } from './platform/commands.routes.ts';
import { keepDemoPrefix } from './platform/facts/plate-numbers.queries.ts';
import { compressAnswers } from './platform/http/compress.ts';
import { Published } from './platform/http/feed.ts';
import { answerOnceWith } from './platform/http/idempotency.ts';
import { answerNotFound, answerProblems, correlate, findCallerWith } from './platform/http/middleware.ts';
import { addOwnRoutes, answerTheRest } from './platform/http/own-routes.ts';
import { Routes } from './platform/http/routes.ts';
import { Metrics } from './platform/metrics.ts';
import { openStore } from './platform/open-store.ts';
import { makePipeline } from './platform/pipeline.ts';
import { systemRandom } from './platform/random.ts';
import type { Random, Services } from './platform/services.ts';
import { Signal } from './platform/signal.ts';
import { addPutawayConsoleRoutes } from './putaway/console.routes.ts';
import { addPutawayExplainer } from './putaway/explain.ts';
import { addPutawayRuleThings } from './putaway/rule-things.ts';
import { addPutawayRuleRoutes } from './putaway/rules.routes.ts';
import { addWorkThings } from './putaway/work-things.ts';
import { addLoadConsoleRoutes } from './receiving/console.routes.ts';
import { addExplainRoutes } from './receiving/explain.routes.ts';
import { addLoadRoutes } from './receiving/load.routes.ts';
import { addFaceConsoleRoutes } from './replenishment/console.routes.ts';
import { addFaceLimitRoutes } from './replenishment/limits.routes.ts';
import { addFillsWaitingRoutes } from './replenishment/waiting.routes.ts';
import { startFaceWatch } from './replenishment/watch-faces.ts';
import { addReturnConsoleRoutes } from './returns/console.routes.ts';
import { addReturnPolicyRoutes } from './returns/policies.routes.ts';
import { addSlipRoutes } from './returns/slip.routes.ts';
import { addOutboundLoadRoutes } from './shipping/loads.routes.ts';
import { addShipmentThings } from './shipping/shipment-things.ts';
import { addTransferRoutes } from './shipping/transfers.routes.ts';
import { addLicensePlateSettingRoutes } from './sites/license-plates.routes.ts';
import { addLocationRoutes } from './sites/location.routes.ts';
import { addLocationThings } from './sites/location-things.ts';
import { addScanRuleThings } from './sites/scan-rule-things.ts';
import { addScanRuleRoutes } from './sites/scan-rules.routes.ts';
import { addWarehouseRoutes } from './sites/warehouse.routes.ts';
import { addUnknownCodeRoutes } from './unknown-codes/console.routes.ts';
import { startAutomaticRelease } from './waves/automatic.ts';
import { startFilling } from './waves/filling.ts';
import { addWaveTemplateRoutes } from './waves/templates.routes.ts';
import { addWaveRoutes } from './waves/waves.routes.ts';

export interface AppOptions {
  readonly databaseUrl: string;
  readonly mode: 'demo' | 'production';
  readonly clock?: Clock;
  readonly random?: Random;
  readonly log?: Logger;
  readonly afterCommit?: () => void;
  readonly poolSize?: number;
  /** How long what follows changes rests from one look to the next; a second unless told. */
  readonly restMs?: number;
}

export interface App {
  readonly http: Hono;
  readonly services: Services;
  close(): Promise<void>;
}

export const version = '0.1.0';

/** Every call of every slice. */
const routesOfSlices: readonly ((routes: Routes, services: Services) => void)[] = [
  addCommandRoutes,
  addChangesRoutes,
  addSessionRoutes,
  addLicensePlateRoutes,
  addMessageRoutes(messageKinds),
  addOrderRoutes,
  addCatalogueRoutes,
  addDocumentFeedRoutes,
  addDocumentRoutes,
  addPaperRoutes,
  addUpdateLogRoutes,
  addOnHandReportRoutes,
  addReconciliationRoutes,
  addSelfTestRoutes(openApp),
  addDeltaRoutes,
  addSnapshotRoutes,
  addStockThenRoutes,
  addPolicyRoutes,
  addCountThings,
  addCountConsoleRoutes,
  addReturnConsoleRoutes,
  addReturnPolicyRoutes,
  addSlipRoutes,
  addUnknownCodeRoutes,
  addCountPlanRoutes,
  addExceptionThings,
  addPhotoRoutes,
  addHealthRoutes,
  addMetricsRoutes,
  addLocationThings,
  addPlateThings,
  addWorkThings,
  addPutawayRuleThings,
  addScanRuleThings,
  addPickThings,
  addShipmentThings,
  addCartonLabelRoutes,
  addLabelRoutes,
  addPrinterRoutes,
  addPrintConsoleRoutes,
  addPutawayRuleRoutes,
  addWaveTemplateRoutes,
  addFaceLimitRoutes,
  addFaceConsoleRoutes,
  addFillsWaitingRoutes,
  addWaveRoutes,
  addOutboundLoadRoutes,
  addTransferRoutes,
  addPutawayExplainer,
  addOutboundExplainer,
  addPickingExplainer,
  addPutawayConsoleRoutes,
  addStockRoutes,
  addAvailabilityRoutes,
  addLookUpRoutes,
  addExplainRoutes,
  addLoadRoutes,
  addBoardRoutes,
  addMessageConsoleRoutes(messageKinds),
  addMessageRepairRoutes(messageKinds),
  addOrderConsoleRoutes,
  addOutboundConsoleRoutes,
  addLoadConsoleRoutes,
  addDocumentConsoleRoutes,
  addStockConsoleRoutes,
  addLotHoldRoutes,
  addDecisionConsoleRoutes,
  addSourceSystemRoutes,
  addKeyRoutes,
  addWarehouseRoutes,
  addScanRuleRoutes,
  addLocationRoutes,
  addLicensePlateSettingRoutes,
  addPersonRoutes,
  addDeviceRoutes,
  addScannerRoutes,
  addAuditRoutes,
  addDemoPage,
];

/** Everything that works without being asked: the inbox, jobs. */
const processors: readonly ((services: Services) => { stop(): Promise<void> })[] = [
  startInbox,
  startFinalisation,
  startScheduledReports,
  startSnapshots,
  startKeyUse,
  startFilling,
  startAutomaticRelease,
  startFaceWatch,
  startDirectedCounts,
  startTellingLapsed,
  startPrinting,
  startForgettingJobs,
];

/** Opens the database, brings it up to date, and builds the application on it. */
export async function openApp(options: AppOptions): Promise<App> {
  const clock = options.clock ?? systemClock;
  const log = options.log ?? pino({ level: 'silent' });
  const published = new Published();
  const metrics = new Metrics();
  const store = await openStore({
    url: options.databaseUrl,
    now: () => clock.now(),
    onPublished: (position) => published.announce(position),
    onError: (error) => log.error({ err: error }, 'database'),
    ...(options.afterCommit && { afterCommit: options.afterCommit }),
    ...(options.poolSize !== undefined && { poolSize: options.poolSize }),
  });
  if (options.mode === 'demo') await keepDemoPrefix(store);
  const credentials = new Credentials(store.read, () => clock.now());
  const pipeline = makePipeline({
    store,
    handlers,
    findAuthor,
    enrolsAnyDevice: options.mode === 'demo',
    onJudged: (type, outcome, seconds) => {
      metrics.commands.inc({ type: outcome === 'parked' ? 'unknown' : type, outcome });
      metrics.commandSeconds.observe({ type: outcome === 'parked' ? 'unknown' : type }, seconds);
    },
    monotonicMs: () => clock.monotonicMs(),
    onBug: (error, commandId) => log.error({ err: error, commandId }, 'a command failed'),
  });
  const random = options.random ?? systemRandom();
  const services: Services = {
    store,
    pipeline,
    published,
    credentials,
    clock,
    random,
    log,
    metrics,
    messagesReceived: new Signal(),
    thingLoaders: new Map(),
    explainers: new Map(),
    mode: options.mode,
    restMs: options.restMs ?? 1000,
  };
  const http = new Hono();
  http.use('*', compressAnswers());
  http.use('*', correlate(services));
  http.onError(answerProblems(log));
  const routes = new Routes(http, findCallerWith(credentials), answerOnceWith(services));
  for (const add of routesOfSlices) add(routes, services);
  addOwnRoutes(routes, version);
  answerTheRest(http, routes);
  http.notFound(answerNotFound);
  const running = processors.map((start) => start(services));
  return {
    http,
    services,
    close: async () => {
      for (const processor of running) await processor.stop();
      await store.close();
    },
  };
}
