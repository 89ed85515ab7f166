import type { Problem } from '#shared/kernel/problem.ts';
import type { Runner } from './db/connection.ts';

/** What somebody asks about in `GET /api/device/explain`, in a warehouse. */
export interface AskedWhy {
  readonly warehouse: string;
  readonly licensePlate?: string | undefined;
  readonly item?: string | undefined;
  readonly sourceSystem?: string | undefined;
  readonly location?: string | undefined;
  readonly order?: string | undefined;
  readonly line?: number | undefined;
}

/** One thing that was asked about: whether it may be done now, and if not, why; and what else belongs to the answer. */
export interface Why {
  readonly subject: Readonly<Record<string, unknown>>;
  readonly allowed: boolean;
  readonly problem: Problem | null;
  readonly more?: Readonly<Record<string, unknown>>;
  /** Goods of which it says how much there is, by place; `item` is the number. Left out where the subject names them. */
  readonly tells?: readonly { readonly location: string; readonly item: string }[];
}

/** Who can say why not, by what it is about. Slices add theirs where the application is put together. */
export type Explainers = Map<'putaway' | 'outbound' | 'picking', (read: Runner, asked: AskedWhy) => Promise<Why[]>>;
