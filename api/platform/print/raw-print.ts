import { lookup } from 'node:dns/promises';
import { BlockList, connect, isIP, type Socket } from 'node:net';

export interface RawTarget {
  readonly host: string;
  readonly port: number;
}

/** Why nothing came through: for `printer.unreachable` and its like, and whether some of it may have. */
export class PrintFailure extends Error {
  override readonly name = 'PrintFailure';
  readonly code: string;
  readonly isDoubtful: boolean;

  constructor(code: string, { isDoubtful = false, cause }: { isDoubtful?: boolean; cause?: unknown } = {}) {
    super(code, { cause });
    this.code = code;
    this.isDoubtful = isDoubtful;
  }
}

const connectMs = 5000;
/** A printer that takes nothing for so long has no paper, or is no printer. */
const silenceMs = 20_000;
/** Printers close the connection when they have read all of it; some keep it open and are done all the same. */
const closingMs = 2000;
const statusMs = 1500;

/**
 * Opens a raw connection. Whether the address may be asked at all has to be known before: a name is looked up here once, and
 * where it leads to this machine, to the network's own services or to everybody it is refused, since whoever listed a name
 * meant a printer.
 */
export async function openRaw(target: RawTarget): Promise<Socket> {
  const host = await addressOf(target.host);
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: target.port });
    const fail = (cause?: unknown): void => {
      socket.destroy();
      reject(new PrintFailure('printer.unreachable', { cause }));
    };
    socket.setTimeout(connectMs, () => fail());
    socket.once('error', fail);
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.removeListener('error', fail);
      socket.setNoDelay(true);
      // Errors from here on are told by who uses it; one between two uses must not end the program.
      socket.on('error', () => undefined);
      resolve(socket);
    });
  });
}

async function addressOf(host: string): Promise<string> {
  if (isIP(host) !== 0) {
    if (isNoPrinter(host)) throw new PrintFailure('printer.address_not_allowed');
    return host;
  }
  let found: { readonly address: string };
  try {
    found = await lookup(host);
  } catch (cause) {
    throw new PrintFailure('printer.unreachable', { cause });
  }
  if (isNoPrinter(found.address) || isThisMachine(found.address)) throw new PrintFailure('printer.address_not_allowed');
  return found.address;
}

/** Addresses at which no printer can be: of no machine, of many, or of the services that clouds keep beside each machine. */
export function isNoPrinter(address: string): boolean {
  return inList(notPrinters, address);
}

function isThisMachine(address: string): boolean {
  return inList(loopback, address);
}

function inList(list: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

const notPrinters = listOf(
  [
    ['0.0.0.0', 8],
    ['169.254.0.0', 16],
    ['224.0.0.0', 3],
  ],
  [
    ['::', 128],
    ['fe80::', 10],
    ['ff00::', 8],
    ['::ffff:a9fe:0', 112],
    ['::ffff:0:0', 104],
  ],
);
const loopback = listOf(
  [['127.0.0.0', 8]],
  [
    ['::1', 128],
    ['::ffff:7f00:0', 104],
  ],
);

type Nets = readonly (readonly [net: string, prefix: number])[];

function listOf(four: Nets, six: Nets): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of four) list.addSubnet(net, prefix, 'ipv4');
  for (const [net, prefix] of six) list.addSubnet(net, prefix, 'ipv6');
  return list;
}

/** Sends all of it and closes. Throws a failure that is doubtful: bytes may have come through before. */
export async function sendRaw(socket: Socket, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = (cause?: unknown): void => {
      socket.destroy();
      reject(new PrintFailure('printer.connection_lost', { isDoubtful: true, cause }));
    };
    let isFinished = false;
    socket.setTimeout(silenceMs, () => {
      if (!isFinished) return fail();
      socket.destroy();
      resolve();
    });
    socket.once('error', fail);
    socket.once('close', () => (isFinished ? resolve() : fail()));
    socket.once('finish', () => {
      isFinished = true;
      socket.setTimeout(closingMs);
    });
    // What a printer says meanwhile is of no interest, but has to be read for its end to be seen.
    socket.resume();
    socket.end(text);
  });
}

/**
 * Asks a printer that speaks ZPL how it is (`~HS`); null where it does not answer. Source: ZPL II Programming Guide, Host
 * Status Return: the first line's second and third members are paper out and pause, the second line's third is head open.
 */
export async function askStatus(socket: Socket): Promise<string | null> {
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    const done = (): void => {
      socket.setTimeout(0);
      socket.removeListener('data', hear);
      socket.removeListener('close', done);
      resolve(text);
    };
    const hear = (bytes: Buffer): void => {
      text += bytes.toString('latin1');
      if (text.split(endOfText).length > 3) done();
    };
    socket.on('data', hear);
    socket.once('close', done);
    socket.setTimeout(statusMs, done);
    socket.write('~HS\r\n');
  });
  socket.removeAllListeners('timeout');
  return statusIn(answer);
}

const startOfText = '\u0002';
const endOfText = '\u0003';

function statusIn(answer: string): string | null {
  const [first, second] = answer
    .split(endOfText)
    .slice(0, -1)
    .map((line) => line.slice(line.indexOf(startOfText) + 1).split(','));
  if (!first || !second) return null;
  if (first[1] === '1') return 'printer.paper_out';
  if (second[2] === '1') return 'printer.head_open';
  if (first[2] === '1') return 'printer.paused';
  return second[3] === '1' ? 'printer.ribbon_out' : null;
}
