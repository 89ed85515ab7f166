import { type Fault, verifyBooks } from '../../api/platform/verify/verify-books.ts';
import type { TestApp } from './app.ts';
import { whenPublished } from './published.ts';

/** Everything that does not add up, once all that happened is published. */
export async function wrongIn(app: TestApp): Promise<Fault[]> {
  await whenPublished(app);
  const findings = await verifyBooks(app.services.store.read);
  return findings.flatMap(({ faults }) => faults);
}
