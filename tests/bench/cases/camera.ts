import type { FilmedCode } from '../../support/barcode-film.ts';
import { cameraFrom } from '../../support/browser.ts';
import { type CameraScene, marks, writeCameraFilm } from '../../support/camera-film.ts';
import { openHandheld, signIn } from '../../support/handheld.ts';
import { startServerProcess } from '../../support/server.ts';
import type { BenchCase } from '../case.ts';
import { summarise } from '../load.ts';
import type { Row } from '../report.ts';
import { type CameraTimes, type Showing, watchCamera } from '../watch-camera.ts';

/** Each symbology upright, held askew, and from further away. */
const codes: readonly FilmedCode[] = [
  { symbology: 'ean13', text: '4099999000012' },
  { symbology: 'code128', text: 'A-01-01-1' },
  { symbology: 'gs1-128', text: '(00)340999990000000013' },
  { symbology: 'gs1datamatrix', text: '(01)04099999000012(17)271231(10)L-77' },
  { symbology: 'qrcode', text: 'https://id.gs1.org/01/04099999000012/10/L-77' },
  { symbology: 'itf14', text: '14006381333938' },
  { symbology: 'code39', text: 'PO-1001' },
];
const poses: readonly Pick<CameraScene, 'turned' | 'wide'>[] = [{}, { turned: 8 }, { wide: 0.34, turned: -5 }];

/** Eight tenths of a second in view, then longer out of view than a code has to be to be taken again. */
const inView = 24;
const between = 36;
/** One code stays for three seconds, is gone for less than a second, and comes back; then it was gone for longer. */
const staying: readonly CameraScene[] = [
  { code: { symbology: 'code128', text: 'STAYS-IN-VIEW' }, frames: 90 },
  { code: null, frames: 18 },
  { code: { symbology: 'code128', text: 'STAYS-IN-VIEW' }, frames: inView },
  { code: null, frames: 45 },
  { code: { symbology: 'code128', text: 'STAYS-IN-VIEW' }, frames: inView },
  { code: null, frames: between },
];

/**
 * The camera as a scanner, in a real browser whose camera shows a film of 1280×720 at thirty pictures a second: from the
 * first picture that shows a code until its scan is accepted, how many pictures are looked at, how long the page is held
 * up meanwhile, and that nothing is read that is not in view, or twice.
 */
export const camera: BenchCase = {
  name: 'camera',
  run: async (context) => {
    const shown = codes.flatMap((code) =>
      (context.quick ? poses.slice(0, 1) : poses).map((pose) => ({ code, ...pose })),
    );
    const scenes: CameraScene[] = [
      { code: null, frames: between },
      ...shown.flatMap((scene): CameraScene[] => [
        { ...scene, frames: inView },
        { code: null, frames: between },
      ]),
      ...staying,
    ];
    const film = `${context.folder}/camera.mjpeg`;
    await writeCameraFilm(film, scenes);
    const server = await startServerProcess({ databaseUrl: `sqlite:${context.folder}/camera.db` });
    try {
      const handheld = await openHandheld('about:blank', { browserArgs: cameraFrom(film) });
      try {
        await handheld.page.addInitScript(watchCamera, marks);
        await handheld.page.goto(server.url);
        await signIn(handheld, 'W-1001', '1001');
        await handheld.press('Look up');
        await handheld.press('Camera');
        // It is opened in the middle of the film, which begins anew at its end.
        const withCode = scenes.filter(({ code }) => code !== null).length;
        await handheld.page.waitForFunction(
          (count) => {
            const { showings } = window.cameraTimes;
            const whole = showings.slice(1).filter(({ scene, toMs }) => scene > 0 && toMs !== null);
            return new Set(whole.map(({ scene }) => scene)).size === count;
          },
          withCode,
          { timeout: 180_000, polling: 500 },
        );
        const times = await handheld.page.evaluate(() => window.cameraTimes);
        return rowsOf(judge(times, scenes), context.say);
      } finally {
        await handheld.close();
      }
    } finally {
      await server.stop();
    }
  },
};

