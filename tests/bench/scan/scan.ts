/**
 * `npm run bench:scan -- <folder>`: how many of a folder's pictures are read, how many are misread, and how long that
 * takes, by our decoder and by the engines alone, in one run.
 *
 * The folder holds `images/` and `expected.json` (see `ExpectedPicture`), and may hold `frames/` and
 * `frames_expected.json`. A picture whose symbology is null shows no whole code: any answer to it is a misread. Times are
 * from pixels to answer in Node; opening the file does not count. Ends with 1 below the bounds that it prints.
 */
import { performance } from 'node:perf_hooks';
import { passOf, turns } from '../../../pwa/scanner/decoder.ts';
import { type Pass, plans } from '../../../pwa/scanner/passes.ts';
import { readPass } from '../../../pwa/scanner/read-pass.ts';
import { usualSymbologies } from '../../../pwa/scanner/symbology.ts';
import { type Engine, openZxing, ours, zxingLibrary, zxingWasm } from './engines.ts';
import { type ExpectedPicture, expectedPictures, isRight, openPicture } from './pictures.ts';
import { columns, percentile } from './table.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Name the folder: npm run bench:scan -- <folder with expected.json>\n');
  process.exit(64);
}

/** Points of the decode rate above the thorough pass of zxing-wasm alone. */
const stillsAhead = 2;
const framesAhead = 8;
/** What one look at a frame may take in the worker, so that no picture of a usual camera has to wait long. */
const msPerFrame = 40;

const stills = expectedPictures(folder, 'expected.json', 'images');
const frames = expectedPictures(folder, 'frames_expected.json', 'frames');
if (stills.length + frames.length === 0) {
  process.stderr.write(`There is no expected.json in ${folder}.\n`);
  process.exit(1);
}
const passes = Object.keys(plans) as Pass[];
const zxing = await openZxing();
const engines = [ours(zxing), zxingWasm, zxingLibrary()];
let isReached = true;
await measure('Stills', stills, stillsAhead);
await measure('Frames', frames, framesAhead);
if (frames.length > 0) await measurePasses();
process.exitCode = isReached ? 0 : 1;

interface Tally {
  total: number;
  right: number;
  misread: number;
  readonly ms: number[];
}

/** Reads each picture with each engine, and prints by symbology and in all. */
async function measure(title: string, pictures: readonly ExpectedPicture[], ahead: number): Promise<void> {
  if (pictures.length === 0) return;
  const tallies = engines.map(() => new Map<string, Tally>());
  const misreads: string[] = [];
  for (const expected of pictures) {
    const picture = await openPicture(expected.file);
    for (const [index, engine] of engines.entries()) {
      const before = performance.now();
      const answer = await engine.read(picture);
      const took = performance.now() - before;
      const right = answer !== null && isRight(expected, answer);
      if (index === 0 && answer !== null && !right) misreads.push(`${expected.file}: ${JSON.stringify(answer.text)}`);
      for (const name of [expected.symbology ?? 'no whole code', 'all']) {
        const tally = tallies[index]?.get(name) ?? { total: 0, right: 0, misread: 0, ms: [] };
        tallies[index]?.set(name, tally);
        if (expected.symbology !== null) tally.total += 1;
        if (right) tally.right += 1;
        else if (answer !== null) tally.misread += 1;
        tally.ms.push(took);
      }
    }
  }
  const names = [...(tallies[0]?.keys() ?? [])].filter((name) => name !== 'all').sort();
  const rows = [...names, 'all'].map((name) => [
    name,
    String(tallies[0]?.get(name)?.ms.length ?? 0),
    ...tallies.flatMap((each) => cells(each.get(name))),
  ]);
  const heads = ['', 'pictures', ...engines.flatMap(({ name }: Engine) => [name, 'misread', 'ms p50', 'p95'])];
  const [us, alone] = tallies.map((each) => rate(each.get('all')));
  const gain = (us ?? 0) - (alone ?? 0);
  const isGood = gain >= ahead && misreads.length === 0;
  isReached &&= isGood;
  say(`${title}\n${columns(heads, rows)}`);
  if (misreads.length > 0) say(`Misread by ours:\n${misreads.join('\n')}`);
  say(
    `${title}: ${gain.toFixed(1)} points above one thorough pass of zxing-wasm, ${misreads.length} misread; ` +
      `to be reached: ${ahead} points, 0 misread: ${isGood ? 'reached' : 'NOT REACHED'}\n`,
  );
}

function cells(tally: Tally | undefined): string[] {
  if (!tally) return ['', '', '', ''];
  const share = tally.total === 0 ? '' : `${rate(tally).toFixed(1)} %`;
  return [share, String(tally.misread), percentile(tally.ms, 0.5).toFixed(1), percentile(tally.ms, 0.95).toFixed(1)];
}

function rate(tally: Tally | undefined): number {
  return tally ? (100 * tally.right) / Math.max(1, tally.total) : 0;
}

/** Each way alone over all frames, and all of them as a stream is looked at: a picture in one of them, in their turn. */
async function measurePasses(): Promise<void> {
  const pictures = await Promise.all(frames.map(async ({ file }) => (await openPicture(file)).grey));
  const times = new Map(
    passes.map((pass) => [
      pass,
      pictures.map((picture) => timeOf(() => readPass(zxing, picture, pass, usualSymbologies))),
    ]),
  );
  const lines = [...times].map(([pass, ms]) => [
    pass,
    percentile(ms, 0.5).toFixed(1),
    percentile(ms, 0.95).toFixed(1),
    percentile(ms, 0.99).toFixed(1),
  ]);
  say(`One pass over a frame\n${columns(['pass', 'ms p50', 'p95', 'p99'], lines)}`);
  const slowest = Math.max(...[...times.values()].map((ms) => percentile(ms, 0.95)));
  const stream = Array.from({ length: turns }, (_, turn) => times.get(passOf(turn)) ?? []).flat();
  const p95 = percentile(stream, 0.95);
  // No reason to fail: the machine may be busy with something else.
  const isGood = p95 <= msPerFrame;
  say(
    `A frame of a stream: p50 ${percentile(stream, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms ` +
      `(in the slowest pass alone p95 ${slowest.toFixed(1)} ms); ` +
      `to be reached: p95 ${msPerFrame} ms: ${isGood ? 'reached' : 'NOT REACHED'}`,
  );
}

function timeOf(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
