import type { AnyHandler } from './platform/handler.ts';
import { registerHandler } from './receiving/register.ts';

/** Every operation the server carries out: the list of all handlers. */
export const handlers: readonly AnyHandler[] = [registerHandler];
