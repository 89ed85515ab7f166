/** What people are shown of a load: an open one that is on its way, and one that goods are registered on already. */
export const inboundLoadPhases = ['open', 'shipped', 'in_process', 'received', 'closed_empty'] as const;

export type InboundLoadPhase = (typeof inboundLoadPhases)[number];

export function phaseOfLoad(
  status: string,
  isShipped: boolean,
  lines: readonly { readonly registeredBase: number }[],
): InboundLoadPhase {
  if (status === 'received' || status === 'closed_empty') return status;
  if (lines.some(({ registeredBase }) => registeredBase > 0)) return 'in_process';
  return isShipped ? 'shipped' : 'open';
}
