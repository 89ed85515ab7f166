import { accessSync, chmodSync, constants, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, removeAbandonedServers } from './postgres-abandoned.ts';

/** Of this much the run uses a part: databases are removed as soon as their tests are over. */
const roomyBytes = 3 * 1024 ** 3;

/**
 * Gives this run a temporary folder of its own, which from now on is what we and all processes that we start are told
 * when asking for the temporary folder. It lies in memory where the system offers that and has room: files made and
 * removed by the thousand keep a disk busy, and nothing in them outlives the run. Answers what removes it.
 */
export function makeRunFolder(): () => void {
  removeAbandonedFolders();
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(isRoomy(memory) ? memory : tmpdir(), `${prefix}${process.pid}-`));
  // PostgreSQL may run as somebody else, who must get through; what lies inside is closed to others by itself.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  return () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
  };
}

const prefix = 'tallyman-run-';
const memory = '/dev/shm';

function isRoomy(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > roomyBytes && process.availableMemory() > roomyBytes;
  } catch {
    return false;
  }
}

/** What runs left behind that were killed: in memory it would stay until the machine is started anew. */
function removeAbandonedFolders(): void {
  for (const place of new Set([memory, tmpdir()].filter((path) => existsSync(path)))) {
    for (const name of readdirSync(place)) {
      const pid = /^tallyman-run-(\d+)-/.exec(name)?.[1];
      if (pid === undefined || isAlive(Number(pid))) continue;
      removeAbandonedServers(join(place, name));
      rmSync(join(place, name), { recursive: true, force: true });
    }
  }
}
