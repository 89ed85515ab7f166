import { describe, expect, test } from 'vitest';
import { parseSource, type SourceFile, sourceFiles } from './support/source-files.ts';

/** Slices of the floor, by which folders of `shared`, `api` and `pwa` are named alike. */
const slices = [
  ...['receiving', 'putaway', 'replenishment', 'waves', 'picking', 'packing', 'shipping', 'counting', 'inventory'],
  ...['returns', 'orders', 'catalogue', 'sites', 'people', 'documents', 'labels', 'planning', 'integration'],
  ...['exceptions', 'monitoring', 'unknown-codes', 'practice'],
];

const core = ['shared/kernel', 'shared/scan', 'shared/ledger', 'shared/command'];
const everyShared = [...core, 'shared/locales', ...slices.map((slice) => `shared/${slice}`)];
const deviceBase = ['pwa/engine', 'pwa/scanner', 'pwa/store', 'pwa/ui'];

/**
 * Who may import whom. Left: a folder or, where it is named, a file; the longest that fits a file counts. Right: the
 * folders and files it may import from, besides its own folder.
 */
const mayImport: Record<string, readonly string[]> = {
  'shared/kernel': [],
  'shared/scan': ['shared/kernel'],
  'shared/ledger': ['shared/kernel'],
  'shared/command': ['shared/kernel', 'shared/ledger'],
  'shared/locales': ['shared/kernel'],
  ...forEachSlice((slice) => [`shared/${slice}`, core]),

  migrations: [],

  'api/platform': [...core, 'shared/locales', 'migrations'],
  ...forEachSlice((slice) => [`api/${slice}`, [...core, 'shared/locales', `shared/${slice}`, 'api/platform']]),
  'api/bin': ['api', ...everyShared, 'migrations'],
  'api/demo': ['api', ...everyShared],
  // The stand-in for an ERP knows the server by its HTTP contract alone.
  'api/demo/erp': [],

  ...Object.fromEntries(deviceBase.map((part) => [part, [...core, 'shared/locales', ...deviceBase]])),
  ...forEachSlice((slice) => [`pwa/${slice}`, [...core, 'shared/locales', `shared/${slice}`, ...deviceBase]]),
  'pwa/sw': [],

  // The registries, which list what the slices offer, and the programs' entries.
  'shared/command/catalogue.ts': everyShared,
  'api/handlers.ts': ['api', ...everyShared],
  'api/message-kinds.ts': ['api', ...everyShared],
  'api/app.ts': ['api', ...everyShared],
  'api/main.ts': ['api', ...everyShared],
  'pwa/flows.ts': ['pwa', ...everyShared],
  'pwa/flows-out.ts': ['pwa', ...everyShared],
  'pwa/flows-stock.ts': ['pwa', ...everyShared],
  'pwa/app.tsx': ['pwa', ...everyShared],
  'pwa/console.tsx': ['pwa', ...everyShared],
  'pwa/main.tsx': ['pwa', ...everyShared],

  tests: ['shared', 'api', 'pwa', 'migrations', 'vite.config.ts'],
};

