import { scannerSetupTexts } from '#shared/locales/scanner-setup.de.ts';
import { codeTexts } from './console/codes.de.ts';
import { countTexts } from './console/counts.de.ts';
import { decisionTexts } from './console/decisions.de.ts';
import { documentTexts } from './console/documents.de.ts';
import { faceTexts } from './console/faces.de.ts';
import { frameTexts } from './console/frame.de.ts';
import { holdTexts } from './console/holds.de.ts';
import { labelTexts } from './console/labels.de.ts';
import { loadTexts } from './console/loads.de.ts';
import { messageTexts } from './console/messages.de.ts';
import { movementTexts } from './console/movements.de.ts';
import { orderTexts } from './console/orders.de.ts';
import { outboundTexts } from './console/outbound.de.ts';
import { putawayTexts } from './console/putaway.de.ts';
import { reconciliationTexts } from './console/reconciliation.de.ts';
import { releaseTexts } from './console/release.de.ts';
import { returnsTexts } from './console/returns.de.ts';
import { scanRulesTexts } from './console/scan-rules.de.ts';
import { settingsTexts } from './console/settings.de.ts';
import { setupTexts } from './console/setup.de.ts';
import { stockTexts } from './console/stock.de.ts';
import { todayTexts } from './console/today.de.ts';
import { transferTexts } from './console/transfers.de.ts';
import { unknownCodesTexts } from './console/unknown-codes.de.ts';
import type { ConsoleTexts } from './console.en.ts';

/** What the console says, in German. */
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
