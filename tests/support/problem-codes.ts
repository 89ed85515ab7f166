import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { filesIn } from './source-files.ts';

/** A place in the sources that makes a problem. `params` are the names it fills in; null where that cannot be seen. */
export interface ProblemUse {
  readonly code: string;
  readonly params: readonly string[] | null;
  readonly where: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const shapeOfCode = /^[a-z][a-z0-9_]*\.[a-z0-9_]+$/;

/**
 * Every problem that the program can make, as far as it is written out: `problem('code', { … })`,
 * `refuseScan('code', { … })`, objects with a member `code`, and the lists of codes in files named `problems.ts`.
 */
export function problemUses(): readonly ProblemUse[] {
  allUses ??= ['shared', 'api', 'pwa']
    .flatMap(filesIn)
    .filter((path) => !path.startsWith('shared/locales/'))
    .flatMap((path) => problemUsesIn(path, readFileSync(join(root, path), 'utf8')));
  return allUses;
}

/** Reading all sources takes seconds, and several tests ask. */
let allUses: readonly ProblemUse[] | undefined;

/** The same for one file's text. */
export function problemUsesIn(path: string, text: string): ProblemUse[] {
  const uses: ProblemUse[] = [];
  const lineAt = (node: Node) => `${path}:${text.slice(0, node.start).split('\n').length}`;
  const add = (node: Node, codes: readonly string[], params: readonly string[] | null) => {
    for (const code of codes) uses.push({ code, params, where: lineAt(node) });
  };
  visit(parseSync(path, text).program as unknown as Node, (node) => {
    if (node.type === 'CallExpression' && makesProblem(node.callee)) {
      const [code, params] = node.arguments as (Node | undefined)[];
      add(node, codesOf(code), params === undefined ? [] : namesOf(params));
    }
    if (node.type === 'ObjectExpression') {
      const code = memberOf(node, 'code');
      const params = memberOf(node, 'params');
      if (code !== undefined) add(node, codesOf(code), params === undefined ? null : namesOf(params));
    }
    if (path.endsWith('/problems.ts') && node.type === 'ArrayExpression') {
      add(node, (node.elements as Node[]).flatMap(codesOf), null);
    }
  });
  return uses;
}

/** Every string of the sources, to find sentences that nothing uses any more. */
export function everyString(): Set<string> {
  const strings = new Set<string>();
  for (const path of ['shared', 'api', 'pwa'].flatMap(filesIn)) {
    if (path.startsWith('shared/locales/')) continue;
    visit(parseSync(path, readFileSync(join(root, path), 'utf8')).program as unknown as Node, (node) => {
      if (typeof node.value === 'string') strings.add(node.value);
    });
  }
  return strings;
}

/** A node of the syntax tree (ESTree with TypeScript). */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly [member: string]: unknown;
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, see);
  if (typeof value !== 'object' || value === null || !('type' in value)) return;
  see(value as Node);
  for (const child of Object.values(value)) visit(child, see);
}

function makesProblem(callee: unknown): boolean {
  return ['problem', 'refuseScan'].includes((callee as { name?: string }).name ?? '');
}

/** A code that is written out, or both of a condition; what stands in a variable is found where it is written. */
function codesOf(node: Node | undefined): string[] {
  if (node?.type === 'ConditionalExpression') {
    return [...codesOf(node.consequent as Node), ...codesOf(node.alternate as Node)];
  }
  if (node?.type === 'TSAsExpression') return codesOf(node.expression as Node);
  return typeof node?.value === 'string' && shapeOfCode.test(node.value) ? [node.value] : [];
}

function memberOf(object: Node, name: string): Node | undefined {
  const member = (object.properties as Node[]).find(
    (property) => property.type === 'Property' && (property.key as { name?: string }).name === name,
  );
  return member?.value as Node | undefined;
}

/** The member names of an object that is written out, or null when it holds more than can be seen. */
function namesOf(node: Node): string[] | null {
  if (node.type !== 'ObjectExpression') return null;
  const properties = node.properties as Node[];
  if (properties.some((property) => property.type !== 'Property' || property.computed === true)) return null;
  return properties.map(({ key }) =>
    String((key as { name?: string; value?: string }).name ?? (key as { value?: string }).value),
  );
}