/** Packages, and Node's own modules, that only some may import; a name stands for all that begins with it. */
const packageRules: readonly { who: RegExp; never: readonly string[]; remedy: string }[] = [
  {
    who: /^shared\//,
    never: ['node:', 'hono', '@hono', 'kysely', 'pg', 'better-sqlite3', 'pino', 'preact', '@preact', 'idb', 'uuidv7'],
    remedy: 'shared runs on device and server alike and does nothing but reckon: pass in what it needs',
  },
  {
    who: /^pwa\//,
    never: ['node:', 'hono', '@hono', 'kysely', 'pg', 'better-sqlite3', 'pino', 'prom-client'],
    remedy: 'the app runs in a browser: ask the API',
  },
  {
    who: /^api\/(?!platform\/db\/)/,
    never: ['pg', 'better-sqlite3'],
    remedy: 'differences between the databases live in api/platform/db and nowhere else',
  },
  { who: /^api\//, never: ['preact', '@preact', 'idb', 'zxing-wasm', '@zxing'], remedy: 'that belongs to the app' },
];

/** Names that some files may not use, with what to do instead. */
const nameRules: readonly { who: (path: string) => boolean; never: readonly string[]; remedy: string }[] = [
  {
    who: isIn('shared'),
    never: ['Date', 'performance', '*.toLocaleDateString', '*.toLocaleTimeString'],
    remedy: 'a rule has no clock: take the time as a fact or from the command, in ms since 1970',
  },
  {
    who: isIn('shared'),
    never: ['Math.random', 'crypto'],
    remedy: 'a rule has no luck: ids and random numbers are made by who calls it',
  },
  {
    who: isIn('shared'),
    never: ['Intl', '*.localeCompare', '*.toLocaleString', '*.toLocaleUpperCase', '*.toLocaleLowerCase'],
    remedy: 'the answer would differ from machine to machine: compare code units, and leave wording to the screens',
  },
  {
    who: isIn('shared'),
    never: ['console', 'setTimeout', 'setInterval', 'queueMicrotask', 'fetch', 'process', 'localStorage', 'navigator'],
    remedy: 'a rule does nothing but decide: give back a value and let the caller act',
  },
  {
    who: (path) => isIn('api')(path) && !isEdge(path),
    never: ['Date.now', 'new Date()', 'Math.random', 'fetch'],
    remedy: 'take clock, random and network from the services, so that tests and the simulation can have their own',
  },
  {
    who: (path) => slices.some((slice) => isIn(`api/${slice}`)(path)),
    never: ['setTimeout', 'setInterval', 'performance', 'process'],
    remedy: 'take clock and settings from the services',
  },
  {
    who: (path) => isIn('pwa')(path) && !isEdge(path),
    never: ['Date.now', 'new Date()', 'Math.random', 'fetch', 'crypto.randomUUID', 'crypto.getRandomValues'],
    remedy: 'take clock, random and network from what pwa/main.tsx passes in, so that the simulation can have its own',
  },
  {
    who: (path) => isIn('api')(path) && !mayHoldSql(path),
    never: ['sql', '*.selectFrom', '*.insertInto', '*.updateTable', '*.deleteFrom', '*.replaceInto'],
    remedy: 'put the statement into a *.queries.ts file, as a function named for the question',
  },
  {
    who: (path) => isIn('shared')(path) || isIn('pwa')(path),
    never: ['*.selectFrom', '*.insertInto', '*.updateTable', '*.deleteFrom'],
    remedy: 'SQL belongs to the API',
  },
];

/** Where the real clock, the real network and real chance come in. Everything else is given them. */
const edges: readonly RegExp[] = [
  /^api\/(main\.ts|platform\/clock\.ts|bin\/|demo\/)/,
  /^pwa\/(main\.tsx|console\.tsx|sw\/)/,
  /^pwa\/[a-z]+\/(clock|timer|network|random)\.ts$/,
];

/** Longest file, in lines. Tables that a program wrote or that only hold words are read as data, not as code. */
const longest = 400;
const isTable = (path: string) => /\.generated\.ts$|^shared\/locales\//.test(path);

const files = sourceFiles();

test('every file lies in a folder that the table of imports knows', () => {
  const strangers = files.filter((file) => keyOf(file.path) === null).map((file) => file.path);
  expect(strangers, `Known are: ${Object.keys(mayImport).join(', ')}`).toEqual([]);
});

test('nobody imports from where they may not', () => {
  expect(files.flatMap(forbiddenImports)).toEqual([]);
});

test('packages are imported only by the world they belong to', () => {
  expect(files.flatMap(forbiddenPackages)).toEqual([]);
});

test('clock, chance, network and SQL are used only where they belong', () => {
  expect(files.flatMap(forbiddenNames)).toEqual([]);
});

test('what silences the compiler or the linter says why', () => {
  expect(files.flatMap(unexplainedSuppressions)).toEqual([]);
});

test('no work is left for later in a comment', () => {
  const left = files.flatMap(({ path, comments }) =>
    comments.filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text)).map(({ line }) => `${path}:${line}`),
  );
  expect(left).toEqual([]);
});

test(`no file is longer than ${longest} lines`, () => {
  const tooLong = files.filter((file) => file.lines > longest && !isTable(file.path));
  const complaint = tooLong.map(({ path, lines }) => `${path} has ${lines} lines: look for the second verb in it`);
  expect(complaint).toEqual([]);
});

