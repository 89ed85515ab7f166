import { readMeta, type TallymanDatabase, writeMeta } from '../../store/database.ts';
import type { Environment } from '../../store/environment.ts';
import { withPatience } from '../../store/patience.ts';

const patienceMs = 20_000;

/**
 * Tells the server what was learnt of this device's scanner, for those who look after the devices. Without a network, or
 * while nobody is signed in, it is told later: whenever the app is opened until it was.
 */
export async function tellServer(database: TallymanDatabase, environment: Environment): Promise<void> {
  const learnt = await readMeta(database, 'wedge');
  if (!learnt || learnt.isTold) return;
  const asked = environment.network({ method: 'PUT', path: '/api/device/scanner', body: learnt.report });
  const answer = await withPatience(environment, asked, patienceMs);
  if (answer?.status === 204) await writeMeta(database, 'wedge', { ...learnt, isTold: true });
}
