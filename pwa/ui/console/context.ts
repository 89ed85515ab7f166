import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { invariant } from '#shared/kernel/invariant.ts';
import type { Client } from './client.ts';
import type { Format } from './format.ts';
import type { ConsoleSession } from './session.ts';
import type { Speak } from './words.ts';

/** What every screen of the console works with. */
export interface Desk {
  readonly client: Client;
  readonly session: ConsoleSession;
  /** The warehouse that is looked at. */
  readonly warehouse: string;
  /** Its IANA time zone. */
  readonly timeZone: string;
  readonly say: Speak;
  readonly format: Format;
  may(permit: string): boolean;
  /** Looks at once what the person may do and where: it has just become another. */
  renew(): void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  invariant(desk, 'a screen of the console is drawn inside it');
  return desk;
}
