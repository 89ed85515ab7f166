import type { Disposition } from '#shared/returns/disposition.ts';
import type { RegisterBody } from '#shared/returns/register-body.ts';
import type { EnteredGoods } from '../engine/goods-entry.ts';
import type { JustNumbered } from '../engine/prints-label.ts';
import type { KeyedWords } from '../ui/words.ts';

/** What the goods went out with, as far as it is known: a return number, or the number of an order. */
export interface AtSlip {
  readonly returnId: string | null;
  readonly order: string | null;
}

export interface Returned extends AtSlip, EnteredGoods {}

export interface Counted extends Returned {
  readonly quantity: number;
}

export interface Disposed extends Counted {
  readonly disposition: Disposition;
  readonly photos: readonly string[];
}

/** A return that was refused as too late, as it was sent. */
export interface Late {
  readonly sent: RegisterBody;
  readonly why: KeyedWords;
}

export interface ReturnStates {
  readonly begin: object;
  readonly item: AtSlip & JustNumbered;
  readonly lot: Returned;
  readonly expiry: Returned;
  readonly quantity: Returned;
  readonly serial: Counted;
  readonly disposition: Counted;
  readonly photos: Disposed;
  readonly plate: Disposed;
  readonly late: Late;
}
