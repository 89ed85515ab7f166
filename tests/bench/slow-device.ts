import type { Handheld } from '../support/handheld.ts';

/** How much slower than this machine the device is. */
export const slowedDown = 4;

export async function slowDown({ context, page }: Handheld): Promise<void> {
  const chromium = await context.newCDPSession(page);
  await chromium.send('Emulation.setCPUThrottlingRate', { rate: slowedDown });
}
