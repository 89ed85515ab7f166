import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerLan } from '../../api/bin/lan.ts';
import { lanCertificate } from '../../api/bin/lan-certificate.ts';

const folder = mkdtempSync(join(tmpdir(), 'tallyman-lan-'));
let ca: string;

beforeAll(async () => {
  const names = { hosts: ['localhost'], addresses: ['127.0.0.1'] };
  ca = (await lanCertificate(folder, names, new Date('2026-03-02T08:00:00Z'))).ca;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each<[accepted: string, heading: string]>([
  ['en-GB,en;q=0.9', 'Trust this Tallyman server'],
  ['de-AT', 'Diesem Tallyman-Server vertrauen'],
  ['fr,es;q=0.8,en;q=0.5', 'Confiar en este servidor de Tallyman'],
  ['fr', 'Trust this Tallyman server'],
])('a phone that speaks %s reads "%s"', async (accepted, heading) => {
  expect(await pageFor('192.168.1.20', accepted)).toContain(`<h1>${heading}</h1>`);
});

test('the page leads to the app on the host that the phone has called', async () => {
  expect(await pageFor('192.168.1.20')).toContain('href="https://192.168.1.20:8787/"');
});

test('the page shows the fingerprint to compare with the one in the terminal', async () => {
  expect(await pageFor('dock-pc.local')).toContain(new X509Certificate(ca).fingerprint256);
});

test('the certificate comes in the form that phones install', async () => {
  const answer = ask('http://192.168.1.20:8788/tallyman-ca.crt');
  expect(answer?.headers.get('content-type')).toBe('application/x-x509-ca-cert');
  const bytes = Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0));
  expect(new X509Certificate(bytes).fingerprint256).toBe(new X509Certificate(ca).fingerprint256);
});

test('it never gives a key away', async () => {
  const texts = await Promise.all(
    ['install-certificate', 'tallyman-ca.pem'].map((path) => ask(`http://a:1/${path}`)?.text()),
  );
  expect(texts.join('')).not.toContain('PRIVATE KEY');
  expect(ask('http://a:1/authority.key')).toBeNull();
});

function ask(url: string, language = 'en'): Response | null {
  return answerLan(new Request(url, { headers: { 'accept-language': language } }), { ca, httpsPort: 8787 });
}

async function pageFor(host: string, language?: string): Promise<string> {
  return (await ask(`http://${host}:8788/install-certificate`, language)?.text()) ?? '';
}
