import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type Drawing, drawn } from '../support/drawn-code.ts';

const program = fileURLToPath(new URL('../../api/bin/run.mjs', import.meta.url));

interface Kept {
  readonly list: string;
  readonly pictures: string;
}

async function keep(folder: string, { list, pictures }: Kept, drawings: Readonly<Record<string, Drawing>>) {
  mkdirSync(join(folder, pictures));
  const expected = Object.entries(drawings).map(([file, { text }]) => {
    return { file, symbology: 'Code128', text };
  });
  writeFileSync(join(folder, list), JSON.stringify(expected));
  for (const [file, drawing] of Object.entries(drawings)) {
    const { data, width, height } = drawn(drawing);
    await sharp(data, { raw: { width, height, channels: 1 } })
      .png()
      .toFile(join(folder, pictures, file));
  }
}

/** What `npm run bench:scan -- <folder>` writes, and its exit code. */
function measure(folder: string): Promise<{ readonly code: number; readonly output: string }> {
  const args = [program, 'tests/bench/scan/scan.ts', folder];
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, output, errors) =>
      resolve({ code: Number(error?.code ?? 0), output: output + errors }),
    );
  });
}

const upright: Drawing = { symbology: 'code128', text: 'PALLET-4711', module: 2 };

test('a folder of stills and frames is measured to its end, and ends well where we read what one pass does not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tallyman-bench-scan-'));
  const drawings = { 'upright.png': upright, 'tilted.png': { ...upright, tilt: 40 } };
  await keep(folder, { list: 'expected.json', pictures: 'images' }, drawings);
  await keep(folder, { list: 'frames_expected.json', pictures: 'frames' }, drawings);
  const { code, output } = await measure(folder);
  rmSync(folder, { recursive: true });
  expect(output).toMatch(/Stills: 50\.0 points above .* reached[\s\S]*Frames: 50\.0 points above .* reached/);
  expect(output).toMatch(
    /A frame of a stream: p50 [\d.]+ ms, p95 [\d.]+ ms \(in the slowest pass alone p95 [\d.]+ ms\)/,
  );
  expect(code).toBe(0);
}, 120_000);

test('a folder without a list is no measurement', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tallyman-bench-scan-'));
  const { code, output } = await measure(folder);
  rmSync(folder, { recursive: true });
  expect([code, output]).toEqual([1, `There is no expected.json in ${folder}.\n`]);
});
