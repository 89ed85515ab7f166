/**
 * Certificates as RFC 5280 profiles them, in the strict reading: each says which key it is of, and which key signed it.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, randomBytes, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';
import {
  bitString,
  boolean,
  explicit,
  implicit,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  set,
  time,
  utf8String,
} from './der.ts';

/** A certificate and its private key, as PEM. */
export interface Pair {
  readonly key: string;
  readonly cert: string;
}

export interface Subject {
  readonly commonName: string;
  readonly organization?: string;
}

export interface Validity {
  readonly from: Date;
  readonly to: Date;
}

/** An authority that signs servers' certificates itself, and no other authority's. */
export function makeAuthority(subject: Subject, validity: Validity): Pair {
  const key = newKey();
  const name = nameOf(subject);
  const extensions = [
    extension(ids.basicConstraints, sequence(boolean(true), integer(Buffer.of(0))), 'critical'),
    extension(ids.keyUsage, bitString(Buffer.of(0b0000_0110), 1), 'critical'),
    extension(ids.subjectKeyIdentifier, octetString(key.identifier)),
    extension(ids.authorityKeyIdentifier, sequence(implicit(0, key.identifier))),
  ];
  return { key: key.pem, cert: certificate({ key, name, issuer: name, validity, extensions, signedWith: key.pem }) };
}

/** The certificate of a server that is called by these host names and IPv4 addresses. */
export function makeServer(
  authority: Pair,
  issuer: Subject,
  server: { readonly subject: Subject; readonly hosts: readonly string[]; readonly addresses: readonly string[] },
  validity: Validity,
): Pair {
  const key = newKey();
  const names = [
    ...server.hosts.map((host) => implicit(2, Buffer.from(host, 'ascii'))),
    ...server.addresses.filter(isIPv4).map((ip) => implicit(7, Buffer.from(ip.split('.').map(Number)))),
  ];
  const extensions = [
    extension(ids.basicConstraints, sequence(), 'critical'),
    extension(ids.keyUsage, bitString(Buffer.of(0b1000_0000), 7), 'critical'),
    extension(ids.extendedKeyUsage, sequence(objectIdentifier(ids.serverAuth))),
    extension(ids.subjectKeyIdentifier, octetString(key.identifier)),
    extension(ids.authorityKeyIdentifier, sequence(implicit(0, keyOf(authority.key).identifier))),
    extension(ids.subjectAltName, sequence(...names)),
  ];
  const parts = { key, name: nameOf(server.subject), issuer: nameOf(issuer), validity, extensions };
  return { key: key.pem, cert: certificate({ ...parts, signedWith: authority.key }) };
}

/** Where a certificate says which key it is of. */
export const subjectKeyIdentifier = '2.5.29.14';

const ids = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  commonName: '2.5.4.3',
  organizationName: '2.5.4.10',
  subjectKeyIdentifier,
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
} as const;

interface Key {
  readonly pem: string;
  /** SubjectPublicKeyInfo. */
  readonly publicInfo: Buffer;
  /** The first 160 bits of its SHA-256 (RFC 7093, 2, method 1). */
  readonly identifier: Buffer;
}

function newKey(): Key {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return keyOf(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

function keyOf(pem: string): Key {
  const publicKey = createPublicKey(createPrivateKey(pem));
  const publicInfo = publicKey.export({ type: 'spki', format: 'der' });
  // An uncompressed point of P-256 is the last 65 bytes: the content of the bit string.
  const identifier = hash('sha256', publicInfo.subarray(-65), 'buffer').subarray(0, 20);
  return { pem, publicInfo, identifier };
}

function certificate(parts: {
  readonly key: Key;
  readonly name: Buffer;
  readonly issuer: Buffer;
  readonly validity: Validity;
  readonly extensions: readonly Buffer[];
  readonly signedWith: string;
}): string {
  const algorithm = sequence(objectIdentifier(ids.ecdsaWithSha256));
  const version3 = explicit(0, integer(Buffer.of(2)));
  const toBeSigned = sequence(
    version3,
    serialNumber(),
    algorithm,
    parts.issuer,
    sequence(time(parts.validity.from), time(parts.validity.to)),
    parts.name,
    parts.key.publicInfo,
    explicit(3, sequence(...parts.extensions)),
  );
  const signature = sign('sha256', toBeSigned, parts.signedWith);
  return pem(sequence(toBeSigned, algorithm, bitString(signature)));
}

/** Nobody can guess it, and no two are alike: 127 random bits (RFC 5280 allows 159). */
function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return integer(bytes);
}

function nameOf({ commonName, organization }: Subject): Buffer {
  const part = (id: string, text: string) => set(sequence(objectIdentifier(id), utf8String(text)));
  const parts = organization === undefined ? [] : [part(ids.organizationName, organization)];
  return sequence(...parts, part(ids.commonName, commonName));
}

function extension(id: string, value: Buffer, critical?: 'critical'): Buffer {
  return sequence(objectIdentifier(id), ...(critical ? [boolean(true)] : []), octetString(value));
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
