import { lookup } from 'node:dns/promises';
import { BlockList, connect, isIP, type Socket } from 'node:net';

export interface RawTarget {
  readonly host: string;
  readonly port: number;
}

/** Why it is not on paper, by its code: `printer.unreachable` and its like. After `printer.connection_lost` some may be. */
export class PrintFailure extends Error {
  override readonly name = 'PrintFailure';
  readonly code: string;

  constructor(code: string, { cause }: { cause?: unknown } = {}) {
    super(code, { cause });
    this.code = code;
  }
}

const connectMs = 5000;
/** A printer that takes nothing for so long has no paper, or is no printer. */
const silenceMs = 20_000;
/** Printers close the connection when they have read all of it; some keep it open and are done all the same. */
const closingMs = 2000;
/** One that is on answers `~HS` in a moment, whatever it is doing. */
const statusMs = 3000;

/**
 * Opens a raw connection. Whether the address may be asked at all has to be known before: a name is looked up here once, and
 * where it leads to this machine, to the network's own services or to everybody it is refused, since whoever listed a name
 * meant a printer. `isDemo`: the address of this machine itself may be one, too.
 */
export async function openRaw(target: RawTarget, where: { readonly isDemo: boolean }): Promise<Socket> {
  const host = await addressOf(target.host, where);
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

async function addressOf(host: string, where: { readonly isDemo: boolean }): Promise<string> {
  if (isIP(host) !== 0) {
    if (isNoPrinter(host, where)) throw new PrintFailure('printer.no_address');
    return host;
  }
  let found: { readonly address: string };
  try {
    // Label printers speak IPv4 for sure.
    found = await lookup(host, { order: 'ipv4first' });
  } catch (cause) {
    throw new PrintFailure('printer.unreachable', { cause });
  }
  if (isNoPrinter(found.address, { isDemo: false })) throw new PrintFailure('printer.no_address');
  return found.address;
}

/**
 * Addresses at which no printer can be: of no machine, of many, of the services that clouds keep beside each machine, and
 * of the machine that this runs on, where databases and other servers listen; a demo may pretend that one is a printer.
 */
export function isNoPrinter(address: string, { isDemo }: { readonly isDemo: boolean }): boolean {
  return inList(notPrinters, address) || (!isDemo && inList(thisMachine, address));
}

function inList(list: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

const notPrinters = listOf(
  [
    ['0.0.0.0', 8],
    ['169.254.0.0', 16],
    ['192.0.0.0', 24],
    ['100.100.100.200', 32],
    ['168.63.129.16', 32],
    ['224.0.0.0', 3],
  ],
  [
    ['fe80::', 10],
    ['ff00::', 8],
    ['fd00:ec2::', 32],
    ['fd20:ce::254', 128],
    // Forms in which an IPv4 address goes by another name; the mapped one (`::ffff:…`) is compared as the IPv4 address.
    ['::', 96],
    ['64:ff9b::', 96],
    ['2002::', 16],
  ],
);
const thisMachine = listOf([['127.0.0.0', 8]], []);

type Nets = readonly (readonly [net: string, prefix: number])[];

function listOf(four: Nets, six: Nets): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of four) list.addSubnet(net, prefix, 'ipv4');
  for (const [net, prefix] of six) list.addSubnet(net, prefix, 'ipv6');
  return list;
}

/** Sends all of it and closes. Throws `printer.connection_lost`: bytes may have come through before. */
export async function sendRaw(socket: Socket, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = (cause?: unknown): void => {
      socket.destroy();
      reject(new PrintFailure('printer.connection_lost', { cause }));
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
 * The same to a printer that answers questions: it is asked behind the last byte, so that its answer says that it has read
 * all of it. Answers what keeps it from printing on, such as its paper's end, after which it goes on by itself. Throws
 * `printer.connection_lost` where no answer comes: `within` ms have to be as long as the labels take to be printed.
 */
export async function sendAndAsk(
  socket: Socket,
  text: string,
  { within, signal }: { readonly within: number; readonly signal: AbortSignal },
): Promise<string | null> {
  socket.write(text);
  try {
    return await askStatus(socket, { within: silenceMs + within, signal });
  } catch (cause) {
    throw new PrintFailure('printer.connection_lost', { cause });
  } finally {
    socket.end();
  }
}

/**
 * Asks a printer that speaks ZPL how it is (`~HS`); null where it can print. Throws where it does not answer, but when
 * told to stop: then null, since what was sent arrives all the same. Source: ZPL II Programming Guide, Host Status Return:
 * the first line's second and third members are paper out and pause, the second line's third and fourth head open and
 * ribbon out.
 */
export async function askStatus(
  socket: Socket,
  { within = statusMs, signal }: { readonly within?: number; readonly signal?: AbortSignal } = {},
): Promise<string | null> {
  const answer = await new Promise<string | null>((resolve) => {
    let text = '';
    const end = (said: string | null): void => {
      socket.setTimeout(0);
      socket.removeListener('data', hear);
      socket.removeListener('close', fallSilent);
      signal?.removeEventListener('abort', stop);
      resolve(said);
    };
    const fallSilent = (): void => end(text);
    const stop = (): void => end(null);
    const hear = (bytes: Buffer): void => {
      text += bytes.toString('latin1');
      if (text.split(endOfText).length > 3 || text.length > longestAnswer) end(text);
    };
    socket.on('data', hear);
    socket.once('close', fallSilent);
    signal?.addEventListener('abort', stop, { once: true });
    socket.setTimeout(within, fallSilent);
    socket.write('~HS\r\n');
    if (signal?.aborted) stop();
  });
  socket.removeAllListeners('timeout');
  return answer === null ? null : statusIn(answer);
}

const startOfText = '\u0002';
const endOfText = '\u0003';
/** What says more than that is no printer. */
const longestAnswer = 4096;

function statusIn(answer: string): string | null {
  const [first, second] = answer
    .split(endOfText)
    .slice(0, -1)
    .map((line) => line.slice(line.indexOf(startOfText) + 1).split(','));
  if (!first || !second) throw new PrintFailure('printer.silent');
  if (first[1] === '1') return 'printer.paper_out';
  if (second[2] === '1') return 'printer.head_open';
  if (first[2] === '1') return 'printer.paused';
  return second[3] === '1' ? 'printer.ribbon_out' : null;
}
