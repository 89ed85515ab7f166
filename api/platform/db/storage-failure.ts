/** Driver codes that mean "the disk or the database failed", not "the program asked for something wrong". */
const storageCodes = [
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_BUSY',
  'SQLITE_READONLY',
  'SQLITE_CORRUPT',
  'SQLITE_CANTOPEN',
];

/** PostgreSQL classes: connection lost, out of resources, shutting down, system error, lock not available. */
const storageClasses = ['08', '53', '57', '58', '55P03', '40'];

/** True when nothing could be kept because of the disk, the database server or the way to it. */
export function isStorageFailure(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_')) return storageCodes.some((known) => code.startsWith(known));
  if (/^E[A-Z]+$/.test(code)) return true;
  return (
    storageClasses.some((known) => code.startsWith(known)) ||
    /Connection terminated|connection error|timeout exceeded/.test(String(error))
  );
}

/** True when the disk has no room: devices keep their commands until there is. */
export function isDiskFull(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_FULL') || code === 'ENOSPC' || code === '53100';
}
