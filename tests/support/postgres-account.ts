import { type SpawnOptions, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readFileSync } from 'node:fs';

/** How a program is started: as `spawn(file, arguments, options)`. */
interface Command {
  readonly file: string;
  readonly arguments: string[];
  readonly options: Pick<SpawnOptions, 'uid' | 'gid'>;
}

/** Who PostgreSQL runs as. It refuses to run as root, which is who runs the tests in most containers. */
export interface PostgresAccount {
  command(program: string, args: string[]): Command;
  /** Makes `data` the account's own, and lets it through `folder`, in which `data` lies. */
  giveFolder(folder: string, data: string): void;
}

/**
 * Ourselves, unless we are root. Root takes on another name in a user namespace of its own, which needs no rights to
 * the folders above; where namespaces are forbidden it steps down to an account of the machine, which must then be
 * able to read the project's folder.
 */
export function postgresAccount(): PostgresAccount {
  const plain = (file: string, args: string[]): Command => ({ file, arguments: args, options: {} });
  if (process.getuid?.() !== 0) return { command: plain, giveFolder: () => undefined };

  const { uid, gid } = ordinaryAccount();
  const unshare = ['--user', `--map-user=${uid}`, `--map-group=${gid}`];
  if (spawnSync('unshare', [...unshare, 'true']).status === 0) {
    return { command: (file, args) => plain('unshare', [...unshare, file, ...args]), giveFolder: () => undefined };
  }
  return {
    command: (file, args) => ({ file, arguments: args, options: { uid, gid } }),
    giveFolder: (folder, data) => {
      chmodSync(folder, 0o711);
      chownSync(data, uid, gid);
    },
  };
}

/** An account that is not root's and has a name: `initdb` looks its own name up. */
function ordinaryAccount(): { uid: number; gid: number } {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map((fields) => ({ name: fields[0], uid: Number(fields[2]), gid: Number(fields[3]) }))
    .filter((account) => account.uid > 0);
  const chosen = accounts.find(({ name }) => name === 'postgres') ?? accounts.find(({ name }) => name === 'nobody');
  const account = chosen ?? accounts[0];
  if (!account) throw new Error('PostgreSQL does not run as root, and /etc/passwd names nobody else.');
  return account;
}
