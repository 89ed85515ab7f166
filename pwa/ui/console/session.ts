import { isPermitted, permitsOf, type Role } from '#shared/command/roles.ts';
import type { ConsoleWorld } from './world.ts';

/** The answer of `POST /api/session`, as far as the console needs it. */
export interface ConsoleSession {
  readonly token: string;
  readonly session: string;
  readonly device: string;
  readonly operator: { readonly badge: string; readonly name: string; readonly language: string };
  /** By warehouse; `*` for all. */
  readonly roles: Readonly<Record<string, Role>>;
  readonly warehouses: readonly { readonly code: string; readonly name: string; readonly timeZone: string }[];
  readonly expiresAt: string;
}

const key = 'tallyman.console.session';

/** The session of an earlier visit, while it lasts. */
export function keptSession(world: ConsoleWorld): ConsoleSession | null {
  try {
    const session = JSON.parse(world.kept.getItem(key) ?? 'null') as ConsoleSession | null;
    return session && Date.parse(session.expiresAt) > world.now() ? session : null;
  } catch {
    // Somebody else's text under our key: as good as none.
    return null;
  }
}

export function keepSession(world: ConsoleWorld, session: ConsoleSession | null): void {
  if (session) world.kept.setItem(key, JSON.stringify(session));
  else world.kept.removeItem(key);
}

/** Whether the person holds a permit in a warehouse. The server asks again; this only hides what it would refuse. */
export function mayIn(session: ConsoleSession, warehouse: string, permit: string): boolean {
  const roles = [session.roles[warehouse], session.roles['*']].filter((role) => role !== undefined);
  return isPermitted(
    roles.flatMap((role) => permitsOf(role)),
    permit,
  );
}
