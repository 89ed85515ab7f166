import { beforeAll, expect, test } from 'vitest';
import type { ImportRow } from '#shared/sites/import.ts';
import { type Administrator, atConsole, faultsIn } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';

const west = '/api/admin/warehouses/WEST/locations';
const csv = { 'content-type': 'text/csv' };

onBothDatabases('imports of locations', (app) => {
  let ada: Administrator;
  beforeAll(async () => {
    ada = await atConsole(app(), 'A-3001');
  });

  async function codes(): Promise<string[]> {
    return (await ada.get(west)).body.items.map(({ code }: { code: string }) => code);
  }

  const outcomes = (rows: readonly ImportRow[]) => rows.map(({ row, code, outcome }) => `${row} ${code} ${outcome}`);

  test('3 bad rows of 5,000: each is told with its place, and nothing is changed', async () => {
    const before = await codes();
    const rows = Array.from({ length: 5000 }, (_, index) => ({
      code: `N-${index}`,
      type: 'storage',
      sequence: 1000 + index,
    }));
    const locations: object[] = [...rows];
    locations[7] = { code: 'N-7', type: 'shelf' };
    locations[2500] = { ...rows[2500], code: 'N-1' };
    locations[4999] = { ...rows[4999], capacity: { plates: -1 }, fixedItem: 12 };
    const refused = await ada.post(west, { locations });
    expect([refused.status, refused.body.code, refused.body.params]).toEqual([
      422,
      'import.refused',
      { refused: 3, rows: 5000 },
    ]);
    expect(faultsIn(refused)).toEqual([
      '/locations/7/type request.not_allowed',
      '/locations/2500/code request.repeated',
      '/locations/4999/capacity/plates request.too_small',
      '/locations/4999/fixedItem request.wrong_type',
    ]);
    expect(refused.body.errors[0].value).toBe('shelf');
    expect(await codes()).toEqual(before);
    const mended = await ada.post(west, { locations: rows });
    expect([mended.status, mended.body.created, mended.body.applied]).toEqual([200, 5000, true]);
    expect((await codes()).length).toBe(before.length + 5000);
  }, 30_000);

  test('a dry run says of each row what would become of it, and changes nothing', async () => {
    const before = await codes();
    const { status, body } = await ada.post(`${west}?dryRun=true`, [
      { code: 'DOCK-01', zone: 'GATE' },
      { code: 'DOCK-02' },
      { code: 'Q-1', type: 'storage' },
      { code: 'Q-2' },
    ]);
    expect(status).toBe(200);
    expect(outcomes(body.rows)).toEqual(['1 DOCK-01 changed', '2 DOCK-02 unchanged', '3 Q-1 created', '4 Q-2 refused']);
    expect(body).toMatchObject({ dryRun: true, applied: false, created: 1, changed: 1, unchanged: 1, refused: 1 });
    expect(body.rows[3].errors).toMatchObject([{ pointer: '/3/type', code: 'request.missing' }]);
    expect(await codes()).toEqual(before);
  });

  test('a file of a spreadsheet is read by its headings, whatever stands between the cells', async () => {
    const heading = 'code;type;zone;capacityPlates;mixingItems;allowedStatuses;allowNegativeStock';
    const file = `\uFEFF${heading}\r\n"R-1";storage;Kühl;4;no;available|quality;yes\r\nR-2;pick;;;yes;;\r\n`;
    const { status, body } = await ada.post(west, file, csv);
    expect([status, outcomes(body.rows)]).toEqual([200, ['1 R-1 created', '2 R-2 created']]);
    expect((await ada.get(`${west}/R-1`)).body).toMatchObject({
      ...{ zone: 'Kühl', capacity: { plates: 4 }, mixing: { items: false }, allowedStatuses: ['available', 'quality'] },
    });
    expect((await ada.get(`${west}/R-1`)).body.allowNegativeStock).toBe(true);
    expect((await ada.get(`${west}/R-2`)).body).toMatchObject({
      ...{
        zone: 'R',
        capacity: { plates: null },
        mixing: { items: true },
        allowedStatuses: null,
        allowNegativeStock: false,
      },
    });
  });

  test('a column that is not there leaves what is, an empty cell takes what is usual', async () => {
    await ada.post(west, 'code,type,zone,capacityPlates,checkDigit\nS-1,storage,COLD,4,77\n', csv);
    await ada.post(west, 'code,capacityPlates\nS-1,\n', csv);
    const { body } = await ada.get(`${west}/S-1`);
    expect(body).toMatchObject({ zone: 'COLD', capacity: { plates: null }, checkDigit: '77' });
  });

  test('what is exported can be imported as it is, and changes nothing', async () => {
    await ada.make(`${west}/T-1`, { type: 'storage', zone: 'a, "b"', onlyCategories: ['=1+1', 'flour'] });
    const { body, headers } = await app().call('GET', west, { as: ada.token, headers: { accept: 'text/csv' } });
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const again = (await ada.post(west, body, csv)).body;
    expect([again.created, again.changed, again.refused]).toEqual([0, 0, 0]);
  });

  test.each<[what: string, file: string, status: number, faults: string[]]>([
    ['a column nobody knows', 'code,colour\nU-1,red\n', 422, [' import.column_unknown']],
    ['a column twice', 'code,zone,zone\nU-1,a,b\n', 422, [' import.column_repeated']],
    ['no code', 'type\nstorage\n', 422, [' import.column_missing']],
    ['too many cells', 'code,type\nU-1,storage,5\n', 422, ['/0 import.cells']],
    ['a number with letters', 'code,type,sequence\nU-1,storage,1e3\n', 422, ['/0/sequence request.wrong_type']],
    ['neither yes nor no', 'code,type,active\nU-1,storage,maybe\n', 422, ['/0/active request.wrong_type']],
    ['an open quotation', 'code,type\n"U-1,storage\n', 400, []],
    ['nothing in it', '', 422, [' import.column_missing']],
  ])('a file with %s is refused', async (_, file, status, faults) => {
    const refused = await ada.post(west, file, csv);
    expect([refused.status, faultsIn(refused)]).toEqual([status, faults]);
    expect((await ada.get(`${west}/U-1`)).status).toBe(404);
  });

  test.each<[what: string, body: unknown, headers: Record<string, string>, answer: string]>([
    ['neither a list nor a file', { rows: [] }, {}, '422 request.invalid'],
    ['another kind of file', '<xml/>', { 'content-type': 'text/xml' }, '415 request.content_type'],
    ['more rows than fit', Array(20_001).fill({}), {}, '413 import.too_many'],
  ])('%s is refused', async (_, body, headers, answer) => {
    const refused = await ada.post(west, body, headers);
    expect(`${refused.status} ${refused.body.code}`).toBe(answer);
  });

  test('every location that was changed is in the audit log, with what it was', async () => {
    await ada.post(west, [{ code: 'V-1', type: 'storage' }]);
    await ada.post(west, [{ code: 'V-1', zone: 'NEW' }, { code: 'DOCK-02' }]);
    expect(await ada.audit('location/WEST/V-1', 2)).toMatchObject([
      { action: 'location.made', before: null },
      { action: 'location.changed', before: { zone: 'V' }, after: { zone: 'NEW' } },
    ]);
  });
});
