import type { Chance } from '../world/chance.ts';
import type { World } from '../world/world.ts';
import type { FeedItem, FeedReader } from './feed-reader.ts';
import type { Machine } from './machine.ts';

/**
 * Follows a feed over server-sent events: what was published is there at once. The connection breaks when the server
 * dies and now and then by itself; the reader comes back and goes on behind the last row it had.
 */
export class LiveReader<Item extends FeedItem> {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #machine: Machine;
  readonly #feed: FeedReader<Item>;
  readonly #key: string;

  constructor(world: World, machine: Machine, key: string, feed: FeedReader<Item>) {
    this.#world = world;
    this.#chance = world.chance.fork();
    this.#machine = machine;
    this.#feed = feed;
    this.#key = key;
  }

  async follow(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await this.#machine.sleep(this.#chance.integer(100, 5000));
      await this.#connect(isOver);
    }
  }

  async #connect(isOver: () => boolean): Promise<void> {
    const connection = await this.#world.server.listen(this.#feed.pathAfter(this.#feed.position), this.#key);
    if (connection?.status !== 200) return;
    let isBroken = false;
    const leave = (): void => {
      isBroken = true;
      connection.leave();
    };
    const breaks = this.#world.time.after(this.#chance.integer(5000, 120_000), leave);
    let text = '';
    while (!isBroken && !isOver()) {
      const more = await connection.read();
      // What arrives after the line broke is not heard.
      if (more === undefined || isBroken) break;
      const parts = `${text}${more}`.split('\n\n');
      text = parts.pop() ?? '';
      this.#take(parts);
    }
    this.#world.log.sometimes('live connection broke');
    breaks();
    leave();
  }

  #take(parts: readonly string[]): void {
    const items = parts.flatMap((part) => {
      const data = part.split('\n').find((line) => line.startsWith('data: '));
      return data === undefined ? [] : [JSON.parse(data.slice('data: '.length)) as Item];
    });
    const last = items.at(-1);
    if (!last) return;
    this.#world.log.note('live', `rows up to ${last.position}`);
    this.#feed.take({ items, next: last.position });
  }
}
