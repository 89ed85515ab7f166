import type { PrintAddress } from './printer.ts';

/** Whether the server may open a connection there: the very host and port that an administrator listed. */
export function isPrintAllowed(
  addresses: readonly Pick<PrintAddress, 'host' | 'port'>[],
  { host, port }: { readonly host: string; readonly port: number },
): boolean {
  return addresses.some((one) => one.host.toLowerCase() === host.toLowerCase() && one.port === port);
}
