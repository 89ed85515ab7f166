import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

/** One of the project's own source files, as the architecture test sees it. */
export interface SourceFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  /** Own files by their path, packages by what is written (`node:fs`, `zod`). Types count as much as values. */
  readonly imports: readonly Place<'target'>[];
  /**
   * Names that the file takes from its surroundings: `fetch`, `Date.now`, `new Date()`; and `*.name` for each member it
   * calls on anything.
   */
  readonly uses: readonly Place<'name'>[];
  readonly comments: readonly Place<'text'>[];
}

type Place<Member extends string> = { readonly [key in Member]: string } & { readonly line: number };

const root = fileURLToPath(new URL('../..', import.meta.url));

/** All TypeScript of the project, read once. */
export function sourceFiles(): SourceFile[] {
  return ['shared', 'migrations', 'api', 'pwa', 'tests'].flatMap(filesIn).map(readSource);
}

/** Paths of all TypeScript in a folder of the project, from the project's folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function readSource(path: string): SourceFile {
  return parseSource(path, readFileSync(join(root, path), 'utf8'));
}

/** Reads one file's text. Throws when it is not TypeScript. */
export function parseSource(path: string, text: string): SourceFile {
  const { program, module, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors.map((error) => error.message).join('; ')}`);
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const requests = [
    ...module.staticImports.map((found) => found.moduleRequest),
    ...module.staticExports.flatMap((found) => found.entries.flatMap((entry) => entry.moduleRequest ?? [])),
    ...dynamicRequests(program as unknown as Node),
  ];
  return {
    path,
    lines: text.split('\n').length - 1,
    imports: requests.map(({ value, start }) => ({ target: resolveImport(path, value), line: lineAt(start) })),
    uses: usesIn(program as unknown as Node).map(({ name, start }) => ({ name, line: lineAt(start) })),
    comments: comments.map(({ value, start }) => ({ text: value.trim(), line: lineAt(start) })),
  };
}

/** The project's own files by their path, whichever way they are named; packages as they are written. */
function resolveImport(from: string, written: string): string {
  if (written.startsWith('#shared/')) return posix.join('shared', written.slice('#shared/'.length));
  return written.startsWith('.') ? posix.join(dirname(from), written).replace(/\?.*$/, '') : written;
}

/** A node of the syntax tree (ESTree with TypeScript), of which only what is asked for here is known. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly [member: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function visit(node: Node, see: (node: Node, parent: Node | null, member: string) => void): void {
  const enter = (value: unknown, parent: Node | null, member: string) => {
    if (Array.isArray(value)) for (const each of value) enter(each, parent, member);
    if (!isNode(value)) return;
    see(value, parent, member);
    for (const [name, child] of Object.entries(value)) enter(child, value, name);
  };
  enter(node, null, '');
}

/** What `import('…')` and `import type` within a type name. */
function dynamicRequests(program: Node): { value: string; start: number }[] {
  const found: { value: string; start: number }[] = [];
  visit(program, (node) => {
    if (node.type !== 'ImportExpression' && node.type !== 'TSImportType') return;
    const source = node.source ?? node.argument;
    if (isNode(source) && typeof source.value === 'string') found.push({ value: source.value, start: node.start });
  });
  return found;
}

const surroundings = ['globalThis', 'window', 'self'];

/** Members by their written name; names that the file does not declare itself, alone and with what is taken of them. */
function usesIn(program: Node): { name: string; start: number }[] {
  const declared = new Set<unknown>();
  const found: { name: string; start: number; base: unknown }[] = [];
  visit(program, (node, parent, member) => {
    if (declares(parent, member) && node.type === 'Identifier') declared.add(node.name);
    if (node.type === 'MemberExpression' && !node.computed && isNode(node.property)) {
      found.push({ name: `*.${node.property.name}`, start: node.start, base: null });
    }
    if (node.type === 'Identifier' && isReference(parent, member)) {
      for (const name of [node.name, ...moreOf(node, parent)]) {
        found.push({ name: String(name), start: node.start, base: node.name });
      }
    }
  });
  return found.filter(({ base }) => base === null || !declared.has(base));
}

function declares(parent: Node | null, member: string): boolean {
  switch (parent?.type) {
    case 'VariableDeclarator':
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
      return member === 'id' || member === 'params';
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return member === 'local';
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return member === 'params';
    case 'AssignmentPattern':
      return member === 'left';
    default:
      return false;
  }
}

/** False for the names of members, of properties and of parameters in types: they are the file's own words. */
function isReference(parent: Node | null, member: string): boolean {
  if (parent === null || member === 'id' || member === 'params' || member === 'label') return false;
  if (parent.type.startsWith('Import') || parent.type.startsWith('Export')) return member === 'declaration';
  if (parent.type === 'MemberExpression') return member === 'object' || parent.computed === true;
  const isKey = member === 'key' && parent.computed !== true;
  return !isKey && !(parent.type.startsWith('TS') && (member === 'parameters' || member === 'parameterName'));
}

function moreOf(node: Node, parent: Node | null): string[] {
  if (parent?.type === 'NewExpression' && Array.isArray(parent.arguments) && parent.arguments.length === 0) {
    return [`new ${node.name}()`];
  }
  if (parent?.type !== 'MemberExpression' || parent.computed || !isNode(parent.property)) return [];
  const own = `${node.name}.${parent.property.name}`;
  return surroundings.includes(String(node.name)) ? [own, String(parent.property.name)] : [own];
}
