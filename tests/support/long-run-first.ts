import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longer than any other, the longest first. */
const longRuns: readonly string[] = [
  '/simulation/worlds.test.ts',
  '/properties/outbound.test.ts',
  '/simulation/same-seed.test.ts',
  '/properties/floor.test.ts',
  '/replenishment/limits.test.ts',
  '/platform/verify.test.ts',
  '/replenishment/replenishment.test.ts',
  '/start/start.process.ts',
  '/browser/replenishment.browser.ts',
  '/browser/administration.browser.ts',
  '/browser/receiving-flows.browser.ts',
];

/**
 * What takes long is begun first, and the others fill what it leaves of the machine. Begun last, it would run beside
 * nothing.
 */
export class LongRunFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const placeOf = ({ moduleId }: TestSpecification) => longRuns.findIndex((name) => moduleId.endsWith(name));
    const long = sorted.filter((file) => placeOf(file) >= 0).sort((one, other) => placeOf(one) - placeOf(other));
    return [...long, ...sorted.filter((file) => placeOf(file) < 0)];
  }
}
