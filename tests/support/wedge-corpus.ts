import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createWedgeFramer, type WedgeEvent } from '../../pwa/scanner/wedge.ts';
import type { WedgeProfile } from '../../pwa/scanner/wedge-profile.ts';

/** One recorded sequence of key events, and the scans that must be reported for it. */
export interface WedgeVector {
  readonly id: string;
  readonly class: string;
  readonly events: readonly RecordedKey[];
  readonly expect: readonly string[];
  readonly config?: { readonly gsKey?: string; readonly gsChar?: string; readonly minLength?: number };
}

interface RecordedKey {
  readonly t: number;
  readonly type: string;
  readonly key: string;
  readonly code?: string;
  readonly ctrlKey?: boolean;
  readonly altKey?: boolean;
  readonly metaKey?: boolean;
  readonly shiftKey?: boolean;
  readonly repeat?: boolean;
}

/** What the framer reports for the sequence, the silence after it included. */
export function replayWedgeVector(vector: WedgeVector): string[] {
  const framer = createWedgeFramer(profileOf(vector));
  const scans = vector.events.flatMap((event) => framer.feed(eventOf(event)).scans);
  const end = (vector.events.at(-1)?.t ?? 0) + 1000;
  return [...scans, ...framer.tick(end).scans].map((scan) => scan.text);
}

function profileOf({ config = {} }: WedgeVector): Partial<WedgeProfile> {
  return {
    ...(config.gsKey !== undefined && { separatorKeys: [config.gsKey] }),
    ...(config.gsChar !== undefined && { separatorCharacters: [config.gsChar] }),
    ...(config.minLength !== undefined && { minLength: config.minLength }),
  };
}

function eventOf(event: RecordedKey): WedgeEvent {
  if (event.type === 'keyup') return { type: 'keyup', at: event.t, key: event.key };
  return {
    type: 'keydown',
    at: event.t,
    key: event.key,
    code: event.code ?? '',
    ctrl: event.ctrlKey ?? false,
    alt: event.altKey ?? false,
    meta: event.metaKey ?? false,
    shift: event.shiftKey ?? false,
    altGraph: false,
    repeat: event.repeat ?? false,
    target: 'page',
  };
}

/** `node tests/support/wedge-corpus.ts <folder>`: every sequence of the folder's wedge_vectors.json, failures named. */
function main(folder: string): void {
  const { vectors }: { vectors: WedgeVector[] } = JSON.parse(readFileSync(join(folder, 'wedge_vectors.json'), 'utf8'));
  const failures = vectors.filter((vector) => {
    const got = replayWedgeVector(vector);
    const right = JSON.stringify(got) === JSON.stringify(vector.expect);
    if (!right) {
      process.stdout.write(
        `${vector.id} ${vector.class}: ${JSON.stringify(got)}, not ${JSON.stringify(vector.expect)}\n`,
      );
    }
    return !right;
  });
  process.stdout.write(`${vectors.length - failures.length} of ${vectors.length} sequences\n`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv[2] ?? '.');
