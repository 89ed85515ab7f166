import { allAiRules } from '#shared/scan/gs1/rules.ts';
import type { ReadScanOptions } from '#shared/scan/read-options.ts';
import { readScan } from '#shared/scan/read-scan.ts';
import type { BenchCase } from '../case.ts';

/** As many codes as a busy site scans in months, most of them damaged. */
const texts = 1_000_000;
const wantedPerSecond = 20_000;

/** Every sort of scanner setting takes its turn. */
const settings: readonly ReadScanOptions[] = [
  { currentYear: 2026 },
  { currentYear: 2026, separators: ['~', '|'], unknownAi: 'warn' },
  { currentYear: 2049, separatorsLost: true, unknownAi: 'ignore' },
  { currentYear: 2026, codes: [{ name: 'rack', kind: 'location', pattern: 'L{*:1-64}[{X:1-9}]' }] },
];

/**
 * A million texts of chance through the reader of codes: noise, labels that are right, and labels with characters changed,
 * left out, doubled and swapped. None may throw: a scan that does is a screen that stands still.
 */
export const gs1: BenchCase = {
  name: 'gs1',
  run: async ({ quick, say }) => {
    const count = quick ? texts / 10 : texts;
    const chance = drawer(20_261_122);
    const outcomes = new Map<string, number>();
    const thrown: string[] = [];
    let spentMs = 0;
    for (let index = 0; index < count; index += 1) {
      const text = drawText(chance);
      const options = settings[index % settings.length] ?? { currentYear: 2026 };
      const started = performance.now();
      try {
        const { kind } = readScan({ text, source: index % 2 === 0 ? 'wedge' : 'camera' }, options);
        outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
      } catch (error) {
        thrown.push(`${JSON.stringify(text)}: ${String(error)}`);
      }
      spentMs += performance.now() - started;
    }
    say(`read as ${[...outcomes].map(([kind, times]) => `${kind} ${times}`).join(', ')}`);
    for (const line of thrown.slice(0, 10)) say(`thrown at ${line}`);
    const perSecond = (count / spentMs) * 1000;
    return [
      {
        what: `random and mutated codes read, ${count.toLocaleString('en-US')}`,
        measured: perSecond,
        unit: 'codes/s',
        rounds: [perSecond],
        bound: { kind: 'at least', value: wantedPerSecond },
      },
      {
        what: '  of which the reader threw at',
        measured: thrown.length,
        unit: 'codes',
        rounds: [thrown.length],
        bound: { kind: 'at most', value: 0 },
      },
    ];
  },
};

/** A whole number from 0 up to below so many, by chance that is the same in every run (mulberry32). */
type Draw = (below: number) => number;

function drawer(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const rules = allAiRules();
const carriers = ['', '', ']C1', ']e0', ']d2', ']Q3', ']J1', ']E0', ']E4', ']I1', ']C0', ']Q1'];
const marks = [
  ...'\u001d~|()\\%/?&=^<>{}[]␝\0\n',
  '\ud83d',
  '\udce6',
  'ß',
  '00',
  '01',
  '8008',
  '<GS>',
  '%TIMES',
  'https://',
];
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./+'];

function drawText(draw: Draw): string {
  const whole = draw(8) === 0 ? noise(draw, draw(80)) : label(draw);
  return mutated(whole, draw, draw(4));
}

function noise(draw: Draw, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(draw(3) === 0 ? draw(0x10000) : 32 + draw(95))).join('');
}

/** Fields of known lengths in one of the ways in which a label is written. */
function label(draw: Draw): string {
  const fields = Array.from({ length: 1 + draw(4) }, () => {
    const rule = rules[draw(rules.length)] ?? rules[0];
    const value = (rule?.components ?? []).map(({ set, shortest, longest }) => {
      const length = shortest + draw(longest - shortest + 1);
      return Array.from({ length }, () =>
        set === 'N' ? String(draw(10)) : (letters[draw(letters.length)] ?? ''),
      ).join('');
    });
    return { ai: rule?.ai ?? '01', value: value.join('') };
  });
  const [first, ...others] = fields;
  switch (draw(4)) {
    case 0:
      return fields.map(({ ai, value }) => `(${ai})${value}`).join('');
    case 1:
      return `https://id.example/${first?.ai}/${first?.value}?${others.map(({ ai, value }) => `${ai}=${value}`).join('&')}`;
    default:
      return `${carriers[draw(carriers.length)]}${fields.map(({ ai, value }) => ai + value).join(draw(3) === 0 ? '' : '\u001d')}`;
  }
}

function mutated(text: string, draw: Draw, times: number): string {
  let changed = text;
  for (let time = 0; time < times; time += 1) {
    const at = draw(changed.length + 1);
    const [before, after] = [changed.slice(0, at), changed.slice(at)];
    const mark = marks[draw(marks.length)] ?? '';
    changed = [
      before + mark + after,
      before + after.slice(1),
      before + mark + after.slice(1),
      after + before,
      changed + after,
    ][draw(5)] as string;
  }
  return changed;
}
