import { beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { readPdf } from '../support/read-pdf.ts';

const consignee = {
  name: 'Bäckerei ^Łódź~',
  address: { street: 'Main_St 1', zipCode: '10115', city: 'Berlin', country: 'DE' },
};

onBothDatabases('what is stuck onto a carton', (app) => {
  let office: Device;
  let carton: string;
  let shipment: string;

  async function applied(type: string, body: object) {
    const result = await office.do(type, body);
    expect([type, result.outcome, result.problem]).toEqual([type, 'applied', null]);
    return result.result;
  }

  async function asked(what: 'label' | 'content-list', accept: string, number = carton, token = office.token) {
    const headers = { authorization: `Bearer ${token}`, accept };
    return app().http.request(`/api/device/cartons/${number}/${what}`, { headers });
  }

  beforeAll(async () => {
    office = await Device.signIn(app(), 'S-2001');
    const more = { consignee, carrier: 'DHL', language: 'de' };
    await new Erp(app()).sent(itemMessage('LBL-1'), shipMessage('lbl-1', 'SO-LBL', [[1, 'LBL-1', 6]], more));
    const stock = { location: 'A-06-01-1', item: 'LBL-1', quantity: 6, unit: 'pcs', reason: 'found' };
    await applied('inventory.adjust', stock);
    const [work] = (await applied('waves.release', { orders: ['SO-LBL'] })).work;
    const pick = { work: work.work, line: 1, location: 'A-06-01-1', item: 'LBL-1', unit: 'pcs', quantity: 6 };
    await applied('picking.pick', pick);
    await applied('picking.put', { work: work.work, location: 'PACK-01' });
    shipment = work.shipment;
    ({ carton } = await applied('packing.open_carton', { shipment, cartonType: 'BOX-M' }));
    await applied('packing.pack', { carton, item: 'LBL-1', unit: 'pcs', quantity: 6 });
    await applied('packing.close_carton', { carton, weight: 4.25, trackingNumber: 'TR-77' });
  });

  test('as a PDF its SSCC is read as GS1-128, and it says from, to, order, carrier, weight and which of how many', async () => {
    const answer = await asked('label', 'application/pdf');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const { pages, texts, barcodes } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    const [sscc, returnNumber, ...others] = barcodes;
    expect([pages, others]).toEqual([1, []]);
    expect(sscc).toMatchObject({ text: `00${carton}`, symbology: ']C1' });
    expect(sscc?.module).toBeGreaterThanOrEqual(0.494);
    expect(sscc?.height).toBeGreaterThanOrEqual(31.9);
    // Whoever takes the goods back scans it.
    expect(returnNumber).toMatchObject({ text: `RET-${shipment}`, symbology: ']C0' });
    const all = texts.join(' ').replaceAll(/\s+/g, ' ');
    const to = ['Bäckerei ^Łódź~', 'Main_St 1', '10115 Berlin', 'Deutschland'];
    const facts = ['SO-LBL', 'DHL', '4,25 kg', 'TR-77', 'BOX-M 1 / 1', `(00)${carton}`];
    for (const told of ['East', ...to, ...facts]) expect(all).toContain(told);
  });

  test.each([
    ['application/zpl', 'application/zpl'],
    ['text/plain', 'text/plain'],
    ['*/*', 'application/zpl'],
  ])('for a label printer (%s) it is ZPL with the same barcode', async (accept, type) => {
    const answer = await asked('label', accept);
    expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    const zpl = await answer.text();
    expect(zpl).toMatch(/^\^XA\n\^CI28\n\^PW812\n\^LL1218\n[\s\S]*\^XZ\n$/);
    expect(zpl).toContain(`^BCN,256,N,N,N,N^FH_^FD>;>800${carton}^FS`);
    expect(zpl).toContain('Bäckerei _5EŁódź_7E^FS');
    expect(zpl).toContain('Main_5FSt 1^FS');
  });

  test('the list of contents says what is in it: as data, as ZPL and as PDF', async () => {
    expect(await (await asked('content-list', 'application/json')).json()).toEqual({
      ...{ carton, shipment, orders: ['SO-LBL'] },
      items: [{ item: 'LBL-1', description: expect.any(String), quantity: 6, unit: 'pcs', lot: null, serials: [] }],
    });
    const zpl = await (await asked('content-list', 'application/zpl')).text();
    expect(zpl).toMatch(/\^FDLBL-1\^FS[\s\S]*\^FD6 pcs\^FS/);
    const paper = new Uint8Array(await (await asked('content-list', 'application/pdf')).arrayBuffer());
    expect((await readPdf(paper)).texts.join(' ')).toContain('Packstückinhalt');
  });

  test('it stays what it was after the carton left', async () => {
    const before = await (await asked('content-list', 'application/json')).json();
    await applied('shipping.confirm', { shipment });
    expect(await (await asked('content-list', 'application/json')).json()).toEqual(before);
  });

  test('other forms, other cartons and other people get none', async () => {
    expect((await asked('label', 'image/png')).status).toBe(406);
    expect((await asked('label', 'application/pdf', '095212340000000006')).status).toBe(404);
    expect((await asked('label', 'application/pdf', carton, 'demo-erp-key')).status).toBe(403);
  });
});
