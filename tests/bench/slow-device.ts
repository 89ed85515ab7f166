import type { Handheld } from '../support/handheld.ts';

/** How much slower than this machine the device is. */
export const slowedDown = 4;

export function slowDown(handheld: Handheld): Promise<void> {
  return setRate(handheld, slowedDown);
}

/** As fast as this machine again, for what is not measured. */
export function speedUp(handheld: Handheld): Promise<void> {
  return setRate(handheld, 1);
}

async function setRate({ context, page }: Handheld, rate: number): Promise<void> {
  const chromium = await context.newCDPSession(page);
  await chromium.send('Emulation.setCPUThrottlingRate', { rate });
}
