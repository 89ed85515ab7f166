import { renderUnicodeCompact } from 'uqr';
import { demoKeys, demoPeople } from '../demo/sites.ts';

export interface BannerFacts {
  readonly mode: string;
  readonly databaseUrl: string;
  /** Where the app answers on this machine. */
  readonly url: string;
  /** On the local network: null when only this machine can reach the server. */
  readonly lan: {
    readonly appUrls: readonly string[];
    readonly installUrl: string;
    readonly fingerprint: string;
  } | null;
  /** A terminal that shows colours: there the QR code is always dark on light, whatever its colours. */
  readonly colours: boolean;
}

/** What the person who started the server reads: where it is, who can sign in, and how a phone gets in. */
export function banner(facts: BannerFacts): string {
  const parts = [
    `Tallyman is running in ${facts.mode} mode. Data: ${withoutPassword(facts.databaseUrl)}`,
    addresses(facts),
    ...(facts.mode === 'demo' ? [people(), keys()] : []),
    phone(facts),
    'Stop it with Ctrl+C.',
  ];
  return `\n${parts.join('\n\n')}\n`;
}

function addresses({ url, mode }: BannerFacts): string {
  return table([
    ['App', url],
    ['Console', new URL('/console', url).href],
    ...(mode === 'demo'
      ? [['Barcodes', new URL('/demo', url).href, 'badges, locations, items, orders: print or click them']]
      : []),
    ['API', new URL('/api/docs', url).href],
  ]);
}

function people(): string {
  return table([['Badge', 'PIN', 'Role'], ...demoPeople.map(({ badge, pin, role }) => [badge, pin, role])]);
}

function keys(): string {
  const rows = demoKeys.map(({ key, sourceSystem, scopes }) => [
    key,
    `${scopes.join(', ')}${sourceSystem ? ` (source system ${sourceSystem})` : ''}`,
  ]);
  return table([['Key', 'For (Authorization: Bearer <key>)'], ...rows]);
}

function phone({ mode, lan, colours }: BannerFacts): string {
  if (lan === null) {
    return '  On a phone: npm start -- --lan\n  The camera and working offline need HTTPS there; this sets it up.';
  }
  return [
    ...(mode === 'demo'
      ? ['  Everyone on this network can sign in with the badges above: demo mode is for trying it out.']
      : []),
    '  On a phone in the same network: scan this code, install the certificate it offers (once), open the app.',
    qrCode(lan.installUrl, colours),
    table([
      ['Certificate', lan.installUrl],
      ...lan.appUrls.map((url, index) => [index === 0 ? 'App' : '', url]),
      ['Fingerprint', lan.fingerprint],
    ]),
  ].join('\n\n');
}

function qrCode(text: string, colours: boolean): string {
  const lines = renderUnicodeCompact(text, { border: 2 }).split('\n');
  return lines.map((line) => (colours ? `  \u001b[97;40m${line}\u001b[0m` : `  ${line}`)).join('\n');
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd())
    .join('\n');
}

function withoutPassword(databaseUrl: string): string {
  return databaseUrl.replace(/^(\w+:\/\/[^:/@]*):[^@]*@/, '$1:…@');
}
