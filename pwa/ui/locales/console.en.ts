import { scannerSetupTexts } from '#shared/locales/scanner-setup.en.ts';
import type { Texts } from '#shared/locales/worded.ts';
import { codeTexts } from './console/codes.en.ts';
import { countTexts } from './console/counts.en.ts';
import { decisionTexts } from './console/decisions.en.ts';
import { documentTexts } from './console/documents.en.ts';
import { faceTexts } from './console/faces.en.ts';
import { frameTexts } from './console/frame.en.ts';
import { holdTexts } from './console/holds.en.ts';
import { labelTexts } from './console/labels.en.ts';
import { loadTexts } from './console/loads.en.ts';
import { messageTexts } from './console/messages.en.ts';
import { movementTexts } from './console/movements.en.ts';
import { orderTexts } from './console/orders.en.ts';
import { outboundTexts } from './console/outbound.en.ts';
import { putawayTexts } from './console/putaway.en.ts';
import { reconciliationTexts } from './console/reconciliation.en.ts';
import { releaseTexts } from './console/release.en.ts';
import { returnsTexts } from './console/returns.en.ts';
import { scanRulesTexts } from './console/scan-rules.en.ts';
import { settingsTexts } from './console/settings.en.ts';
import { setupTexts } from './console/setup.en.ts';
import { stockTexts } from './console/stock.en.ts';
import { todayTexts } from './console/today.en.ts';
import { transferTexts } from './console/transfers.en.ts';
import { unknownCodesTexts } from './console/unknown-codes.en.ts';

/** What the console says, in English. `{name}` is filled in; every language has every key and every place. */
export const texts = {
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
} as const satisfies Texts;

export type ConsoleTexts = Readonly<Record<keyof typeof texts, string>>;
