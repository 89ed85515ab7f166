/** One wrong row: which one, and what is wrong with it. */
export interface Fault {
  readonly row: string;
  readonly what: string;
}

/** What one kind of check found. */
export interface Finding {
  readonly check: string;
  /** How many rows were looked at, and what they are: `links`, `entries`. */
  readonly rows: number;
  readonly of: string;
  readonly faultCount: number;
  /** The first of them. */
  readonly faults: readonly Fault[];
}

/** More than this many faults of a kind are counted, not told. */
const toldAtMost = 20;

/** Collects what a check finds. */
export class Check {
  readonly name: string;
  readonly of: string;
  rows = 0;
  faultCount = 0;
  readonly faults: Fault[] = [];

  constructor(name: string, of: string) {
    this.name = name;
    this.of = of;
  }

  fault(row: string, what: string): void {
    this.faultCount += 1;
    if (this.faults.length < toldAtMost) this.faults.push({ row, what });
  }

  /** Notes a fault unless both are the same. */
  same(row: string, of: string, is: unknown, shouldBe: unknown): void {
    if (is !== shouldBe) this.fault(row, `${of} is ${textOf(is)}, not ${textOf(shouldBe)}`);
  }

  get finding(): Finding {
    return { check: this.name, rows: this.rows, of: this.of, faultCount: this.faultCount, faults: this.faults };
  }
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? 'missing' : String(value);
}
