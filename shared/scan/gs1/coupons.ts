import { dateOfSixDigits } from './dates.ts';

/**
 * A North American coupon (AI 8110): funder, offer, save value, up to three purchase requirements, then optional
 * fields in ascending order. Source: GS1 US, "North American Coupon Application Guideline Using GS1 DataBar
 * Expanded Symbols".
 */
export function isCouponCode(value: string, currentYear: number): boolean {
  if (!/^\d+$/.test(value)) return false;
  const reader = new CouponReader(value);
  reader.counted('[0-6]', 6).take('\\d{6}').counted('[1-5]', 0).counted('[1-5]', 0).take('[0-49]\\d{3}');
  if (reader.option('1')) reader.take('[0-3]').counted('[1-5]', 0).take('[0-49]\\d{3}').company();
  if (reader.option('2')) reader.counted('[1-5]', 0).take('[0-49]\\d{3}').company();
  const expires = reader.option('3') ? reader.date(currentYear) : null;
  const starts = reader.option('4') ? reader.date(currentYear) : null;
  if (expires !== null && starts !== null && starts > expires) return false;
  if (reader.option('5')) reader.counted('\\d', 6);
  if (reader.option('6')) reader.counted('[1-7]', 6);
  if (reader.option('9')) reader.take('[01256][0-2]\\d[01]');
  return reader.isAtEnd();
}

/** A coupon of the positive offer file (AI 8112). Source: GS1 US, "GS1 AI (8112) Coupon Data Specification". */
export function isPositiveOfferCoupon(value: string): boolean {
  if (!/^\d+$/.test(value)) return false;
  return new CouponReader(value).take('[01]').counted('[0-6]', 6).take('\\d{6}').counted('\\d', 6).isAtEnd();
}

/** Reads fields one behind the other; once one does not fit, nothing after it does. */
class CouponReader {
  private rest: string | null;

  constructor(value: string) {
    this.rest = value;
  }

  /** The characters this pattern matches. */
  take(pattern: string): this {
    const match = this.rest === null ? null : new RegExp(`^${pattern}`).exec(this.rest);
    this.rest = match === null || this.rest === null ? null : this.rest.slice(match[0].length);
    return this;
  }

  /** A digit of this pattern, then as many digits as it says and `more`. */
  counted(pattern: string, more: number): this {
    const length = Number(this.rest?.[0] ?? 0) + more;
    return this.take(pattern).take(`\\d{${length}}`);
  }

  /** The company of a further purchase; 9 says that it is the same as before. */
  company(): this {
    return this.rest?.startsWith('9') === true ? this.take('9') : this.counted('[0-6]', 6);
  }

  /** Takes the digit that announces an optional field, if it is next. */
  option(digit: string): boolean {
    if (this.rest?.startsWith(digit) !== true) return false;
    this.take(digit);
    return true;
  }

  date(currentYear: number): string | null {
    const digits = this.rest?.slice(0, 6) ?? '';
    const day = dateOfSixDigits(digits, currentYear);
    if (day === null || day.dayUnspecified) this.rest = null;
    else this.take('\\d{6}');
    return digits;
  }

  isAtEnd(): boolean {
    return this.rest === '';
  }
}
