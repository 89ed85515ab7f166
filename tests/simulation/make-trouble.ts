import type { Handheld } from './floor/handheld.ts';
import { waitFor } from './world/settle.ts';
import type { World } from './world/world.ts';

/** Whatever goes wrong in a warehouse, at random, until the work is done. */
export function makeTrouble(world: World, handhelds: readonly Handheld[], isOver: () => boolean): void {
  const { time, server, log } = world;
  const chance = world.chance.fork();
  const often = (fromMs: number, toMs: number, happen: () => void): void => {
    time.after(chance.integer(fromMs, toMs), () => {
      if (isOver()) return;
      happen();
      often(fromMs, toMs, happen);
    });
  };
  often(4000, 40_000, () => chance.pick(handhelds).die());
  often(5000, 60_000, () => chance.pick(handhelds).jumpClock());
  often(2000, 20_000, () => chance.pick(handhelds).crashTab());
  often(5000, 20_000, () => {
    for (const handheld of handhelds) if (chance.happens(0.3)) handheld.hint();
  });
  often(5000, 30_000, () => {
    const { network } = chance.pick(handhelds);
    network.isOffline = true;
    log.sometimes('went offline');
    time.after(chance.integer(1000, 60_000), () => {
      network.isOffline = false;
    });
  });
  const kill = (): void => {
    time.after(chance.integer(20_000, 120_000), () => {
      if (isOver()) return;
      server.armKill(() => {
        time.after(chance.integer(200, 5000), () => void waitFor(revive()));
      });
    });
  };
  const revive = async (): Promise<void> => {
    await server.restart();
    kill();
  };
  kill();
}
