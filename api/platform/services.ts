import type { Logger } from 'pino';
import type { Credentials } from './auth.ts';
import type { Clock } from './clock.ts';
import type { Explainers } from './explainers.ts';
import type { Published } from './http/feed.ts';
import type { Metrics } from './metrics.ts';
import type { Pipeline } from './pipeline.ts';
import type { Signal } from './signal.ts';
import type { AppStore } from './store.ts';
import type { ThingLoaders } from './thing-loaders.ts';

/** What slices get from the platform. Everything that is not a function of its input comes from here. */
export interface Services {
  readonly store: AppStore;
  readonly pipeline: Pipeline;
  readonly published: Published;
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Raised after messages were kept, so that they are carried out at once. */
  readonly messagesReceived: Signal;
  readonly thingLoaders: ThingLoaders;
  readonly explainers: Explainers;
  readonly mode: 'demo' | 'production';
  /** How long what follows changes rests from one look to the next, so that many changes are looked at together. */
  readonly restMs: number;
}

export interface Random {
  bytes(count: number): Uint8Array;
}
