import {
  decideReportDiscrepancy,
  type ReportDiscrepancyBody,
  type ReportFacts,
  reportDiscrepancy,
} from '#shared/exceptions/report-discrepancy.ts';
import type { DiscrepancyDetails } from '#shared/ledger/discrepancy.ts';
import { openDiscrepancy } from '../platform/facts/discrepancies.queries.ts';
import { plateNumberOf } from '../platform/facts/plates.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { itemsNamed, loadNamed, locationNamed, ordersNamed, plateNamed } from './discrepancy.queries.ts';

interface Facts extends ReportFacts {
  /** The plate's own number, also where it was named by its command. */
  readonly licensePlate: string | null;
}

/** The floor reports a discrepancy; the desk that sees to its class has it in its list, the ERP hears of it. */
export const reportDiscrepancyHandler = handler({
  operation: reportDiscrepancy,

  facts: async (trx, { warehouse, body: asked }): Promise<Facts> => {
    const licensePlate = asked.licensePlate === undefined ? null : await plateNumberOf(trx, asked.licensePlate);
    const sourceSystem = asked.sourceSystem ?? '';
    return {
      licensePlate,
      orders: asked.order === undefined ? null : await codesOf(trx, ordersNamed, asked.order, warehouse, sourceSystem),
      items: asked.item === undefined ? null : await codesOf(trx, itemsNamed, asked.item, warehouse, sourceSystem),
      isPlateKnown:
        asked.licensePlate === undefined ? null : await isKnown(trx, plateNamed, licensePlate ?? '', warehouse),
      isLocationKnown:
        asked.location === undefined ? null : await isKnown(trx, locationNamed, asked.location, warehouse),
      isLoadKnown: asked.load === undefined ? null : await isKnown(trx, loadNamed, asked.load, warehouse),
    };
  },

  decide: decideReportDiscrepancy,

  apply: async (trx, command, { plan }, { licensePlate }) => {
    await openDiscrepancy(trx, {
      commandId: command.id,
      warehouse: command.warehouse,
      sourceSystem: plan.sourceSystem,
      class: command.body.class,
      details: detailsOf(command.body, licensePlate),
    });
    return undefined;
  },
});

async function codesOf(
  trx: AppTrx,
  named: typeof ordersNamed | typeof itemsNamed,
  number: string,
  warehouse: string,
  sourceSystem: string,
): Promise<string[]> {
  const rows = await trx.all(named, { number, warehouse });
  const codes = rows.map((row) => row.source_system);
  return sourceSystem === '' ? codes : codes.filter((code) => code === sourceSystem);
}

async function isKnown(
  trx: AppTrx,
  named: typeof plateNamed | typeof locationNamed | typeof loadNamed,
  name: string,
  warehouse: string,
): Promise<boolean> {
  return (await trx.one(named, { name, warehouse })) !== undefined;
}

function detailsOf(asked: ReportDiscrepancyBody, licensePlate: string | null): DiscrepancyDetails {
  const { class: _, sourceSystem: __, ...about } = asked;
  const named = Object.entries({ ...about, ...(licensePlate !== null && { licensePlate }) });
  return Object.fromEntries(named.filter(([, value]) => value !== undefined));
}
