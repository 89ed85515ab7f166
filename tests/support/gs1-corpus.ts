/**
 * Runs a folder's `gs1_vectors.json` against the scan reader and tells how many are right, by kind:
 *
 *     node tests/support/gs1-corpus.ts <folder>
 *
 * Ends with 1 below the goal: 545 of 551 vectors, every valid `scan` and `dl` one, and every interpretation. Another
 * number of vectors is measured by the same share. `--all` also prints each vector that went wrong.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { interpret } from '#shared/scan/gs1/interpret.ts';
import type { Gs1Element } from '#shared/scan/gs1/label.ts';
import { readScan } from '#shared/scan/read-scan.ts';
import type { ScanReading } from '#shared/scan/scan.ts';

interface Vector {
  readonly id: string;
  readonly kind: 'raw' | 'scan' | 'hri' | 'dl';
  readonly input: string;
  readonly valid: boolean;
  readonly ais: readonly (readonly [ai: string, value: string])[];
  readonly reason: string | null;
}

interface Interpretation {
  readonly ai: string;
  readonly value: string;
  readonly referenceYear?: number;
  readonly expect: Readonly<Record<string, string | number | boolean>>;
}

const wantedShare = 545 / 551;
const year = 2026;

const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const tellAll = process.argv.includes('--all');
if (folder === undefined) {
  process.stderr.write('Name the folder: node tests/support/gs1-corpus.ts <folder with gs1_vectors.json>\n');
  process.exit(2);
}
const corpus = JSON.parse(readFileSync(join(folder, 'gs1_vectors.json'), 'utf8')) as {
  vectors: Vector[];
  semantics: Interpretation[];
};

const failures: string[] = [];
const tally = new Map<string, { right: number; total: number }>();

for (const vector of corpus.vectors) {
  const reading = read(vector);
  const right = vector.valid ? sameElements(vector, elementsOf(reading)) : elementsOf(reading) === null;
  count(`${vector.kind} ${vector.valid ? 'accepted' : 'refused'}`, right, () => {
    const found = reading.kind === 'refused' ? JSON.stringify(reading.refusal) : JSON.stringify(elementsOf(reading));
    return `${vector.id} ${vector.kind} ${JSON.stringify(vector.input)} found ${found}, expected ${vector.reason ?? JSON.stringify(vector.ais)}`;
  });
}
for (const item of corpus.semantics) {
  const found = described(item);
  const right = Object.entries(item.expect).every(([name, value]) => found[name] === value);
  count('interpretations', right, () => `${item.ai} ${item.value} found ${JSON.stringify(found)}`);
}

for (const [name, { right, total }] of [...tally].sort()) process.stdout.write(`${name}: ${right} of ${total}\n`);
if (tellAll) process.stdout.write(failures.map((line) => `${line}\n`).join(''));

const vectorTally = [...tally].filter(([name]) => name !== 'interpretations').map(([, part]) => part);
const right = vectorTally.reduce((sum, part) => sum + part.right, 0);
const mustBeWhole = ['scan accepted', 'dl accepted', 'interpretations'].filter((name) => {
  const part = tally.get(name);
  return part !== undefined && part.right < part.total;
});
const reached = right >= corpus.vectors.length * wantedShare && mustBeWhole.length === 0;
process.stdout.write(`${right} of ${corpus.vectors.length} vectors: ${reached ? 'goal reached' : 'below the goal'}\n`);
process.exit(reached ? 0 : 1);

/** A raw element string comes without identifier, so it is read as a GS1-128 would be. */
function read({ kind, input }: Vector): ScanReading {
  const marked = kind === 'raw' ? { symbologyIdentifier: ']C1' } : {};
  return readScan({ text: input, source: 'wedge', ...marked }, { currentYear: year });
}

function elementsOf(reading: ScanReading): readonly Gs1Element[] | null {
  if (reading.kind === 'gs1') return reading.label.elements;
  if (reading.kind === 'gtin') return [{ ai: '01', value: reading.gtins[0] ?? '' }];
  return reading.kind === 'sscc' ? [{ ai: '00', value: reading.sscc }] : null;
}

/** In the order of the text; only a Digital Link has none. */
function sameElements(vector: Vector, found: readonly Gs1Element[] | null): boolean {
  if (found === null) return false;
  const inOrder = (pairs: string[]): string => (vector.kind === 'dl' ? pairs.sort() : pairs).join('\n');
  return inOrder(found.map(({ ai, value }) => `${ai} ${value}`)) === inOrder(vector.ais.map((pair) => pair.join(' ')));
}

/** Our meaning of a value in the words of the vectors. */
function described({ ai, value, referenceYear }: Interpretation): Record<string, unknown> {
  const meaning = interpret({ ai, value }, referenceYear ?? year);
  if (meaning.type === 'count') return { type: 'integer', value: meaning.value };
  if (meaning.type === 'date') return { type: 'date', iso: meaning.date, dayUnspecified: meaning.dayUnspecified };
  if (meaning.type === 'measure') {
    return { type: 'decimal', value: meaning.value, unit: meaning.unit + (meaning.logistic ? ' (logistic)' : '') };
  }
  return { ...meaning };
}

function count(name: string, right: boolean, explain: () => string): void {
  const part = tally.get(name) ?? { right: 0, total: 0 };
  tally.set(name, { right: part.right + (right ? 1 : 0), total: part.total + 1 });
  if (!right) failures.push(explain());
}
