import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { uuidV7 } from '#shared/kernel/id.ts';
import { type DocumentKind, issueDocument } from '../../api/platform/documents.ts';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { readPdf } from '../support/read-pdf.ts';

const erp = 'demo-erp-key';

const line = {
  ...{ orderNumber: 'SO-2001', lineNumber: 1, item: 'A0001', description: 'Roggenmehl 1 kg', unit: 'pcs' },
  ...{ orderedQuantity: 1250.5, shippedQuantity: 1000, remainingQuantity: 0, cancelledQuantity: 250.5 },
  ...{ cancelReason: 'not-there', consigneeItemNumber: 'BÄK-7', consigneeReference: null },
  details: [
    { item: 'A0001', lot: 'L-1', serial: null, quantity: 600.25, unit: 'pcs' },
    { item: 'A0001', lot: 'L-1', serial: null, quantity: 393.75, unit: 'pcs' },
    { item: 'A0002', lot: null, serial: 'SN-2', quantity: 1, unit: 'pcs' },
    { item: 'A0002', lot: null, serial: 'SN-1', quantity: 5, unit: 'pcs' },
  ],
};

const slip = {
  shipment: 'SH-00000009',
  load: 'LD-00000004',
  shippedOn: '2026-03-03',
  consignee: {
    account: 'C-9',
    name: 'Bäckerei Łódź Ñandú',
    purchaseOrderNumber: 'B-4711/26',
    reference: 'Frau Sommer',
    address: { street: 'Main St 1', zipCode: '10115', city: 'Berlin', country: 'DE' },
  },
  receiver: null,
  carrier: 'DHL',
  quantityChannel: true,
  lines: [line, { ...line, orderNumber: 'SO-2002', cancelledQuantity: 0, cancelReason: null, details: [] }],
  containers: [{ sscc: '095212340000000013', type: 'BOX-M', weight: 4.25, weightUnit: 'kg', trackingNumber: 'TR-1' }],
};

async function issued(app: TestApp, kind: DocumentKind, body: object): Promise<string> {
  const commandId = uuidV7(Date.now(), randomBytes(10));
  const draft = { kind, sourceSystem: 'DEMO', warehouse: 'EAST', commandId, body: body as typeof slip };
  const { documentNumber } = await app.services.store.write((trx) => issueDocument(trx, draft));
  return documentNumber;
}

/** Texts that begin below each other, and too near for both to be read. */
function overlapping(placed: Awaited<ReturnType<typeof readPdf>>['placed']): string[] {
  const columns = Map.groupBy(placed, ({ page, x }) => `${page} ${x.toFixed(1)}`);
  return [...columns.values()].flatMap((column) => {
    const down = column.toSorted((a, b) => b.y - a.y);
    return down.slice(1).flatMap((text, index) => {
      const above = down[index];
      const isNear = above !== undefined && above.y - text.y < text.size * 0.8;
      return isNear ? [`${above.text} / ${text.text}`] : [];
    });
  });
}

