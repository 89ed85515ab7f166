import type { LicensePlateThing, ThingKind } from '#shared/ledger/thing.ts';

/** A plate comes to stand on another one, or on none (`parent` null). */
export interface NestPlate {
  readonly does: 'nest-plate';
  readonly licensePlate: string;
  readonly parent: string | null;
  /** The plate and those that stand on it. */
  readonly family: readonly string[];
  /** The plates that it stood on, and those that it stands on then. */
  readonly left: readonly string[];
  readonly onto: readonly string[];
}

/** The plates that are others with it. */
export function nestingTouches({ licensePlate, left, onto }: NestPlate): { kind: ThingKind; key: string }[] {
  return [...new Set([licensePlate, ...left, ...onto])].map((key) => ({ kind: 'licensePlate', key }));
}

/** The same however often it is seen: a plate stands on one other at most. */
export function nestingAfter(
  thing: LicensePlateThing | undefined,
  effect: NestPlate | { readonly does: string },
  plate: string,
): LicensePlateThing | undefined {
  if (!isNesting(effect)) return thing;
  const { licensePlate, parent, family, left, onto } = effect;
  const { parent: _before, ...before } = thing ?? { licensePlate: plate, location: null, contents: [] };
  if (plate === licensePlate) return { ...before, ...(parent !== null && { parent }) };
  if (onto.includes(plate)) return thing && { ...thing, nested: [...new Set([...(thing.nested ?? []), ...family])] };
  if (!left.includes(plate) || !thing) return thing;
  const { nested = [], ...rest } = thing;
  const stay = nested.filter((number) => !family.includes(number));
  return stay.length > 0 ? { ...rest, nested: stay } : rest;
}

function isNesting(effect: NestPlate | { readonly does: string }): effect is NestPlate {
  return effect.does === 'nest-plate';
}
