import { scannerSetupTexts } from '#shared/locales/scanner-setup.es.ts';
import { codeTexts } from './console/codes.es.ts';
import { countTexts } from './console/counts.es.ts';
import { decisionTexts } from './console/decisions.es.ts';
import { documentTexts } from './console/documents.es.ts';
import { faceTexts } from './console/faces.es.ts';
import { frameTexts } from './console/frame.es.ts';
import { holdTexts } from './console/holds.es.ts';
import { labelTexts } from './console/labels.es.ts';
import { loadTexts } from './console/loads.es.ts';
import { messageTexts } from './console/messages.es.ts';
import { movementTexts } from './console/movements.es.ts';
import { orderTexts } from './console/orders.es.ts';
import { outboundTexts } from './console/outbound.es.ts';
import { putawayTexts } from './console/putaway.es.ts';
import { reconciliationTexts } from './console/reconciliation.es.ts';
import { releaseTexts } from './console/release.es.ts';
import { returnsTexts } from './console/returns.es.ts';
import { scanRulesTexts } from './console/scan-rules.es.ts';
import { settingsTexts } from './console/settings.es.ts';
import { setupTexts } from './console/setup.es.ts';
import { stockTexts } from './console/stock.es.ts';
import { todayTexts } from './console/today.es.ts';
import { transferTexts } from './console/transfers.es.ts';
import { unknownCodesTexts } from './console/unknown-codes.es.ts';
import type { ConsoleTexts } from './console.en.ts';

/** What the console says, in Spanish. */
export const texts: ConsoleTexts = {
  ...frameTexts,
  ...todayTexts,
  ...messageTexts,
  ...orderTexts,
  ...labelTexts,
  ...loadTexts,
  ...putawayTexts,
  ...outboundTexts,
  ...transferTexts,
  ...releaseTexts,
  ...documentTexts,
  ...reconciliationTexts,
  ...stockTexts,
  ...movementTexts,
  ...holdTexts,
  ...countTexts,
  ...faceTexts,
  ...returnsTexts,
  ...unknownCodesTexts,
  ...decisionTexts,
  ...setupTexts,
  ...settingsTexts,
  ...scanRulesTexts,
  ...scannerSetupTexts,
  ...codeTexts,
};
