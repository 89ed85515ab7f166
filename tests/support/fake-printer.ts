import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

const question = '~HS\r\n';

/** A label printer on the loopback: keeps what it is sent, one text for each connection. */
export class FakePrinter {
  readonly jobs: string[] = [];
  /** How many connections were open at the same time at most. */
  mostAtOnce = 0;
  #open = 0;
  #server: Server | undefined;
  #port = 0;
  /** What it does with the next connections, instead of printing. */
  breaksNext = 0;
  /** What it answers to `~HS`; null: it is one that never answers. */
  status: string | null = null;
  /** What it answers once it has read labels; null: the same. */
  statusAfter: string | null = null;

  get port(): number {
    return this.#port;
  }

  /** Switches it on, at the same address as before. */
  async start(): Promise<this> {
    const server = createServer({ allowHalfOpen: true }, (socket) => this.#serve(socket));
    await new Promise<void>((ready) => server.listen(this.#port, '127.0.0.1', ready));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
    return this;
  }

  async stop(): Promise<void> {
    await new Promise((ended) => (this.#server ? this.#server.close(ended) : ended(undefined)));
    this.#server = undefined;
  }

  #serve(socket: Socket): void {
    let text = '';
    this.#open += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#open);
    socket.on('close', () => {
      this.#open -= 1;
    });
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      text += bytes.toString('utf8');
      if (text.endsWith(question)) {
        text = text.slice(0, -question.length);
        const status = text === '' ? this.status : (this.statusAfter ?? this.status);
        if (status !== null) socket.write(status);
      }
      if (text !== '' && this.breaksNext > 0) {
        this.breaksNext -= 1;
        socket.resetAndDestroy();
      }
    });
    socket.on('end', () => {
      if (text !== '') this.jobs.push(text);
      socket.end();
    });
  }
}

/** What a Zebra answers to `~HS`: with paper or without, open or shut. */
export function hostStatus({ paperOut = 0, headOpen = 0 }: { paperOut?: 0 | 1; headOpen?: 0 | 1 }): string {
  return [
    `\u0002030,${paperOut},0,1245,000,0,0,0,000,0,0,0\u0003\r\n`,
    `\u0002000,0,${headOpen},0,0,2,6,0,00000000,1,000\u0003\r\n`,
    '\u00021234,0\u0003\r\n',
  ].join('');
}
