/**
 * Notices that the process which started us is gone. When npm is killed, its shell and everything below it lives on:
 * without this the server would keep its port for ever. Runs on Node 20.
 */
import { readFileSync } from 'node:fs';

/**
 * Calls `onGone` once when our parent is gone, or npm, should there be a shell between npm and us.
 *
 * @param {() => void} onGone
 */
export function watchParent(onGone) {
  const watched = ancestors();
  const timer = setInterval(() => {
    if (watched.every(({ child, parent }) => parentOf(child) === parent)) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}

/** Our parent, and its parent when ours is a shell. Elsewhere than on Linux only our own parent can be seen. */
function ancestors() {
  const own = { child: process.pid, parent: process.ppid };
  const shell = /^(sh|dash|bash|ash|busybox)$/.test(nameOf(process.ppid));
  const above = shell ? parentOf(process.ppid) : null;
  return above === null ? [own] : [own, { child: process.ppid, parent: above }];
}

function parentOf(pid) {
  if (pid === process.pid) return process.ppid;
  const fields = statOf(pid)?.split(') ').pop()?.split(' ');
  return fields === undefined ? null : Number(fields[1]);
}

function nameOf(pid) {
  return statOf(pid)?.match(/\((.*)\)/)?.[1] ?? '';
}

/** A line of /proc: pid, name in brackets, state, parent, …; null where there is none, or no such process. */
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
}