async function asPdf(app: TestApp, path: string) {
  const answer = await app.http.request(path, {
    headers: { authorization: `Bearer ${erp}`, accept: 'application/pdf' },
  });
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

onBothDatabases('documents on paper', (app) => {
  test('a packing slip in the language of its order says to whom, what, which lots and serials, what else instead, and what never comes', async () => {
    const number = await issued(app(), 'packing-slip', { ...slip, language: 'de-AT' });
    const { answer, bytes } = await asPdf(app(), `/api/erp/packing-slips/${number}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(answer.headers.get('content-disposition')).toBe(`inline; filename="${number}.1.pdf"`);
    const { pages, texts } = await readPdf(bytes);
    expect(pages).toBe(1);
    const all = texts.join('\n');
    for (const told of [
      ...['Lieferschein', `${number}  ·  Fassung 1`, '03.03.2026', 'SO-2001, SO-2002', 'SH-00000009', 'DHL'],
      ...['Ihre Bestellung B-4711/26', 'Ihr Zeichen Frau Sommer'],
      ...['Bäckerei Łódź Ñandú', 'Main St 1', '10115 Berlin', 'Deutschland', 'Ihre Artikelnummer: BÄK-7'],
      ...['1.250,5', '1.000', 'Charge L-1: 994 pcs', 'Ersatz: Artikel A0002, 6 pcs', 'Seriennummern: SN-1, SN-2'],
      ...['Gestrichen: 250,5 pcs, nicht vorhanden', '095212340000000013', 'BOX-M', '4,25 kg', 'TR-1'],
    ]) {
      expect(all.replaceAll(/\s+/g, ' ')).toContain(told.replaceAll(/\s+/g, ' '));
    }
  });

  test('its number and the numbers of its orders can be scanned', async () => {
    const number = await issued(app(), 'packing-slip', slip);
    const { barcodes } = await readPdf((await asPdf(app(), `/api/erp/packing-slips/${number}/versions/1`)).bytes);
    expect(barcodes.map(({ text }) => text)).toEqual([number, 'SO-2001', 'SO-2002']);
  });

  test.each([
    ['en', 'Packing slip', '1,250.5'],
    ['es', 'Albarán de entrega', '1250,5'],
    ['fr', 'Packing slip', '1,250.5'],
    [null, 'Packing slip', '1,250.5'],
  ])('in %s it begins with %s', async (language, title, quantity) => {
    const number = await issued(app(), 'packing-slip', { ...slip, language });
    const { texts } = await readPdf((await asPdf(app(), `/api/erp/packing-slips/${number}`)).bytes);
    expect(texts.join('').replaceAll(' ', '')).toContain(title.replaceAll(' ', ''));
    expect(texts.join('')).toContain(quantity);
  });

  test('a long one goes over pages, each of which says which it is', async () => {
    const lines = Array.from({ length: 120 }, (_, index) => ({ ...line, lineNumber: index + 1 }));
    const number = await issued(app(), 'packing-slip', { ...slip, lines });
    const { pages, texts } = await readPdf((await asPdf(app(), `/api/erp/packing-slips/${number}`)).bytes);
    expect(pages).toBeGreaterThan(5);
    const all = texts.join('').replaceAll(' ', '');
    for (const page of [1, pages]) expect(all).toContain(`Page${page}of${pages}`);
  });

  test('what takes more than one line covers nothing, and cartons on the next page have their heads again', async () => {
    const long = (what: string) => `${what}-0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789-0123456789`.slice(0, 64);
    const [carton] = slip.containers;
    const containers = Array.from({ length: 60 }, () => ({ ...carton, trackingNumber: long('TRACK') }));
    const lines = [{ ...line, orderNumber: long('ORDER'), item: long('ITEM') }];
    const number = await issued(app(), 'packing-slip', { ...slip, lines, containers, language: 'en' });
    const { pages, texts, placed } = await readPdf((await asPdf(app(), `/api/erp/packing-slips/${number}`)).bytes);
    expect(pages).toBeGreaterThan(2);
    expect(overlapping(placed)).toEqual([]);
    expect(texts.filter((text) => text === 'SSCC')).toHaveLength(pages);
  });

  test('the same version gives the same file; a receipt can be had on paper, other documents cannot', async () => {
    const number = await issued(app(), 'packing-slip', slip);
    const path = `/api/erp/packing-slips/${number}`;
    expect((await asPdf(app(), path)).bytes).toEqual((await asPdf(app(), path)).bytes);
    const { receivedQuantity, ...received } = { ...line, receivedQuantity: 7, shippedQuantity: undefined };
    const body = {
      ...slip,
      receivedOn: '2026-03-02',
      supplierPackingSlip: 'LS-7',
      lines: [{ ...received, receivedQuantity }],
    };
    const receipt = await issued(app(), 'shipment-receipt', body);
    const { texts } = await readPdf((await asPdf(app(), `/api/erp/shipment-receipts/${receipt}`)).bytes);
    expect(texts.join('').replaceAll(' ', '')).toContain('Goodsreceipt');
    const journal = await issued(app(), 'counting-journal', { quantityChannel: true, lines: [] });
    const { status } = (await asPdf(app(), `/api/erp/counting-journals/${journal}`)).answer;
    expect(status).toBe(406);
  });

  test('JSON is what comes unless paper is asked for; heads are answered alike; strangers see none', async () => {
    const number = await issued(app(), 'packing-slip', slip);
    const path = `/api/erp/packing-slips/${number}`;
    const plain = await app().call('GET', path, { as: erp });
    expect(plain.body).toMatchObject({ documentNumber: number, version: 1, active: true });
    expect(plain.body.madeAt).toBeUndefined();
    const headers = { authorization: `Bearer ${erp}`, accept: 'application/pdf' };
    const head = await app().http.request(path, { method: 'HEAD', headers });
    expect([head.status, head.headers.get('content-type'), (await head.arrayBuffer()).byteLength]).toEqual([
      ...[200, 'application/pdf', 0],
    ]);
    const wrong = await app().call('GET', path, { as: erp, headers: { accept: 'image/png' } });
    expect([wrong.status, wrong.body.code]).toEqual([406, 'request.not_acceptable']);
    expect((await asPdf(app(), '/api/erp/packing-slips/PS-99999999')).answer.status).toBe(404);
  });
});
