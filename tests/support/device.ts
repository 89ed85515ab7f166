import { randomBytes } from 'node:crypto';
import { uuidV7 } from '#shared/kernel/id.ts';
import type { TestApp } from './app.ts';

const pins: Record<string, string> = { 'W-1001': '1001', 'S-2001': '2001', 'A-3001': '3001' };

/** A signed-in device that numbers its commands: what a handheld is to the server. */
export class Device {
  readonly id: string;
  readonly token: string;
  readonly session: string;
  readonly warehouse: string;
  readonly #app: TestApp;
  #sequence = 0;

  private constructor(app: TestApp, id: string, token: string, session: string, warehouse: string) {
    this.#app = app;
    this.id = id;
    this.token = token;
    this.session = session;
    this.warehouse = warehouse;
  }

  /** Signs a demo badge in on a new device, or any other whose PIN is told. */
  static async signIn(
    app: TestApp,
    badge: string,
    options: { warehouse?: string; id?: string; pin?: string } = {},
  ): Promise<Device> {
    const id = options.id ?? `HH-${randomBytes(4).toString('hex')}`;
    const { body } = await app.call('POST', '/api/session', {
      body: { badge, pin: options.pin ?? pins[badge], device: id },
    });
    return new Device(app, id, body.token, body.session, options.warehouse ?? 'EAST');
  }

  /** A command with the next number of this device. */
  command(type: string, body: object, extra: object = {}) {
    this.#sequence += 1;
    return this.#envelope(type, body, { sequence: this.#sequence, ...extra });
  }

  /** A command outside the order of the device, as the console sends. */
  unordered(type: string, body: object, extra: object = {}) {
    return this.#envelope(type, body, { sequence: null, ...extra });
  }

  #envelope(type: string, body: object, extra: object) {
    return {
      id: uuidV7(Date.now(), randomBytes(10)),
      type,
      version: 1,
      device: this.id,
      warehouse: this.warehouse,
      occurredAt: new Date().toISOString(),
      causedBy: null,
      body,
      ...extra,
    };
  }

  /** Sends commands as one batch; answers the results in order. */
  async send(...commands: object[]) {
    const { status, body } = await this.#app.call('POST', '/api/device/commands', {
      as: this.token,
      body: { commands },
    });
    if (status !== 200) throw new Error(`the batch was answered ${status}: ${JSON.stringify(body)}`);
    return body.results;
  }

  /** Makes and sends one command; answers its result. */
  async do(type: string, body: object, extra: object = {}) {
    const [result] = await this.send(this.command(type, body, extra));
    return result;
  }
}
