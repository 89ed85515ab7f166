import { createPrivateKey, X509Certificate } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanNames } from './lan-addresses.ts';

/** All PEM. `ca` is the authority's certificate, which devices install; its key never leaves the folder. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  readonly ca: string;
}

interface Pair {
  readonly key: string;
  readonly cert: string;
}

const day = 86_400_000;
const authorityDays = 3650;
/** Phones refuse certificates that are valid much longer. Source: Apple's requirements for trusted certificates, iOS 13. */
const serverDays = 397;
const renewalDays = 30;

/**
 * The certificate to serve HTTPS with on the local network, signed by an authority that lives in `folder` and is made
 * there the first time. The authority stays, so that a phone which has installed it once trusts every later
 * certificate; the server's own is made anew when the machine's addresses change or when it is about to expire.
 */
export async function lanCertificate(folder: string, names: LanNames, now: Date): Promise<Certificate> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const stored = readPair(folder, 'authority');
  const authority =
    stored && isUsable(stored, now) ? stored : writePair(folder, 'authority', await makeAuthority(names, now));
  const served = readPair(folder, 'server');
  const server =
    served && isUsable(served, now) && isSignedBy(served, authority) && isFor(served, names)
      ? served
      : writePair(folder, 'server', await makeServer(authority, names, now));
  return { ...server, ca: authority.cert };
}

/** SHA-256 of a certificate, to compare by eye what a phone is about to trust. */
export function fingerprintOf(certificatePem: string): string {
  return new X509Certificate(certificatePem).fingerprint256;
}

async function makeAuthority(names: LanNames, now: Date): Promise<Pair> {
  const { generate } = await import('selfsigned');
  const made = await generate(
    [
      { name: 'commonName', value: `Tallyman on ${names.hosts[0] ?? 'localhost'}` },
      { name: 'organizationName', value: 'Tallyman local network' },
    ],
    {
      ...strength,
      ...validity(now, authorityDays),
      extensions: [
        { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    },
  );
  return { key: made.private, cert: made.cert };
}

async function makeServer(authority: Pair, names: LanNames, now: Date): Promise<Pair> {
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: names.hosts[0] ?? 'localhost' }], {
    ...strength,
    ...validity(now, serverDays),
    ca: authority,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...names.hosts.map((value) => ({ type: 2 as const, value })),
          ...names.addresses.map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}

const strength = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;

/** Begins a day early: phones' clocks are wrong by hours now and then. */
function validity(now: Date, days: number): { notBeforeDate: Date; notAfterDate: Date } {
  return { notBeforeDate: new Date(now.getTime() - day), notAfterDate: new Date(now.getTime() + days * day) };
}

function isUsable(pair: Pair, now: Date): boolean {
  const certificate = new X509Certificate(pair.cert);
  return certificate.validFromDate <= now && certificate.validToDate.getTime() - now.getTime() > renewalDays * day;
}

function isSignedBy(pair: Pair, authority: Pair): boolean {
  return new X509Certificate(pair.cert).verify(new X509Certificate(authority.cert).publicKey);
}

function isFor(pair: Pair, names: LanNames): boolean {
  const wanted = [...names.hosts.map((name) => `DNS:${name}`), ...names.addresses.map((ip) => `IP Address:${ip}`)];
  const named = new X509Certificate(pair.cert).subjectAltName?.split(', ') ?? [];
  return wanted.length === named.length && wanted.every((name) => named.includes(name));
}

/** Null when there is none, or when key and certificate do not belong together, as after a crash between two writes. */
function readPair(folder: string, name: string): Pair | null {
  try {
    const pair = {
      key: readFileSync(join(folder, `${name}.key`), 'utf8'),
      cert: readFileSync(join(folder, `${name}.crt`), 'utf8'),
    };
    return new X509Certificate(pair.cert).checkPrivateKey(createPrivateKey(pair.key)) ? pair : null;
  } catch {
    return null;
  }
}

/** Only its owner may read the key, from the first byte on. */
function writePair(folder: string, name: string, pair: Pair): Pair {
  for (const [ending, text] of [
    ['key', pair.key],
    ['crt', pair.cert],
  ] as const) {
    const file = join(folder, `${name}.${ending}`);
    writeFileSync(`${file}.new`, text, { mode: ending === 'key' ? 0o600 : 0o644 });
    renameSync(`${file}.new`, file);
  }
  return pair;
}
