import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * One kept-alive HTTP/1.1 connection with one request under way: as cheap as a client can be, so that the machine's
 * cores go to the server. Requests are bytes made beforehand. A connection that was closed while nothing was under way
 * is opened again, as every client does.
 */
export class Connection {
  readonly #port: number;
  #socket: Socket | undefined;
  /** What has come of an answer that does not say how long it is. */
  #begun: readonly Buffer[] = [];
  /** The answer under way, as long as its head says it is, and how much of it has come. */
  #whole: Buffer | undefined;
  #filled = 0;
  #waiting: { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void } | undefined;

  private constructor(port: number) {
    this.#port = port;
  }

  static async open(port: number): Promise<Connection> {
    const connection = new Connection(port);
    await connection.#opened();
    return connection;
  }

  async send(request: Buffer): Promise<Answer> {
    const socket = await this.#opened();
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      socket.write(request);
    });
  }

  close(): void {
    this.#socket?.destroy();
  }

  async #opened(): Promise<Socket> {
    if (this.#socket && !this.#socket.destroyed && !this.#socket.readableEnded) return this.#socket;
    const socket = await connected(this.#port, (chunk) => this.#receive(chunk));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('the server closed the connection')));
    this.#socket = socket;
    return socket;
  }

  /** A large answer comes in many chunks: each is put where it belongs while the next is on its way. */
  #receive(chunk: Buffer): void {
    const bytes = this.#whole === undefined ? Buffer.concat([...this.#begun, chunk]) : this.#fill(this.#whole, chunk);
    if (bytes === undefined) return;
    const answer = readAnswer(bytes);
    if (typeof answer === 'number') {
      if (answer > 0) this.#begin(bytes, answer);
      else this.#begun = [Buffer.from(bytes)];
      return;
    }
    this.#begun = [];
    this.#whole = undefined;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve(answer);
  }

  #begin(bytes: Buffer, length: number): void {
    this.#whole = Buffer.allocUnsafe(length);
    this.#filled = 0;
    this.#fill(this.#whole, bytes);
  }

  /** The whole answer once it is there. */
  #fill(whole: Buffer, chunk: Buffer): Buffer | undefined {
    this.#filled += chunk.copy(whole, this.#filled);
    return this.#filled < whole.length ? undefined : whole;
  }

  #fail(error: Error): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.reject(error);
  }
}

/** Bytes read at once: as many as a large answer may have waiting, into the same memory each time. */
const readAtOnce = 1 << 20;

/** What is received is the caller's only until it returns. */
function connected(port: number, receive: (chunk: Buffer) => void): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const onread = {
      buffer: Buffer.allocUnsafeSlow(readAtOnce),
      callback: (length: number, buffer: Uint8Array) => {
        receive(Buffer.from(buffer.buffer, buffer.byteOffset, length));
        return true;
      },
    };
    const socket = connect({ port, host: '127.0.0.1', onread });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket.setNoDelay(true));
    });
  });
}

export interface RequestParts {
  readonly method: string;
  readonly path: string;
  readonly as?: string;
  /** JSON text. */
  readonly body?: string;
  readonly headers?: readonly string[];
}

/** The bytes of a request. */
export function requestBytes({ method, path, as, body, headers = [] }: RequestParts): Buffer {
  const lines = [`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', ...headers];
  if (as !== undefined) lines.push(`authorization: Bearer ${as}`);
  if (body !== undefined) lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`);
}

const headEnd = Buffer.from('\r\n\r\n');

/** A whole answer, or how many bytes it has at least while a part of it is still on its way. */
function readAnswer(bytes: Buffer): Answer | number {
  const end = bytes.indexOf(headEnd);
  if (end < 0) return 0;
  const head = bytes.toString('latin1', 0, end);
  const start = end + headEnd.length;
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) {
    const whole = start + Number(length);
    return bytes.length < whole ? whole : { status, body: bytes.toString('utf8', start, whole) };
  }
  if (!/\r\ntransfer-encoding: *chunked/i.test(head)) return { status, body: '' };
  const body = readChunks(bytes, start);
  return body === undefined ? 0 : { status, body };
}

function readChunks(bytes: Buffer, from: number): string | undefined {
  const parts: Buffer[] = [];
  let at = from;
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    const next = lineEnd + 2 + size + 2;
    if (bytes.length < next) return undefined;
    if (size === 0) return Buffer.concat(parts).toString('utf8');
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = next;
  }
}
