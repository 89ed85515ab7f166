import type { AnyHandler } from './platform/handler.ts';
import { completeHandler } from './receiving/complete.ts';
import { registerHandler } from './receiving/register.ts';
import { undoRegistrationHandler } from './receiving/undo-registration.ts';

/** Every operation the server carries out: the list of all handlers. */
export const handlers: readonly AnyHandler[] = [registerHandler, undoRegistrationHandler, completeHandler];
