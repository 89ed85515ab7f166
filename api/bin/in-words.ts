import { StartError } from '../platform/db/start-error.ts';
import { isStorageFailure } from '../platform/db/storage-failure.ts';

/**
 * Runs a program of the command line: what is known to go wrong with a database is told in words, and the exit code says
 * what it was. `work` answers the exit code of a run that came to its end.
 */
export async function inWords(databaseUrl: string, work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    const isKnown = error instanceof StartError || isStorageFailure(error);
    if (!isKnown) throw error;
    const { message, exitCode } = StartError.of(error, databaseUrl);
    console.error(message);
    process.exitCode = exitCode;
  }
}
