import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Certificate, lanCertificate, renewedCertificate } from '../../api/bin/lan-certificate.ts';

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
  const made = lanCertificate(folder, office, monday);
  const server = new X509Certificate(made.cert);
  const authority = new X509Certificate(made.ca);
  expect(server.subjectAltName).toBe('DNS:dock-pc, DNS:localhost, IP Address:192.168.1.20, IP Address:127.0.0.1');
  expect(server.checkIssued(authority) && server.verify(authority.publicKey)).toBe(true);
  expect([authority.ca, server.ca]).toEqual([true, false]);
});

test('a phone with a clock a few hours slow accepts it, and none sees it valid longer than phones allow', async () => {
  const { validFromDate, validToDate } = new X509Certificate(lanCertificate(folder, office, monday).cert);
  expect(validFromDate.getTime()).toBeLessThan(days(-0.5).getTime());
  expect(validToDate.getTime() - validFromDate.getTime()).toBeLessThan(398 * 86_400_000);
});

test('each says which key it is of and which one signed it, as strict clients ask', () => {
  const made = lanCertificate(folder, office, monday);
  const [server, authority] = [extensionsOf(made.cert), extensionsOf(made.ca)];
  const keyOf = (extensions: Map<string, string>) => /^0414([0-9a-f]{40})$/.exec(extensions.get('551d0e') ?? '')?.[1];
  expect(keyOf(authority)).toBeDefined();
  expect(keyOf(server)).not.toBe(keyOf(authority));
  for (const signed of [server, authority]) expect(signed.get('551d23')).toBe(`30168014${keyOf(authority)}`);
  // May sign certificates and lists, but no other authority; may only prove that it holds its key, to whoever calls it.
  expect([authority.get('551d13'), authority.get('551d0f')]).toEqual(['30060101ff020100', '03020106']);
  expect([server.get('551d13'), server.get('551d0f')]).toEqual(['3000', '03020780']);
  expect(server.get('551d25')).toBe('300a06082b06010505070301');
});

test.each([
  ['192.168.1.20', 'its address'],
  ['127.0.0.1', 'itself'],
])('it may be called %s (%s), and by no address of another', (address) => {
  const server = new X509Certificate(lanCertificate(folder, office, monday).cert);
  expect([server.checkIP(address), server.checkIP('192.168.1.21')]).toEqual([address, undefined]);
  expect([server.checkHost('dock-pc'), server.checkHost('door-pc')]).toEqual(['dock-pc', undefined]);
});

test('no two have the same serial number, and none is negative or longer than 20 bytes', () => {
  const serials = [1, 2, 3].map((n) => {
    const own = lanCertificate(join(folder, String(n)), office, monday);
    return [own.cert, own.ca].map((certificate) => new X509Certificate(certificate).serialNumber);
  });
  expect(new Set(serials.flat()).size).toBe(6);
  for (const serial of serials.flat()) expect(serial).toMatch(/^[4-7][0-9A-F]{31}$/);
});

test('an authority outlives every certificate that it vouches for', () => {
  lanCertificate(folder, office, monday);
  const late = lanCertificate(folder, hall, days(3600));
  expect(new X509Certificate(late.cert).validTo).toBe(new X509Certificate(late.ca).validTo);
});

test('one that an earlier version made without naming its key is made anew', () => {
  writeFileSync(join(folder, 'authority.key'), older.key);
  writeFileSync(join(folder, 'authority.crt'), older.cert);
  const made = lanCertificate(folder, office, monday);
  expect(made.ca).not.toBe(older.cert);
  expect(extensionsOf(made.ca).has('551d0e')).toBe(true);
});

test('a machine that is called otherwise since is vouched for by the same authority', () => {
  const before = lanCertificate(folder, office, monday);
  const after = lanCertificate(folder, { ...office, hosts: ['new-name', 'localhost'] }, days(1));
  expect(after.ca).toBe(before.ca);
  const [server, authority] = [new X509Certificate(after.cert), new X509Certificate(after.ca)];
  expect([server.issuer, server.checkIssued(authority)]).toEqual([authority.subject, true]);
});

