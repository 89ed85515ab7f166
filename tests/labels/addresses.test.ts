import { expect, test } from 'vitest';
import { isNoPrinter, openRaw } from '../../api/platform/print/raw-print.ts';

test.each<[address: string, why: string, inDemo: boolean, inProduction: boolean]>([
  ['10.0.0.7', 'a printer', false, false],
  ['192.168.1.20', 'a printer', false, false],
  ['fd12:3456::9', 'a printer', false, false],
  ['127.0.0.1', 'this machine: a printer in a demo alone', false, true],
  ['127.8.8.8', 'this machine', false, true],
  ['::ffff:127.0.0.1', 'this machine under another name', false, true],
  ['::1', 'this machine', true, true],
  ['0.0.0.0', 'any of this machine', true, true],
  ['::', 'any of this machine', true, true],
  ['169.254.169.254', 'what clouds tell their machines', true, true],
  ['::ffff:169.254.169.254', 'the same under another name', true, true],
  ['::ffff:a9fe:a9fe', 'the same', true, true],
  ['64:ff9b::a9fe:a9fe', 'the same', true, true],
  ['2002:a9fe:a9fe::', 'the same', true, true],
  ['fd00:ec2::254', 'the same', true, true],
  ['100.100.100.200', 'the same', true, true],
  ['168.63.129.16', 'the same', true, true],
  ['fe80::1', 'this cable', true, true],
  ['224.0.0.1', 'everybody', true, true],
  ['255.255.255.255', 'everybody', true, true],
  ['ff02::1', 'everybody', true, true],
])('%s is %s', (address, _why, inDemo, inProduction) => {
  expect(isNoPrinter(address, { isDemo: true })).toBe(inDemo);
  expect(isNoPrinter(address, { isDemo: false })).toBe(inProduction);
});

test.each(['localhost', '2130706433', '0x7f000001', '127.1'])(
  'a name that leads to this machine, such as %s, is connected to nowhere, also in a demo',
  async (host) => {
    await expect(openRaw({ host, port: 9100 }, { isDemo: true })).rejects.toThrow(/printer\.(no_address|unreachable)/);
  },
);
