import { expect, test } from 'vitest';
import { addEntry, lastEntries } from '../../pwa/store/log.ts';
import { rig } from './scripted-server.ts';

test.each([
  ['nobody else works with the device', 0, ['own 7', 'own 6', 'own 5', 'own 4', 'own 3']],
  ['somebody else worked a little meanwhile', 12, ['own 7', 'own 6', 'own 5', 'own 4', 'own 3']],
  ['somebody else worked for hours', 150, ['own 7', 'own 6', 'own 5', 'own 4', 'own 3']],
  ['what is too old to be looked at is forgotten', 196, ['own 7', 'own 6', 'own 5', 'own 4']],
])('the last five lines of a person, newest first: %s', async (_, others, shown) => {
  const { database } = await rig();
  const add = (badge: string, text: string) =>
    addEntry(database, { badge, atMs: 0, text, tone: 'good', said: text, command: null });
  for (let count = 1; count <= 7; count += 1) await add('W-1001', `own ${count}`);
  for (let count = 1; count <= others; count += 1) await add('W-1002', `other ${count}`);
  expect((await lastEntries(database, 'W-1001', 5)).map(({ text }) => text)).toEqual(shown);
});
