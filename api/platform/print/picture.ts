import { Worker } from 'node:worker_threads';
import { threadFile } from '../thread-file.ts';

/** One label to be drawn; lengths in mm. */
export interface DrawAsked {
  readonly id: number;
  readonly zpl: string;
  readonly width: number;
  readonly height: number;
  readonly dotsPerMm: number;
}

interface Waiting {
  readonly resolve: (png: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** Who looks at one label looks at the next, and then at something else. */
const restMs = 20_000;

let thread: Worker | undefined;
let nextId = 0;
let resting: NodeJS.Timeout | undefined;
const waiting = new Map<number, Waiting>();

/**
 * The first label of a text in ZPL as a PNG, as a printer of so many dots an inch would print it. The library for that is
 * large: it lives in a thread that is started when a label is looked at, and ended when nobody has for a while.
 */
export function drawZpl(
  zpl: string,
  size: { readonly width: number; readonly height: number },
  dpi: 203 | 300,
): Promise<Uint8Array> {
  // It knows whole dots a millimetre only: the picture has as many dots as the label has for the printer.
  const dotsPerMm = dpi === 203 ? 8 : 12;
  const scale = dpi / 25.4 / dotsPerMm;
  clearTimeout(resting);
  thread ??= start();
  nextId += 1;
  const asked: DrawAsked = { id: nextId, zpl, width: size.width * scale, height: size.height * scale, dotsPerMm };
  return new Promise((resolve, reject) => {
    waiting.set(asked.id, { resolve, reject });
    thread?.ref();
    thread?.postMessage(asked);
  });
}

function start(): Worker {
  const made = new Worker(threadFile('picture-thread', import.meta.url));
  made.unref();
  made.on('message', ({ id, png, why }: { id: number; png?: string; why?: string }) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (png === undefined) one?.reject(new Error(why));
    else one?.resolve(Buffer.from(png, 'base64'));
    if (waiting.size === 0) rest(made);
  });
  made.once('error', (error) => {
    if (thread === made) thread = undefined;
    for (const { reject } of waiting.values()) reject(error as Error);
    waiting.clear();
  });
  return made;
}

function rest(made: Worker): void {
  made.unref();
  resting = setTimeout(() => {
    thread = undefined;
    void made.terminate();
  }, restMs);
  resting.unref();
}
