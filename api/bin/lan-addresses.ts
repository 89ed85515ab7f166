import { hostname, networkInterfaces } from 'node:os';

/** How other devices on the network may call this machine. */
export interface LanNames {
  /** Host names, `localhost` among them. */
  readonly hosts: readonly string[];
  /** IPv4 addresses, the one that a phone most likely reaches first; loopback last. */
  readonly addresses: readonly string[];
}

/** This machine's names and addresses as of now: they change when it joins another network. */
export function lanNames(): LanNames {
  const name = hostname().toLowerCase();
  const hosts = isDnsName(name) ? [name, ...(name.includes('.') ? [] : [`${name}.local`])] : [];
  const found = Object.entries(networkInterfaces()).flatMap(([card, addresses]) =>
    (addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ address, rank: rankOf(card, address) })),
  );
  found.sort((a, b) => a.rank - b.rank);
  return {
    hosts: [...new Set([...hosts, 'localhost'])],
    addresses: [...new Set([...found.map(({ address }) => address), '127.0.0.1'])],
  };
}

function isDnsName(name: string): boolean {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(name) && name.length <= 200;
}

/** Networks of containers and virtual machines, and addresses that a card gave itself, are not where phones are. */
function rankOf(card: string, address: string): number {
  if (address.startsWith('169.254.')) return 3;
  if (/^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap)/.test(card)) return 2;
  return isPrivate(address) ? 0 : 1;
}

function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
}
