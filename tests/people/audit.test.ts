import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { atConsole } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { haveItems } from '../support/orders.ts';
import { rawSql } from '../support/raw-sql.ts';

interface Row {
  readonly position: number;
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly commandId: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

onBothDatabases('the audit log', (app) => {
  test('is a feed whose links anybody can check', async () => {
    const ada = await atConsole(app(), 'A-3001');
    for (const name of ['North', 'Nord', 'Norte']) {
      const etag = (await ada.get('/api/admin/warehouses/NORTH')).headers.get('etag');
      const body = { name, timeZone: 'Europe/Oslo' };
      if (etag === null) await ada.make('/api/admin/warehouses/NORTH', body);
      else await ada.change('/api/admin/warehouses/NORTH', body, etag);
    }
    await ada.audit('warehouse/NORTH', 3);
    const page = await ada.get('/api/admin/audit?after=0&limit=2');
    expect(page.headers.get('etag')).not.toBeNull();
    expect(page.body).toMatchObject({ hasMore: true, items: [{ action: 'warehouse.made' }, {}] });
    const rest = await ada.get(`/api/admin/audit?after=${page.body.next}`);
    const rows: Row[] = [...page.body.items, ...rest.body.items];
    expect(rows.map(({ after }) => (after as { name: string }).name)).toEqual(['North', 'Nord', 'Norte']);
    for (const row of rows) expect(hash('sha256', `${row.previousHash}\n${textOf(row)}`)).toBe(row.hash);
    for (const [index, row] of rows.slice(1).entries()) expect(row.previousHash).toBe(rows[index]?.hash);
  });

  test('links its rows to each other, whatever moves between them, and to those that a filter leaves out', async () => {
    const ada = await atConsole(app(), 'A-3001');
    await haveItems(app(), [{ number: 'AUDITED' }]);
    const supervisor = await Device.signIn(app(), 'S-2001');
    const found = { location: 'A-01-01-1', item: 'AUDITED', quantity: 1, unit: 'pcs', reason: 'found' };
    for (const [index, name] of ['WALK', 'RUN', 'WALK'].entries()) {
      const body = { name: `${name} ${index}`, timeZone: 'Europe/Oslo' };
      const etag = (await ada.get(`/api/admin/warehouses/${name}`)).headers.get('etag');
      if (etag === null) await ada.make(`/api/admin/warehouses/${name}`, body);
      else await ada.change(`/api/admin/warehouses/${name}`, body, etag);
      expect((await supervisor.do('inventory.adjust', found)).outcome).toBe('applied');
    }
    await ada.audit('warehouse/WALK', 2);
    const rows: Row[] = (await ada.get('/api/admin/audit?after=0&limit=1000')).body.items;
    expect(rows[0]?.previousHash).toBe('0'.repeat(64));
    for (const [index, row] of rows.slice(1).entries()) expect(row.previousHash).toBe(rows[index]?.hash);
    const walked: Row[] = (await ada.get('/api/admin/audit?after=0&subject=warehouse/WALK')).body.items;
    expect(walked).toEqual(rows.filter(({ subject }) => subject === 'warehouse/WALK'));
    expect(walked).toHaveLength(2);
    expect(await wrongIn(app())).toEqual([]);
    await rawSql(app(), `update audit set link = '0' where id = '${rows[1]?.id}'`);
    const wrong = (await wrongIn(app())).map(({ row }) => row);
    expect(wrong).toEqual([`audit ${rows[1]?.id}`, `audit ${rows[2]?.id}`]);
    await rawSql(app(), `update audit set link = '${rows[1]?.hash}' where id = '${rows[1]?.id}'`);
  });

  test('can be read from its end, and about one thing', async () => {
    const ada = await atConsole(app(), 'A-3001');
    await ada.make('/api/admin/warehouses/SOUTH', { timeZone: 'Europe/Rome' });
    await ada.audit('warehouse/SOUTH', 1);
    const newest = (await ada.get('/api/console/audit?limit=1')).body;
    expect(newest.items).toMatchObject([{ subject: 'warehouse/SOUTH' }]);
    const older = (await ada.get(`/api/console/audit?before=${newest.next}&search=NORTH`)).body;
    expect(older.items.map(({ subject }: Row) => subject)).toEqual(Array(3).fill('warehouse/NORTH'));
    expect((await ada.get('/api/console/audit?search=%25')).body.items).toEqual([]);
  });

  test('is read by who administers all warehouses', async () => {
    const ada = await atConsole(app(), 'A-3001');
    await ada.make('/api/admin/people/L-2', {
      name: 'Lena',
      roles: { EAST: 'administrator' },
      password: 'only the east',
    });
    const lena = await atConsole(app(), 'L-2', 'only the east');
    const sven = await atConsole(app(), 'S-2001');
    for (const other of [lena, sven]) {
      expect((await other.get('/api/admin/audit')).status).toBe(403);
      expect((await other.get('/api/console/audit')).status).toBe(403);
    }
  });
});

/** A row as its link was made of it. */
function textOf(row: Row): string {
  const text = (value: unknown) => (value === null ? null : JSON.stringify(value));
  const { id, at, actor, action, subject, before, after, commandId } = row;
  return JSON.stringify([id, Date.parse(at), actor, action, subject, text(before), text(after), commandId]);
}
