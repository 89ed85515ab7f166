import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Model } from './models.ts';
import { createDatabase } from './postgres.ts';

/** A database of one's own that begins as a copy of `model`. `drop` removes it. */
export async function freshDatabase(
  dialect: 'sqlite' | 'postgres',
  model: Model,
): Promise<{ url: string; drop(): Promise<void> }> {
  if (dialect === 'postgres') return createDatabase(inject('postgresUrl'), model.postgres);
  const folder = await mkdtemp(join(tmpdir(), 'tallyman-'));
  const file = join(folder, 'warehouse.db');
  await copyFile(model.sqlite, file);
  return { url: `sqlite:${file}`, drop: () => rm(folder, { recursive: true, force: true }) };
}
