import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** How the folders of our PostgreSQL servers begin, in the temporary folder. */
export const tempPrefix = 'tallyman-postgres-';

/**
 * Ends the servers and removes the folders that earlier runs left behind in `place`, should a guard have been killed
 * with its server. Only what is recorded as ours is touched: a process is ended only when its command line names the
 * very folder.
 */
export function removeAbandonedServers(place: string): void {
  for (const name of readdirSync(place)) {
    if (!name.startsWith(tempPrefix)) continue;
    const folder = join(place, name);
    try {
      if (ownerLives(folder)) continue;
      endServer(folder);
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another run is removing the same folder, or it belongs to another user: either way it is not for us.
    }
  }
}

/** A folder without a record is one that is just being made, or one whose maker died that second. */
function ownerLives(folder: string): boolean {
  const record = readIfThere(join(folder, 'owner.json'));
  if (record === null) return Date.now() - statSync(folder).mtimeMs < 60_000;
  const owner: { pid: number } = JSON.parse(record);
  return isAlive(owner.pid);
}

function endServer(folder: string): void {
  const data = join(folder, 'data');
  const pid = Number(readIfThere(join(data, 'postmaster.pid'))?.split('\n')[0]);
  if (!(pid > 1) || !isAlive(pid)) return;
  if (readIfThere(`/proc/${pid}/cmdline`)?.includes(data)) process.kill(pid, 'SIGQUIT');
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
