import type { Migration } from 'kysely/migration';
import * as foundation from './0001-foundation.ts';
import * as administration from './0002-administration.ts';
import * as loads from './0003-loads.ts';
import * as documents from './0004-documents.ts';
import * as putawayRules from './0005-putaway-rules.ts';
import * as discrepancies from './0006-discrepancies.ts';
import * as fewerIndexes from './0007-fewer-indexes.ts';
import * as outbound from './0008-outbound.ts';
import * as orderLinesOfItems from './0010-order-lines-of-items.ts';
import * as outboundOrders from './0011-outbound-orders.ts';
import * as wavesInParts from './0012-waves-in-parts.ts';
import * as companyPrefix from './0013-company-prefix.ts';
import * as replenishment from './0014-replenishment.ts';
import * as crossDock from './0015-cross-dock.ts';
import * as growingTables from './0016-growing-tables.ts';
import * as counting from './0017-counting.ts';
import * as whoReceivedIt from './0019-who-received-it.ts';
import * as lotHolds from './0020-lot-holds.ts';
import * as countPlans from './0022-count-plans.ts';
import * as pickFaces from './0023-pick-faces.ts';
import * as returns from './0024-returns.ts';
import * as unknownCodes from './0025-unknown-codes.ts';
import * as stockSnapshots from './0026-stock-snapshots.ts';
import * as negativeStock from './0027-negative-stock.ts';
import * as fillsThatWait from './0029-fills-that-wait.ts';
import * as adjustedByWhom from './0031-adjusted-by-whom.ts';
import * as labels from './0032-labels.ts';
import * as scanRules from './0033-scan-rules.ts';
import * as scannerOfDevice from './0034-scanner-of-device.ts';
import * as auditChain from './0035-audit-chain.ts';
import * as countBegun from './0036-count-begun.ts';
import * as closedWithShipment from './0037-closed-with-shipment.ts';
import * as balanceByItem from './0038-balance-by-item.ts';

/**
 * Every migration in order of its name. A static list, because a folder cannot be read from inside the server bundle.
 * Files that landed are never edited: a change is a new file and a new row here.
 */
export const migrations: Record<string, Migration> = {
  '0001-foundation': foundation,
  '0002-administration': administration,
  '0003-loads': loads,
  '0004-documents': documents,
  '0005-putaway-rules': putawayRules,
  '0006-discrepancies': discrepancies,
  '0007-fewer-indexes': fewerIndexes,
  '0008-outbound': outbound,
  '0010-order-lines-of-items': orderLinesOfItems,
  '0011-outbound-orders': outboundOrders,
  '0012-waves-in-parts': wavesInParts,
  '0013-company-prefix': companyPrefix,
  '0014-replenishment': replenishment,
  '0015-cross-dock': crossDock,
  '0016-growing-tables': growingTables,
  '0017-counting': counting,
  '0019-who-received-it': whoReceivedIt,
  '0020-lot-holds': lotHolds,
  '0022-count-plans': countPlans,
  '0023-pick-faces': pickFaces,
  '0024-returns': returns,
  '0025-unknown-codes': unknownCodes,
  '0026-stock-snapshots': stockSnapshots,
  '0027-negative-stock': negativeStock,
  '0029-fills-that-wait': fillsThatWait,
  '0031-adjusted-by-whom': adjustedByWhom,
  '0032-labels': labels,
  '0033-scan-rules': scanRules,
  '0034-scanner-of-device': scannerOfDevice,
  '0035-audit-chain': auditChain,
  '0036-count-begun': countBegun,
  '0037-closed-with-shipment': closedWithShipment,
  '0038-balance-by-item': balanceByItem,
};
