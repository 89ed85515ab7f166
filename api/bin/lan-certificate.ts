import { createPrivateKey, X509Certificate } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../platform/make-folder.ts';
import { objectIdentifier } from './der.ts';
import type { LanNames } from './lan-addresses.ts';
import { makeAuthority, makeServer, type Pair, type Subject, subjectKeyIdentifier, type Validity } from './x509.ts';

/** All PEM. `ca` is the authority's certificate, which devices install; its key never leaves the folder. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  readonly ca: string;
}

const day = 86_400_000;
const authorityDays = 3650;
/**
 * With the day before it 397 days in all; clients refuse more than 398. Source: Baseline Requirements of the CA/Browser
 * Forum, 6.3.2.
 */
const serverDays = 396;
const renewalDays = 30;

/**
 * The certificate to serve HTTPS with on the local network, signed by an authority that lives in `folder` and is made
 * there the first time. The authority stays, so that a phone which has installed it once trusts every later
 * certificate; the server's own is made anew when the machine's addresses change or when it is about to expire.
 */
export function lanCertificate(folder: string, names: LanNames, now: Date): Certificate {
  makeFolder(folder, 0o700);
  chmodSync(folder, 0o700);
  const stored = readPair(folder, 'authority');
  const authority = stored && isUsable(stored, now) ? stored : writePair(folder, 'authority', newAuthority(names, now));
  const served = readPair(folder, 'server');
  const server =
    served && isUsable(served, now) && isSignedBy(served, authority) && isFor(served, names)
      ? served
      : writePair(folder, 'server', newServer(authority, names, now));
  return { ...server, ca: authority.cert };
}

/**
 * The certificate to change to while the server runs, or null where the one in use still serves: the last one that this
 * answered, else `first`. A new authority is not changed to, since phones trust the first: that takes a new start.
 */
export function renewedCertificate(folder: string, names: LanNames, first: Certificate, now: Date): Certificate | null {
  const before = readPair(folder, 'server')?.cert ?? first.cert;
  const authority = readPair(folder, 'authority');
  if (authority?.cert !== first.ca || !isUsable(authority, now)) return null;
  const current = lanCertificate(folder, names, now);
  return current.ca === first.ca && current.cert !== before ? current : null;
}

/** SHA-256 of a certificate, to compare by eye what a phone is about to trust. */
export function fingerprintOf(certificatePem: string): string {
  return new X509Certificate(certificatePem).fingerprint256;
}

function newAuthority(names: LanNames, now: Date): Pair {
  const commonName = `Tallyman on ${names.hosts[0] ?? 'localhost'}`.slice(0, longestName);
  return makeAuthority({ commonName, organization: 'Tallyman local network' }, validity(now, authorityDays));
}

/** Never valid for longer than the authority that vouches for it. */
function newServer(authority: Pair, names: LanNames, now: Date): Pair {
  const ca = new X509Certificate(authority.cert);
  const { from, to } = validity(now, serverDays);
  const within = { from, to: to < ca.validToDate ? to : ca.validToDate };
  const subject = { commonName: (names.hosts[0] ?? 'localhost').slice(0, longestName) };
  return makeServer(authority, issuerOf(ca), { ...names, subject }, within);
}

/** Names in certificates have 64 characters at most. Source: RFC 5280, appendix A.1, ub-common-name. */
const longestName = 64;

/** The authority's own name, as it was written when it was made: the machine may have another since. */
function issuerOf({ subject }: X509Certificate): Subject {
  const part = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(subject)?.[1];
  const organization = part('O');
  return { commonName: part('CN') ?? '', ...(organization !== undefined && { organization }) };
}

/** Begins a day early: phones' clocks are wrong by hours now and then. */
function validity(now: Date, days: number): Validity {
  return { from: new Date(now.getTime() - day), to: new Date(now.getTime() + days * day) };
}

function isUsable(pair: Pair, now: Date): boolean {
  const certificate = new X509Certificate(pair.cert);
  // Earlier versions left the key identifiers out, which strict clients refuse.
  return (
    namesItsKey(certificate) &&
    certificate.validFromDate <= now &&
    certificate.validToDate.getTime() - now.getTime() > renewalDays * day
  );
}

function namesItsKey({ raw }: X509Certificate): boolean {
  return raw.includes(objectIdentifier(subjectKeyIdentifier));
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
