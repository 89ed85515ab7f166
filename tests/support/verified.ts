import { openSnapshot } from '../../api/platform/open-snapshot.ts';
import type { Finding } from '../../api/platform/verify/findings.ts';
import { verifyBooks } from '../../api/platform/verify/verify-books.ts';
import type { OwnTestApp } from './app.ts';

/** What `npm run verify` finds beside a running server: the books as they are at one moment. */
export async function verified(app: OwnTestApp): Promise<readonly Finding[]> {
  const snapshot = await openSnapshot(app.databaseUrl);
  try {
    return await verifyBooks(snapshot.read);
  } finally {
    await snapshot.close();
  }
}