test('while the server runs, it is renewed when the addresses change or it is about to expire, and only then', () => {
  const first = lanCertificate(folder, office, monday);
  expect(renewedCertificate(folder, office, first, days(1))).toBe(null);
  const moved = renewedCertificate(folder, hall, first, days(2));
  expect([moved?.ca, new X509Certificate(moved?.cert ?? '').checkIP('10.0.0.7')]).toEqual([first.ca, '10.0.0.7']);
  expect(renewedCertificate(folder, hall, first, days(3))).toBe(null);
  expect(renewedCertificate(folder, hall, first, days(380))?.ca).toBe(first.ca);
  expect(renewedCertificate(folder, hall, first, days(3640))).toBe(null);
});

test('nobody else on the machine can read the keys', async () => {
  lanCertificate(folder, office, monday);
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
  const before = lanCertificate(folder, office, monday);
  const after = lanCertificate(folder, names, at);
  expect(changes(before, after)).toEqual({ server, authority });
});

test('a key that does not fit its certificate, as after a crash, is made anew under the same authority', async () => {
  const before = lanCertificate(folder, office, monday);
  const other = lanCertificate(mkdtempSync(join(folder, 'other-')), office, monday);
  writeFileSync(join(folder, 'server.key'), other.key);
  const after = lanCertificate(folder, office, monday);
  expect(changes(before, after)).toEqual({ server: 'new', authority: 'kept' });
});

/** What a certificate's extensions hold, in hexadecimal, by the identifier of each (RFC 5280, 4.1). */
function extensionsOf(pem: string): Map<string, string> {
  const [certificate] = valuesIn(new X509Certificate(pem).raw);
  const [toBeSigned] = valuesIn(certificate?.content);
  const [extensions] = valuesIn(valuesIn(toBeSigned?.content).at(-1)?.content);
  return new Map(
    valuesIn(extensions?.content).map(({ content }) => {
      const parts = valuesIn(content);
      return [parts[0]?.content.toString('hex') ?? '', parts.at(-1)?.content.toString('hex') ?? ''];
    }),
  );
}

/** The values that stand one after the other in bytes of DER. */
function valuesIn(bytes: Buffer = Buffer.alloc(0)): { readonly content: Buffer }[] {
  const values: { content: Buffer }[] = [];
  for (let at = 0; at < bytes.length; ) {
    const short = bytes[at + 1] ?? 0;
    const more = short < 0x80 ? 0 : short & 0x7f;
    const length = more === 0 ? short : bytes.readUIntBE(at + 2, more);
    const start = at + 2 + more;
    values.push({ content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return values;
}

function changes(before: Certificate, after: Certificate): { server: string; authority: string } {
  return {
    server: before.cert === after.cert ? 'kept' : 'new',
    authority: before.ca === after.ca ? 'kept' : 'new',
  };
}

/** Made for this test alone; the key has never vouched for anything. */
const older = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgtTFuS5CPClmJNoq0
mTt2cZS2j/9D53n5i+8Dm5L6QVWhRANCAASJLI3yzfPVdHnHGcJabTqncc2IZZSm
czsF8ZxSW3qilIToYyXy5OjkzvmOe9D3EPj+WI0MNVe+qYbirYul8xcU
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIJNygHZhOTfkPdMAoGCCqGSM49BAMCMD8xHDAaBgNVBAMT
E1RhbGx5bWFuIG9uIGRvY2stcGMxHzAdBgNVBAoTFlRhbGx5bWFuIGxvY2FsIG5l
dHdvcmswHhcNMjYwMzAxMDgwMDAwWhcNMzYwMjI4MDgwMDAwWjA/MRwwGgYDVQQD
ExNUYWxseW1hbiBvbiBkb2NrLXBjMR8wHQYDVQQKExZUYWxseW1hbiBsb2NhbCBu
ZXR3b3JrMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEiSyN8s3z1XR5xxnCWm06
p3HNiGWUpnM7BfGcUlt6opSE6GMl8uTo5M75jnvQ9xD4/liNDDVXvqmG4q2LpfMX
FKMmMCQwEgYDVR0TAQH/BAgwBgEB/wIBADAOBgNVHQ8BAf8EBAMCAQYwCgYIKoZI
zj0EAwIDRwAwRAIgK9yaupWvruK+lqb+umyETlTqCzneHl+l1kBaEyQl2NwCIAeJ
DevDWzOw37WPBObMNZhUifWtyw5LA3vYsn+wOD6W
-----END CERTIFICATE-----
`,
};
