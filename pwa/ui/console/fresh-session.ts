import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Client } from './client.ts';
import type { ConsoleSession } from './session.ts';

const everyMs = 60_000;

type Newest = Pick<ConsoleSession, 'roles' | 'warehouses'>;

/**
 * Keeps what somebody may do, and where, as it is by now: warehouses are made and roles changed while people are signed
 * in. Looks now, every minute and when the page comes to sight; the answer looks at once.
 */
export function useFreshSession(
  client: Client,
  session: ConsoleSession,
  onRenewed: (session: ConsoleSession) => void,
): () => void {
  const newest = useRef({ session, onRenewed });
  newest.current = { session, onRenewed };
  const renew = useCallback(() => {
    void client.get<Newest>('/api/session').then((outcome) => {
      const known = newest.current.session;
      if (!('data' in outcome)) return;
      const { roles, warehouses } = outcome.data;
      const isSame = JSON.stringify([roles, warehouses]) === JSON.stringify([known.roles, known.warehouses]);
      if (!isSame) newest.current.onRenewed({ ...known, roles, warehouses });
    });
  }, [client]);
  useEffect(() => {
    renew();
    const look = () => document.visibilityState === 'visible' && renew();
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [renew]);
  return renew;
}
