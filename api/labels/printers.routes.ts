import type { FieldError } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { isPrintAllowed } from '#shared/labels/address.ts';
import { type PrintAddresses, type PrinterDocument, printAddresses, printerDocument } from '#shared/labels/printer.ts';
import type { Runner } from '../platform/db/connection.ts';
import { asPersonInAll, everyWarehouse, isSame, noteChange } from '../platform/http/administrator.ts';
import { changedJson, entityTag, jsonWithEtag, requireMatch } from '../platform/http/etag.ts';
import { addKeptDocuments } from '../platform/http/kept-documents.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import type { Routes } from '../platform/http/routes.ts';
import { isNoPrinter } from '../platform/print/raw-print.ts';
import type { Services } from '../platform/services.ts';
import { isZone, keepAddresses, keepPrinter, printAddressesOf, printersOf, removePrinter } from './printers.queries.ts';

const permit = 'printers.administer';
const tag = 'Administration';
const addressesPath = '/api/admin/print-addresses';

/** Printers of a warehouse, and the list of the addresses that they may have, which only reaches as far as it says. */
export function addPrinterRoutes(routes: Routes, services: Services): void {
  const { store } = services;

  addKeptDocuments<PrinterDocument>(routes, services, {
    name: 'printers',
    action: 'printer',
    schema: printerDocument,
    permit,
    mayRead: 'labels.print',
    summaries: {
      list: 'The label printers of a warehouse',
      one: 'A label printer',
      put: 'Set up a label printer, or change one; its address has to be on the list',
      remove: 'Remove a label printer; what waits for it is never printed',
    },
    faults: (trx, warehouse, document) => faultsOf(trx, warehouse, document, services.mode),
    of: printersOf,
    keep: keepPrinter,
    remove: removePrinter,
  });

  routes.add(
    {
      method: 'get',
      path: addressesPath,
      summary: 'Where printers may be: the server connects to nothing else',
      tag,
      access: { permit },
      answers: { 200: { description: 'The addresses', schema: printAddresses } },
    },
    async ({ c, caller }) => {
      asPersonInAll(caller, [everyWarehouse], permit);
      const shown: PrintAddresses = { addresses: await printAddressesOf(store.read) };
      return jsonWithEtag(c, shown, entityTag(shown));
    },
  );

  routes.add(
    {
      method: 'put',
      path: addressesPath,
      summary: 'Set where printers may be; what waits for a printer elsewhere goes on waiting',
      tag,
      access: { permit },
      isConditional: true,
      body: printAddresses,
      answers: { 200: { description: 'As they are now', schema: printAddresses } },
    },
    async ({ c, caller, body }) => {
      const after = await store.write(async (trx) => {
        const actor = asPersonInAll(caller, [everyWarehouse], permit);
        const before: PrintAddresses = { addresses: await printAddressesOf(trx) };
        requireMatch(c, [entityTag(before)]);
        const errors = faultsOfAddresses(body, { isDemo: services.mode === 'demo' });
        if (errors.length > 0) throw new HttpProblem(422, problem('request.invalid', {}, errors));
        await keepAddresses(trx, body.addresses);
        const kept: PrintAddresses = { addresses: await printAddressesOf(trx) };
        if (isSame(before, kept)) return kept;
        noteChange(services, trx, {
          actor,
          action: 'print_addresses.set',
          subject: 'print-addresses',
          before,
          after: kept,
        });
        return kept;
      });
      return changedJson(after, 200);
    },
  );
}

function faultsOfAddresses({ addresses }: PrintAddresses, where: { readonly isDemo: boolean }): FieldError[] {
  return addresses.flatMap(({ host, port }, index) => {
    const pointer = `/addresses/${index}`;
    const isFirst = addresses.findIndex((one) => isPrintAllowed([one], { host, port })) === index;
    return [
      ...(isNoPrinter(host, where)
        ? [{ pointer: `${pointer}/host`, code: 'printer.no_address', params: { host }, value: host }]
        : []),
      ...(isFirst ? [] : [{ pointer, code: 'request.repeated', value: `${host}:${port}` }]),
    ];
  });
}

async function faultsOf(
  read: Runner,
  warehouse: string,
  { connection, zone }: PrinterDocument,
  mode: Services['mode'],
): Promise<FieldError[]> {
  const errors: FieldError[] = [];
  if (connection.type === 'test' && mode !== 'demo') {
    errors.push({ pointer: '/connection/type', code: 'printer.test_in_demo_only', value: 'test' });
  }
  if (connection.type === 'network' && !isPrintAllowed(await printAddressesOf(read), connection)) {
    const address = `${connection.host}:${connection.port}`;
    errors.push({
      pointer: '/connection/host',
      code: 'printer.address_not_listed',
      params: { address },
      value: address,
    });
  }
  if (zone && !(await isZone(read, warehouse, zone))) {
    errors.push({ pointer: '/zone', code: 'printer.zone_unknown', params: { zone }, value: zone });
  }
  return errors;
}
