import { useEffect, useState } from 'preact/hooks';
import { isPermitted } from '#shared/command/roles.ts';
import { makeAsker } from '../engine/asked.ts';
import type { Environment } from '../store/environment.ts';
import type { Session } from '../store/session.ts';

const path = 'pick-faces?show=waiting';
const everyMs = 15_000;

/**
 * How much work for pick faces picks wait for that nobody has taken on, for somebody who may: it comes before everything
 * else. Asked while the menu is shown; 0 without a network.
 */
export function useFillsFirst(environment: Environment, { warehouse, permits }: Session): number {
  const [blocking, setBlocking] = useState(0);
  const mayFill = isPermitted(permits, 'replenishment.pick');
  useEffect(() => {
    if (!mayFill) return;
    const look = async () => {
      const asker = makeAsker(environment, warehouse);
      await asker.ask(path);
      const known = (asker.known(path)?.body ?? {}) as { readonly blocking?: number };
      setBlocking(known.blocking ?? 0);
    };
    void look();
    const again = setInterval(() => void look(), everyMs);
    return () => clearInterval(again);
  }, [environment, warehouse, mayFill]);
  return blocking;
}
