import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { atConsole } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';

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
