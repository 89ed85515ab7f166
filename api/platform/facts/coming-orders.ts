/** What orders to receive are, as long as something may still come of them. */
export const comingStatuses: readonly string[] = ['open', 'partially_received'];
