/**
 * Writes `shared/scan/gs1/table.ts` from a GS1 Barcode Syntax Dictionary:
 *
 *     node tests/support/gs1-table.ts <gs1-syntax-dictionary.txt>
 *
 * Run it when GS1 publishes a new dictionary (repository gs1/gs1-syntax-dictionary), then run the scan tests. The
 * titles, the layout and the comments of the dictionary stay behind; what remains are the facts, one row for each
 * application identifier or range of them, in a form that is small to ship and quick to read.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const target = fileURLToPath(new URL('../../shared/scan/gs1/table.ts', import.meta.url));

const [source] = process.argv.slice(2);
if (source === undefined) {
  process.stderr.write('Name the dictionary: node tests/support/gs1-table.ts <gs1-syntax-dictionary.txt>\n');
  process.exit(2);
}

const rows = readFileSync(source, 'utf8')
  .split('\n')
  .filter((line) => /^\d/.test(line))
  .map(rowOf);

writeFileSync(
  target,
  `/**
 * Every GS1 application identifier: generated, do not edit.
 *
 * Source: the GS1 Barcode Syntax Dictionary, GS1 AISBL, Apache License 2.0 (repository gs1/gs1-syntax-dictionary).
 * Written by \`tests/support/gs1-table.ts\`; read by \`rules.ts\`, which explains the columns:
 * identifiers | flags | components | companions | excluded | Digital Link qualifiers
 */
export const gs1Table: readonly string[] = [
${rows.map((row) => `  '${row}',`).join('\n')}
];
`,
);
process.stdout.write(`${rows.length} rows written\n`);

/** One line of the dictionary as one row of ours. */
function rowOf(line: string): string {
  const [identifiers = '', ...words] = line.replace(/#.*/, '').trim().split(/\s+/);
  const flags = words[0] !== undefined && /^[*?]+$/.test(words[0]) ? words.shift() : '';
  const components: string[] = [];
  const companions: string[] = [];
  const excluded: string[] = [];
  let qualifiers = '';
  for (const word of words) {
    const [name, value] = word.split('=');
    if (name === 'req') companions.push(value ?? '');
    else if (name === 'ex') excluded.push(value ?? '');
    // A key without qualifiers is written `-`, so that it differs from what is no key at all.
    else if (name === 'dlpkey') qualifiers = value?.replaceAll('|', '/') ?? '-';
    else components.push(componentOf(word));
  }
  const columns = [identifiers, flags, components.join(' '), companions.join(';'), excluded.join(','), qualifiers];
  return columns.join('|').replace(/\|+$/, '');
}

/** `[N..12],nozeroprefix` becomes `N-12?:nozeroprefix`: set, length (`-` for "up to"), optional, linters. */
function componentOf(word: string): string {
  const match = /^(\[)?([NXYZ])(\.\.)?(\d+)\]?(?:,(.*))?$/.exec(word);
  if (match === null) throw new Error(`not a component: ${word}`);
  const [, optional, set, upTo, length, linters] = match;
  const suffix = linters === undefined ? '' : `:${linters.replaceAll(',', ':')}`;
  return `${set}${upTo === undefined ? '' : '-'}${length}${optional === undefined ? '' : '?'}${suffix}`;
}
