import type { OwnTestApp } from './app.ts';
import type { Device } from './device.ts';
import { whenPublished } from './published.ts';

type Told = ReadonlyMap<string, unknown>;

/** What a device keeps: what it was told of each thing last. */
export class DeviceCopy {
  readonly #app: OwnTestApp;
  readonly #device: Device;
  readonly told = new Map<string, unknown>();
  #after = 0;

  constructor(app: OwnTestApp, device: Device) {
    this.#app = app;
    this.#device = device;
  }

  async sync(): Promise<void> {
    this.#after = await this.#pull(this.#after, this.told);
  }

  async fresh(): Promise<Told> {
    const told = new Map<string, unknown>();
    await this.#pull(0, told);
    return told;
  }

  async #pull(from: number, told: Map<string, unknown>): Promise<number> {
    await whenPublished(this.#app);
    let after = from;
    for (;;) {
      const path = `/api/device/changes?after=${after}&warehouse=EAST&limit=1000`;
      const { body } = await this.#app.call('GET', path, { as: this.#device.token });
      for (const { kind, key, deleted, value } of body.items) {
        if (deleted) told.delete(`${kind} ${key}`);
        else told.set(`${kind} ${key}`, value);
      }
      after = body.next;
      if (!body.hasMore) return after;
    }
  }
}
