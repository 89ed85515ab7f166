import type { Role } from '#shared/command/roles.ts';

/** Who sends a request, as far as the server has proved it. */
export type Caller = Machine | Person;

/** A program with a key. An `erp` key belongs to exactly one source system and sees only what is its own. */
export interface Machine {
  readonly kind: 'machine';
  readonly key: string;
  readonly scopes: readonly string[];
  readonly sourceSystem: string | null;
}

/** A person with a session. `roles` by warehouse; `*` stands for every warehouse. */
export interface Person {
  readonly kind: 'person';
  readonly operator: string;
  readonly session: string;
  readonly device: string;
  readonly isRevoked: boolean;
  readonly roles: Readonly<Record<string, Role>>;
}
