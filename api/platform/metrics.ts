import { Counter, Gauge, Histogram, Registry } from 'prom-client';

const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What `/metrics` tells. Labels are bounded: never an item, order, device or person. */
export class Metrics {
  readonly registry = new Registry();
  readonly commands = new Counter({
    name: 'tallyman_commands_total',
    help: 'Commands judged, by type and outcome.',
    labelNames: ['type', 'outcome'],
    registers: [this.registry],
  });
  readonly commandSeconds = new Histogram({
    name: 'tallyman_command_duration_seconds',
    help: 'From the arrival of a batch to its flush.',
    labelNames: ['type'],
    buckets: secondsBuckets,
    registers: [this.registry],
  });
  readonly requestSeconds = new Histogram({
    name: 'tallyman_http_request_duration_seconds',
    help: 'HTTP requests by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: secondsBuckets,
    registers: [this.registry],
  });

  /** A gauge that is read when it is asked for. */
  gauge(name: string, help: string, labelNames: readonly string[], collect: (gauge: Gauge) => Promise<void>): void {
    const gauge: Gauge = new Gauge({
      name: `tallyman_${name}`,
      help,
      labelNames: [...labelNames],
      registers: [this.registry],
      collect: () => collect(gauge),
    });
  }
}
