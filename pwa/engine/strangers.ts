import type { AmbiguousScan, Scan, UnknownScan } from '#shared/scan/scan.ts';
import type { Tone } from '../store/log.ts';
import { appendCommand } from '../store/queue.ts';
import type { QueuedCommand } from '../store/queued-command.ts';
import type { Position } from '../store/task.ts';
import { type KeyedWords, words } from '../ui/words.ts';
import type { RunnerOptions, Told } from './runner.ts';
import { draftCommand } from './submit.ts';

/** A command as it is told to the server. */
interface Telling {
  readonly type: string;
  readonly version: number;
  readonly body: object;
}

/** A code that nothing has, where it was scanned, and what was scanned before it. */
export interface FoundCode {
  readonly text: string;
  readonly flow: string;
  readonly step: string;
  /** What is known at the step. */
  readonly state: object;
  readonly before: readonly string[];
  /** Photos, by the ids they are kept under until the server has them. */
  readonly photos: readonly string[];
}

/** How codes that nothing has are told: the commands are a slice's business. */
export interface UnknownCodes {
  report(found: FoundCode): Telling;
  /** What was scanned behind it. `report`: the id of the command that told of it. */
  scannedAfter(report: string, scans: readonly string[]): Telling;
}

/** Codes that nothing has: they are offered to be set aside, and nobody waits for what they are. */
export interface Strangers {
  /** After the worker was told what came of a scan. */
  heard(scan: Scan | AmbiguousScan, tone: Tone, at: Position): Promise<void>;
  /** At the step that is shown a code turned out to be nobody's; it is offered unless it was set aside there. */
  met(text: string, at: Position): void;
  /** The worker goes on with something else: the code is not offered any more. */
  forget(): void;
  /** The code that can be set aside now; null for none. */
  code(): string | null;
  setAside(photos: readonly string[]): Promise<void>;
}

const scansBefore = 3;
const scansAfter = 2;

/** `queuedNow` is told of each command that went into the queue. */
export function makeStrangers(options: RunnerOptions, queuedNow: (queued: QueuedCommand) => void): Strangers {
  const { database, environment, unknownCodes, onQueued, onTurn } = options;
  let recent: readonly string[] = [];
  let found: Omit<FoundCode, 'photos'> | null = null;
  let told: { readonly report: string; readonly left: number } | null = null;
  let aside: string | null = null;

  async function queue(telling: Telling, said: KeyedWords, causedBy: string | null): Promise<QueuedCommand | null> {
    const draft = await draftCommand(options, { ...telling, told: said, takesPlate: false });
    if ('problem' in draft) return null;
    const log = { badge: draft.badge, atMs: environment.clock.now(), text: '', tone: 'good' as const, said };
    const queued = await appendCommand(database, environment, { ...draft, causedBy }, causedBy === null ? { log } : {});
    queuedNow(queued);
    onQueued();
    return queued;
  }

  return {
    heard: async (scan, tone, { flow, step, state }) => {
      if (!unknownCodes) return;
      const isStrange = scan.kind === 'unknown' && !scan.refused && tone === 'bad' && !isTaken(scan, state);
      aside = null;
      found = isStrange ? { text: scan.text, flow, step, state, before: recent } : null;
      recent = [...recent, scan.text].slice(-scansBefore);
      if (!told || isStrange) return;
      const { report, left } = told;
      told = left > 1 ? { report, left: left - 1 } : null;
      await queue((await unknownCodes()).scannedAfter(report, [scan.text]), words('unknownCode.after'), report);
    },

    met: (text, { flow, step, state }) => {
      if (!unknownCodes || text === aside) return;
      found ??= { text, flow, step, state, before: recent.filter((scanned) => scanned !== text) };
    },

    forget: () => {
      found = null;
    },

    code: () => found?.text ?? null,

    setAside: async (photos) => {
      if (!unknownCodes || !found) return;
      const said = words('unknownCode.done', { text: found.text });
      const queued = await queue((await unknownCodes()).report({ ...found, photos }), said, null);
      const { text } = found;
      aside = text;
      found = null;
      told = queued && { report: queued.id, left: scansAfter };
      const turn: Told = { tone: 'good', said, text, heard: null, command: queued?.id ?? null };
      await onTurn(turn);
    },
  };
}

/** It is part of what is known at the step: a label that was scanned once more is nobody's riddle. */
function isTaken({ text, serial }: UnknownScan, state: object): boolean {
  return Object.values(state)
    .flat()
    .includes(serial ?? text);
}
