import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What `npm run verify` says of a database, as violations: nothing when the books are right. */
export function booksOf(databaseUrl: string): Promise<string[]> {
  const program = fileURLToPath(new URL('../../api/bin/verify.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program], {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0 ? [] : [`verify ended with ${code}: ${said}`]));
  });
}