describe('the walls hold', () => {
  test.each<[path: string, text: string, complaint: RegExp | null]>([
    ['shared/picking/a.ts', "import { b } from '../receiving/b.ts';", /may not import shared\/receiving\/b\.ts/],
    ['shared/picking/a.ts', "import type { B } from '#shared/receiving/b.ts';", /may not import/],
    ['shared/picking/a.ts', "export * from '#shared/receiving/b.ts';", /may not import/],
    ['shared/picking/a.ts', "type B = import('../receiving/b.ts').B;", /may not import/],
    ['shared/picking/a.ts', "import { b } from '#shared/ledger/entry.ts';", null],
    ['shared/kernel/a.ts', "import { b } from '#shared/scan/gtin.ts';", /may not import/],
    ['api/picking/a.ts', "const b = await import('../../pwa/ui/b.tsx');", /may not import/],
    ['api/picking/a.ts', "import { b } from '#shared/picking/b.ts';", null],
    ['api/app.ts', "import { b } from './picking/b.routes.ts';", null],
    ['pwa/picking/a.flow.ts', "import { b } from '../../api/platform/store.ts';", /may not import/],
    ['api/demo/erp.ts', "import { b } from '../../pwa/store/b.ts';", /may not import/],
    ['shared/kernel/a.ts', 'export const now = () => Date.now();', /Date.*a rule has no clock/],
    ['shared/kernel/a.ts', 'export const at: Date | null = null;', /Date.*a rule has no clock/],
    ['shared/kernel/a.ts', 'export const r = Math.random();', /Math\.random.*no luck/],
    ['shared/kernel/a.ts', "export const s = globalThis.fetch('x');", /fetch/],
    ['shared/kernel/a.ts', '// Date is not used here\nexport const d = { Date: 1 }.Date;', null],
    ['shared/kernel/a.ts', 'export const c = (a: string, b: string) => a.localeCompare(b);', /localeCompare/],
    ['api/picking/a.ts', 'export const d = new Date();', /new Date\(\)/],
    ['api/picking/a.ts', 'export const d = (ms: number) => new Date(ms).toISOString();', null],
    ['api/picking/a.ts', 'export const a = (fetch: () => void) => fetch();', null],
    ['api/picking/a.routes.ts', "export const a = (k: K) => k.selectFrom('x');", /queries/],
    ['api/picking/a.queries.ts', "export const a = (k: K) => k.selectFrom('x');", null],
    ['api/picking/short-pick.ts', "export const a = (k: K) => k.selectFrom('x');", null],
    ['api/picking/a.ts', "import pg from 'pg';", /api\/platform\/db/],
    ['api/picking/a.ts', "import { p } from 'pgvector';", null],
    ['pwa/ui/a.tsx', "import { readFileSync } from 'node:fs';", /browser/],
    ['shared/kernel/a.ts', '// @ts-ignore\nexport const a = 1;', /ts-ignore/],
    ['shared/kernel/a.ts', '// @ts-expect-error\nexport const a = 1;', /say why/],
    ['shared/kernel/a.ts', '// @ts-expect-error the driver types miss this member\nexport const a = 1;', null],
  ])('%s with `%s`', (path, text, complaint) => {
    const file = parseSource(path, text);
    const found = [forbiddenImports, forbiddenPackages, forbiddenNames, unexplainedSuppressions].flatMap((rule) =>
      rule(file),
    );
    if (complaint === null) expect(found).toEqual([]);
    else expect(found.join('\n')).toMatch(complaint);
  });
});

function forbiddenImports({ path, imports }: SourceFile): string[] {
  const own = keyOf(path);
  if (own === null) return [];
  const allowed = [folderOf(own), ...(mayImport[own] ?? [])];
  return imports
    .filter(({ target }) => keyOf(target) !== null && !allowed.some((folder) => isIn(folder)(target)))
    .map(({ target, line }) => `${path}:${line} may not import ${target} (it may: ${allowed.join(', ')})`);
}

function forbiddenPackages({ path, imports }: SourceFile): string[] {
  return packageRules
    .filter(({ who }) => who.test(path))
    .flatMap(({ never, remedy }) =>
      imports
        .filter(({ target }) => never.some((name) => isPackage(target, name)))
        .map(({ target, line }) => `${path}:${line} may not import ${target}: ${remedy}`),
    );
}

function forbiddenNames({ path, uses }: SourceFile): string[] {
  return nameRules
    .filter(({ who }) => who(path))
    .flatMap(({ never, remedy }) =>
      uses
        .filter(({ name }) => never.includes(name))
        .map(({ name, line }) => `${path}:${line} may not use ${name}: ${remedy}`),
    );
}

function unexplainedSuppressions({ path, comments }: SourceFile): string[] {
  return comments.flatMap(({ text, line }) => {
    if (/@ts-(ignore|nocheck)\b/.test(text))
      return [`${path}:${line} use @ts-expect-error with its reason, not @ts-ignore`];
    const silenced = text.match(/^(?:@ts-expect-error|biome-ignore(?:-all)?\s+[\w/]+)\s*:?\s*(.*)$/s);
    return silenced && (silenced[1] ?? '').split(/\s+/).length < 3
      ? [`${path}:${line} say why after the suppression`]
      : [];
  });
}

function forEachSlice(row: (slice: string) => readonly [string, readonly string[]]): Record<string, readonly string[]> {
  return Object.fromEntries(slices.map(row));
}

/** The entry of `mayImport` that a file falls under: the longest that fits; null for packages and strangers. */
function keyOf(path: string): string | null {
  const keys = Object.keys(mayImport).filter((key) => isIn(key)(path));
  return keys.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** A registry that is named as a file belongs to its folder. */
function folderOf(key: string): string {
  return /\.tsx?$/.test(key) ? key.slice(0, key.lastIndexOf('/')) : key;
}

function isIn(folder: string): (path: string) => boolean {
  return (path) => path === folder || path.startsWith(`${folder}/`);
}

function isPackage(target: string, name: string): boolean {
  return target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`);
}

function isEdge(path: string): boolean {
  return edges.some((edge) => edge.test(path));
}

/** Queries, handlers (`api/<slice>/<verb>.ts`, for their facts), the platform, and the demo, which fills every table. */
function mayHoldSql(path: string): boolean {
  const isHandler = slices.some((slice) => isIn(`api/${slice}`)(path)) && /\/[a-z-]+\.ts$/.test(path);
  return isHandler || isIn('api/platform')(path) || isIn('api/demo')(path) || /\.queries\.ts$/.test(path);
}
