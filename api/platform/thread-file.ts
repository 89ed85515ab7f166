import { existsSync } from 'node:fs';

/**
 * Where a thread's program lies: beside the source `from` that starts it, or in the folder of the bundle, of which the
 * chunk that this became is a part or one floor below.
 */
export function threadFile(name: string, from: string): URL {
  if (from.endsWith('.ts')) return new URL(`${name}.ts`, from);
  const beside = new URL(`${name}.js`, from);
  return existsSync(beside) ? beside : new URL(`../${name}.js`, from);
}
