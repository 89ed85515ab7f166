/** Why the program cannot start, in words for the person who started it, with the exit code to end with. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly exitCode: number;

  constructor(message: string, exitCode: number, cause?: unknown) {
    super(message, { cause });
    this.exitCode = exitCode;
  }

  /** Words for what opening a database file answered. Exit codes follow sysexits.h. */
  static of(error: unknown, file: string): StartError {
    if (error instanceof StartError) return error;
    const code = codeOf(error);
    const known = causes.find(([prefix]) => code.startsWith(prefix));
    const [, text, exitCode] = known ?? ['', 'cannot be opened', 74];
    return new StartError(
      `The database ${withoutPassword(file)} ${text}. (${code}: ${messageOf(error)})`,
      exitCode,
      error,
    );
  }
}

const causes: readonly (readonly [prefix: string, text: string, exitCode: number])[] = [
  ['SQLITE_BUSY', 'is locked by another program. Stop the other server or backup and start again', 75],
  ['SQLITE_LOCKED', 'is locked by another program. Stop the other server or backup and start again', 75],
  ['SQLITE_READONLY', 'is read-only. Give this user the right to write the file and its folder', 77],
  ['SQLITE_CANTOPEN', 'cannot be created or opened. Check that its folder exists and may be written', 73],
  ['SQLITE_FULL', 'cannot be written: the disk is full. Free some space; nothing that was answered is lost', 74],
  ['SQLITE_IOERR', 'cannot be read or written: the disk answers with an error', 74],
  ['SQLITE_NOTADB', 'is not a database of this program. Restore the last backup, or name another file', 65],
  ['SQLITE_CORRUPT', 'is damaged. Restore the last backup', 65],
  ['EACCES', 'cannot be written. Give this user the right to write the file and its folder', 77],
  ['EPERM', 'cannot be written. Give this user the right to write the file and its folder', 77],
  ['EROFS', 'is on a read-only disk. Name a file on another one', 77],
  ['ENOSPC', 'cannot be written: the disk is full. Free some space', 74],
  ['ENOTDIR', 'cannot be created: a part of its path is a file. Name another file', 73],
  ['EEXIST', 'cannot be created: a part of its path is a file. Name another file', 73],
  ['ENOENT', 'cannot be created: its folder cannot be made. Name another file', 73],
  ['ECONNREFUSED', 'does not answer. Check that PostgreSQL runs at this address', 69],
  ['ETIMEDOUT', 'does not answer. Check that PostgreSQL runs at this address', 69],
  ['EHOSTUNREACH', 'does not answer. Check that PostgreSQL runs at this address', 69],
  ['ENOTFOUND', 'is not found. Check the host name in DATABASE_URL', 69],
  ['EAI_AGAIN', 'is not found. Check the host name in DATABASE_URL', 69],
  ['28', 'refuses this user or password', 77],
  ['3D000', 'does not exist on that server. Create it first', 69],
];

/** An address as it may be shown: whoever reads a log need not know how to get in. */
export function withoutPassword(url: string): string {
  return url.replace(/^(\w+:\/\/[^:@/]*):[^@]*@/, '$1:***@');
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return code;
  // The driver answers a missing folder with a plain TypeError.
  return messageOf(error).includes('directory does not exist') ? 'SQLITE_CANTOPEN' : 'unknown';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