interface Figures {
  readonly latenciesMs: readonly number[];
  readonly missed: readonly string[];
  /** Reads of what was not in view, or had not been out of view for a second. */
  readonly wrong: readonly string[];
  readonly perSecond: number;
  /** From a frame's being given to the worker until its answer was heard. */
  readonly framesMs: readonly number[];
  readonly longTasksMs: readonly number[];
}

/** A picture that was taken while the code was in view may be read when it no longer is. */
const underWayMs = 200;

function judge({ showings, reads, decoded, longTasks }: CameraTimes, scenes: readonly CameraScene[]): Figures {
  // Of what was in view when the camera was opened nobody knows since when.
  const counted = showings.slice(1).filter((each): each is Showing & { toMs: number } => each.toMs !== null);
  const opened = counted[0]?.scene === 0 ? underWayMs : 0;
  const [fromMs, toMs] = [(counted[0]?.fromMs ?? 0) + opened, counted.at(-1)?.toMs ?? 0];
  const within = (atMs: number) => atMs >= fromMs && atMs <= toMs + underWayMs;
  const left = new Set(reads.filter(({ atMs }) => within(atMs)));
  const missed: string[] = [];
  const latenciesMs: number[] = [];
  for (const { scene, fromMs: start, toMs: end } of counted) {
    const code = scenes[scene - 1]?.code;
    if (!code || isTooSoon(scene, scenes)) continue;
    const read = [...left].find(({ atMs, text }) => atMs >= start && atMs <= end + underWayMs && isOf(code, text));
    if (read) {
      left.delete(read);
      latenciesMs.push(read.atMs - start);
    } else missed.push(code.text);
  }
  const seconds = (toMs - fromMs) / 1000;
  return {
    latenciesMs,
    missed,
    wrong: [...left].map(({ text }) => text),
    perSecond: decoded.filter(({ atMs }) => within(atMs)).length / seconds,
    framesMs: decoded.flatMap(({ atMs, tookMs }) => (within(atMs) && tookMs !== null ? [tookMs] : [])),
    longTasksMs: longTasks.filter(({ atMs }) => within(atMs)).map(({ ms }) => ms),
  };
}

/** The same code was in view less than a second before. */
function isTooSoon(scene: number, scenes: readonly CameraScene[]): boolean {
  const [before, gap] = [scenes[scene - 3]?.code, scenes[scene - 2]];
  return before?.text === scenes[scene - 1]?.code?.text && (gap?.frames ?? 0) < 30;
}

/** Brackets are only for people. */
function isOf({ text }: FilmedCode, read: string): boolean {
  const plain = (each: string) => [...each].filter((char) => !'()\u001d'.includes(char)).join('');
  return plain(read) === plain(text);
}

function rowsOf(figures: Figures, say: (text: string) => void): Row[] {
  const { latenciesMs, missed, wrong, perSecond, framesMs, longTasksMs } = figures;
  say(`${latenciesMs.length} codes read, missed: ${missed.join(', ') || 'none'}; wrong: ${wrong.join(', ') || 'none'}`);
  say(`in view to accepted: ${latenciesMs.map((ms) => ms.toFixed(0)).join(', ')} ms`);
  const row = (what: string, measured: number, unit: string, kind: 'at most' | 'at least', value: number): Row => ({
    ...{ what, measured, unit, rounds: [measured], bound: { kind, value } },
  });
  if (latenciesMs.length === 0) throw new Error('the camera read nothing');
  const { p50Ms, p95Ms } = summarise([...latenciesMs], 1);
  return [
    row('camera: code in view to accepted scan, median', p50Ms, 'ms', 'at most', 200),
    row('  p95', p95Ms, 'ms', 'at most', 500),
    row('  codes in view that were not read', missed.length, '', 'at most', 0),
    row('  reads of what was not in view, or a second time', wrong.length, '', 'at most', 0),
    row('pictures looked at, of thirty', perSecond, '/s', 'at least', 24),
    row('  a frame in the worker, there and back, p95', summarise([...framesMs], 1).p95Ms, 'ms', 'at most', 40),
    row('longest task of the page (0: none over 50)', Math.max(0, ...longTasksMs), 'ms', 'at most', 50),
  ];
}
