import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The simulated worlds take longer than any other file by far. Begun last, they would run beside nothing; begun first,
 * they fill what the others leave of the machine.
 */
export class LongRunFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => moduleId.endsWith('/simulation/worlds.test.ts');
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
