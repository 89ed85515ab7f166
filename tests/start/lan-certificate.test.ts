import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Certificate, lanCertificate } from '../../api/bin/lan-certificate.ts';

const office = { hosts: ['dock-pc', 'localhost'], addresses: ['192.168.1.20', '127.0.0.1'] };
const hall = { hosts: ['dock-pc', 'localhost'], addresses: ['10.0.0.7', '127.0.0.1'] };
const monday = new Date('2026-03-02T08:00:00Z');
const days = (count: number) => new Date(monday.getTime() + count * 86_400_000);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallyman-lan-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the certificate names every address and is signed by an authority of its own', async () => {
  const made = await lanCertificate(folder, office, monday);
  const server = new X509Certificate(made.cert);
  const authority = new X509Certificate(made.ca);
  expect(server.subjectAltName).toBe('DNS:dock-pc, DNS:localhost, IP Address:192.168.1.20, IP Address:127.0.0.1');
  expect(server.checkIssued(authority) && server.verify(authority.publicKey)).toBe(true);
  expect([authority.ca, server.ca]).toEqual([true, false]);
});

test('a phone with a clock a few hours slow accepts it, and none sees it valid longer than phones allow', async () => {
  const { validFromDate, validToDate } = new X509Certificate((await lanCertificate(folder, office, monday)).cert);
  expect(validFromDate.getTime()).toBeLessThan(days(-0.5).getTime());
  expect(validToDate.getTime()).toBeLessThan(days(398).getTime());
});

test('nobody else on the machine can read the keys', async () => {
  await lanCertificate(folder, office, monday);
  const keys = readdirSync(folder).filter((name) => name.endsWith('.key'));
  expect(keys.sort()).toEqual(['authority.key', 'server.key']);
  expect(keys.map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test.each<[what: string, names: typeof office, at: Date, server: 'kept' | 'new', authority: 'kept' | 'new']>([
  ['the next start', office, days(1), 'kept', 'kept'],
  ['another network', hall, days(1), 'new', 'kept'],
  ['a month before it expires', office, days(380), 'new', 'kept'],
  ['a month before the authority expires', office, days(3630), 'new', 'new'],
])('%s: the certificate is %4$s', async (_, names, at, server, authority) => {
  const before = await lanCertificate(folder, office, monday);
  const after = await lanCertificate(folder, names, at);
  expect(changes(before, after)).toEqual({ server, authority });
});

test('a key that does not fit its certificate, as after a crash, is made anew under the same authority', async () => {
  const before = await lanCertificate(folder, office, monday);
  const other = await lanCertificate(mkdtempSync(join(folder, 'other-')), office, monday);
  writeFileSync(join(folder, 'server.key'), other.key);
  const after = await lanCertificate(folder, office, monday);
  expect(changes(before, after)).toEqual({ server: 'new', authority: 'kept' });
});

function changes(before: Certificate, after: Certificate): { server: string; authority: string } {
  return {
    server: before.cert === after.cert ? 'kept' : 'new',
    authority: before.ca === after.ca ? 'kept' : 'new',
  };
}
