import { openDatabase, type TallymanDatabase, writeMeta } from '../../pwa/store/database.ts';
import { deviceName } from '../../pwa/store/device.ts';
import type { NetworkRequest } from '../../pwa/store/environment.ts';
import { appendCommand, type CommandDraft, newCommandId, type StoredWith } from '../../pwa/store/queue.ts';
import type { StoredEnvelope } from '../../pwa/store/queued-command.ts';
import { answered } from './device.ts';
import { type VirtualEnvironment, virtualEnvironment } from './virtual-environment.ts';

/** A server that follows the contract for one device: each id once, numbers in order, first answers again. */
export class ScriptedServer {
  readonly done: StoredEnvelope[] = [];
  readonly bodies = new Map<string, string>();
  expected = 1;
  changes: { items: unknown[]; next: number; hasMore: boolean; reset: boolean } = noChanges(0);
  outcomeOf: (command: StoredEnvelope) => { outcome: string; problem?: { code: string } } = () => ({
    outcome: 'applied',
  });

  /** The next range of plate numbers that it gives. */
  plates: { from: number; to: number } | null = null;

  answer(request: NetworkRequest) {
    if (request.path === '/api/device/license-plates') return answered(this.plates ? 200 : 503, this.plates);
    if (request.path.startsWith('/api/device/changes')) return answered(200, this.changes);
    const { commands } = request.body as { commands: StoredEnvelope[] };
    return answered(200, { results: commands.map((command) => this.judge(command)) });
  }

  judge(command: StoredEnvelope) {
    const { id, sequence } = command;
    if (this.bodies.has(id)) return { id, repeated: true, result: null, problem: null, ...this.outcomeOf(command) };
    if (sequence > this.expected) {
      return { id, outcome: 'gap', repeated: false, result: { expectedSequence: this.expected }, problem: null };
    }
    if (sequence < this.expected) {
      const problem = { code: 'command.sequence_reused', params: { sequence, expected: this.expected } };
      return { id, outcome: 'refused', repeated: false, result: null, problem };
    }
    this.expected += 1;
    this.bodies.set(id, JSON.stringify(command.body));
    this.done.push(command);
    return { id, repeated: false, result: null, problem: null, ...this.outcomeOf(command) };
  }
}

export function noChanges(next: number) {
  return { items: [] as unknown[], next, hasMore: false, reset: false };
}

export interface Rig {
  readonly environment: VirtualEnvironment;
  readonly database: TallymanDatabase;
  readonly server: ScriptedServer;
}

/** A device with a queue, and the server that answers it. */
export async function rig(): Promise<Rig> {
  const environment = virtualEnvironment();
  const database = await openDatabase(environment.storage);
  await deviceName(database, environment.random);
  await writeMeta(database, 'signedIn', { badge: 'W-1001', warehouse: 'EAST' });
  const server = new ScriptedServer();
  environment.answer((request) => server.answer(request));
  return { environment, database, server };
}

export function queue(
  { database, environment }: Pick<Rig, 'database' | 'environment'>,
  note: string,
  more: Partial<CommandDraft> = {},
  storedWith: StoredWith = {},
) {
  const draft: CommandDraft = {
    ...{ id: newCommandId(environment), type: 'test.note', version: 1, body: { note }, badge: 'W-1001' },
    ...{ session: 'session-of-wanda', warehouse: 'EAST', causedBy: null, words: note, effects: [], takesPlate: false },
    ...more,
  };
  return appendCommand(database, environment, draft, storedWith);
}
