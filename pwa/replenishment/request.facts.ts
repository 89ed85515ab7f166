import { decideRequest, request } from '#shared/replenishment/request.ts';
import { deviceOperation } from '../store/provisional.ts';

/** Asking for goods at a pick face: what is in reserve, only the server knows. */
export const requestOnDevice = deviceOperation({ operation: request, facts: async () => null, decide: decideRequest });
