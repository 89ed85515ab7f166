import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServerProcess } from '../support/server.ts';
import { booksOf } from './books.ts';
import { Door, Handheld, type Tracked } from './client.ts';
import { Watcher } from './rows.ts';
import { Sender } from './sender.ts';
import { whatIsWrongWith } from './verdict.ts';
import { askAgain, badgeOf, lookAt, workOn } from './work.ts';

export interface CrashOptions {
  readonly kills: number;
  readonly clients: number;
  readonly say: (text: string) => void;
}

export interface CrashReport {
  readonly kills: number;
  readonly commands: number;
  /** Of them, those that were applied: a run in which nothing moves proves nothing. */
  readonly applied: number;
  /** Shipments that were confirmed, those included that were reversed again. */
  readonly shipped: number;
  readonly messages: number;
  readonly resent: number;
  /** Commands that the server had done, but whose answer was lost in a kill. */
  readonly doneButUnanswered: number;
  readonly rowsSeen: number;
  readonly slowestStartMs: number;
  readonly violations: readonly string[];
}

/** At least so many are sent between two kills. */
export const commandsInALife = 10;

/**
 * The real server process under load, killed with SIGKILL at random moments and started again, over and over. Looked at
 * only from outside: over HTTP, and with the program that verifies the books.
 */
export async function runCrashes({ kills, clients, say }: CrashOptions): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'tallyman-crash-'));
  const databaseUrl = `sqlite:${join(folder, 'warehouse.db')}`;
  let server = await startServerProcess({ databaseUrl });
  const port = Number(new URL(server.url).port);
  const door = new Door(port);
  // The watcher has a door of its own: it looks before the clients send again what was not answered.
  const watcher = new Watcher(new Door(port));
  const violations: string[] = [];
  let doneButUnanswered = 0;
  let slowestStartMs = 0;
  let isEnding = false;
  try {
    const ofTheDemo = Object.values(await watcher.readAgain()).flat();
    const begunAt = Math.max(0, ...ofTheDemo.map(({ position }) => position));
    const sender = new Sender(door);
    await sender.postItems();
    const handhelds = Array.from({ length: clients - sender.lanes }, (_, index) => new Handheld(door, badgeOf(index)));
    for (const handheld of handhelds) await handheld.signIn();
    const all = (): Tracked[] => handhelds.flatMap(({ commands }) => commands);
    const working = [
      ...sender.work(() => isEnding),
      ...handhelds.map((handheld, index) => workOn(handheld, sender, index, () => isEnding)),
    ];
    // Whoever fails (an answer that is none) ends the run.
    const failed = Promise.all(working);
    failed.catch(() => {
      isEnding = true;
    });

    for (let kill = 1; kill <= kills && !isEnding; kill += 1) {
      const before = all().length;
      await sleep(50 + Math.random() * 350);
      // On a machine that has much else to do a life may be over before it began.
      while (all().length < before + commandsInALife && !isEnding) await sleep(10);
      if (Math.random() < 0.5) await watcher.readOn();
      door.close();
      await server.kill();
      const started = performance.now();
      server = await startServerProcess({ databaseUrl, port });
      slowestStartMs = Math.max(slowestStartMs, performance.now() - started);
      await watcher.readOn();
      const found = lookAt(all(), watcher.deltasOfCommand);
      door.open();
      violations.push(...found.violations.map((text) => `after kill ${kill}: ${text}`));
      doneButUnanswered += found.doneButUnanswered;
      if (kill % 10 === 0 || kill === kills)
        say(`${kill} kills, ${all().length} commands, ${watcher.rowsSeen} rows seen`);
    }
    isEnding = true;
    await failed;
    await sender.settled();
    await watcher.readOn();
    const feeds = await watcher.readAgain();
    violations.push(
      ...watcher.violations,
      ...(await sender.whatIsMissing()),
      ...whatIsWrongWith(all(), feeds, begunAt),
    );
    violations.push(...lookAt(all(), watcher.deltasOfCommand).violations);
    violations.push(...(await askAgain(handhelds)));
    const applied = all().filter(({ outcome }) => outcome === 'applied').length;
    if (applied < all().length / 2) violations.push(`only ${applied} of ${all().length} commands were applied`);
    const exitCode = await server.stop();
    if (exitCode !== 0) violations.push(`the server ended with exit code ${exitCode}`);
    violations.push(...(await booksOf(databaseUrl)));
    return {
      kills,
      commands: all().length,
      applied,
      shipped: all().filter(({ type, outcome }) => type === 'shipping.confirm' && outcome === 'applied').length,
      messages: sender.answered,
      resent: handhelds.reduce((sum, { client }) => sum + client.resent, sender.resent),
      doneButUnanswered,
      rowsSeen: watcher.rowsSeen,
      slowestStartMs,
      violations,
    };
  } finally {
    isEnding = true;
    door.open();
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
