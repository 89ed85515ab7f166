import { createHash } from 'node:crypto';
import type { Chance } from './chance.ts';
import type { ServerAnswer, ServerRequest } from './sim-server.ts';
import type { World } from './world.ts';

/** How bad the network is: shares of requests, 0 to 1. */
export interface Faults {
  readonly requestLost: number;
  readonly answerLost: number;
  readonly repeated: number;
  readonly slow: number;
}

export const noFaults: Faults = { requestLost: 0, answerLost: 0, repeated: 0, slow: 0 };

/**
 * The network between one party and the server. It loses requests and answers (sometimes at once, sometimes the sender
 * hears nothing for ever), delivers a request twice, and holds things back so long that later ones overtake them.
 */
export class SimNetwork {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #name: string;
  faults: Faults;
  isOffline = false;

  constructor(world: World, name: string, faults: Faults) {
    this.#world = world;
    this.#chance = world.chance.fork();
    this.#name = name;
    this.faults = faults;
  }

  /** Rejects when the network says that it failed; hangs when it says nothing. `isAlive`: the sender still listens. */
  send(request: ServerRequest, isAlive: () => boolean): Promise<ServerAnswer> {
    return new Promise((resolve, reject) => {
      const later = (run: () => void): void => {
        this.#world.time.after(this.#delay(), () => {
          if (isAlive()) run();
        });
      };
      this.#carry(request, (answer) => {
        if (answer) later(() => resolve(answer));
        else if (this.#chance.happens(0.5)) later(() => reject(new Error('the network failed')));
        else this.#world.log.sometimes('silence for ever');
      });
    });
  }

  #carry(request: ServerRequest, onAnswer: (answer: ServerAnswer | undefined) => void): void {
    const { log, time } = this.#world;
    const lost = this.isOffline ? 'sent while offline' : 'request lost';
    // What takes long to send breaks off more often.
    const share = this.faults.requestLost * (request.file ? 3 : 1);
    if (this.isOffline || this.#chance.happens(share)) {
      log.sometimes(lost);
      onAnswer(undefined);
      return;
    }
    time.after(this.#delay(), () => void this.#deliver(request, onAnswer));
    if (request.method === 'GET' || !this.#chance.happens(this.faults.repeated)) return;
    time.after(this.#delay() + this.#chance.integer(0, 4000), () => {
      log.sometimes('request repeated');
      void this.#deliver(request, () => {});
    });
  }

  async #deliver(request: ServerRequest, onAnswer: (answer: ServerAnswer | undefined) => void): Promise<void> {
    const { log, server } = this.#world;
    const answer = await server.take(request);
    const said = answer ? `${answer.status} ${answer.text}` : 'nothing';
    log.note(this.#name, `${request.method} ${request.path} ${sentIn(request)} -> ${said}`);
    if (answer && answer.status >= 500)
      log.violations.push(`${this.#name}: ${request.method} ${request.path}: ${said}`);
    const isLost = answer !== undefined && (this.isOffline || this.#chance.happens(this.faults.answerLost));
    if (isLost) log.sometimes('answer lost');
    if (!answer) log.sometimes('server did not answer');
    onAnswer(isLost ? undefined : answer);
  }

  #delay(): number {
    if (!this.#chance.happens(this.faults.slow)) return this.#chance.integer(5, 60);
    this.#world.log.sometimes('held back');
    return this.#chance.integer(500, 20_000);
  }
}

function sentIn({ body, file }: ServerRequest): string {
  return file ? createHash('sha256').update(new Uint8Array(file.content)).digest('hex') : (body ?? '');
}
