import type { Job, Store, Trx } from './db/connection.ts';
import type { PublishedRow } from './published-row.ts';

/** The database as slices see it: published rows are ours. */
export type AppTrx = Trx<PublishedRow>;
export type AppStore = Store<PublishedRow>;
export type AppJob<T> = Job<PublishedRow, T>;
