import { type Problem, problem } from '#shared/kernel/problem.ts';
import { type Goods, type LocationState, whyNotFit } from '#shared/ledger/fits.ts';
import type { PutawayOrigin, PutawayRule, PutawayStrategy } from '#shared/ledger/putaway-rule.ts';
import { byDistanceFrom, pickIn, type Stage, stagesFor, whyNotChosen } from './propose.ts';
import { whyNotFor } from './rule-fits.ts';

/** Why goods are sent where they are sent: the proposal, what became of each rule, and every place with its reason. */
export interface PutawayExplanation {
  readonly proposal: { readonly location: string; readonly rule: string; readonly strategy: PutawayStrategy } | null;
  readonly rules: readonly RuleVerdict[];
  /** The proposal first, then from the nearest to the farthest. */
  readonly candidates: readonly CandidateVerdict[];
}

/** `chose`: it gave the proposal; `none`: it found no place; `other-goods`: not for these; `not-reached`: not asked. */
export interface RuleVerdict {
  readonly rule: string;
  readonly outcome: 'chose' | 'none' | 'other-goods' | 'not-reached';
  readonly problem: Problem | null;
}

export interface CandidateVerdict {
  readonly location: LocationState;
  readonly isProposed: boolean;
  /** Why it was passed over; null for the proposal. */
  readonly problem: Problem | null;
}

/**
 * The same search as `propose`, told in full. A place is passed over, in this order of what is said: no rule is for the
 * goods (`putaway.no_rule`); it is of another type or zone than every rule that was asked names; it would not take the
 * goods (`whyNotFit`); it was not what the deciding strategy looks for; it is `putaway.farther`.
 */
export function explainPutaway(
  goods: Goods,
  locations: readonly LocationState[],
  rules: readonly PutawayRule[],
  from: PutawayOrigin | null,
): PutawayExplanation {
  const stages = stagesFor(goods, rules, from);
  const { found, stage, asked } = search(stages, goods, locations, from);
  const others = locations.filter(({ code }) => code !== found?.code).sort(byDistanceFrom(from));
  const passed = others.map((location) => ({
    location,
    isProposed: false,
    problem: whyPassed(location, goods, asked, found),
  }));
  return {
    proposal: found && stage && { location: found.code, rule: stage.rule.code, strategy: stage.strategy },
    rules: rules.map((rule) => verdictOn(rule, goods, from, asked, stage)),
    candidates: [...(found ? [{ location: found, isProposed: true, problem: null }] : []), ...passed],
  };
}

interface Search {
  readonly found: LocationState | null;
  readonly stage: Stage | null;
  /** The stages up to the one that decided. */
  readonly asked: readonly Stage[];
}

function search(
  stages: readonly Stage[],
  goods: Goods,
  locations: readonly LocationState[],
  from: PutawayOrigin | null,
): Search {
  for (const [index, stage] of stages.entries()) {
    const found = pickIn(stage, goods, locations, from);
    if (found) return { found, stage, asked: stages.slice(0, index + 1) };
  }
  return { found: null, stage: null, asked: stages };
}

function verdictOn(
  rule: PutawayRule,
  goods: Goods,
  from: PutawayOrigin | null,
  asked: readonly Stage[],
  decided: Stage | null,
): RuleVerdict {
  if (decided?.rule === rule) return { rule: rule.code, outcome: 'chose', problem: null };
  const why = whyNotFor(rule, goods, from);
  if (why) return { rule: rule.code, outcome: 'other-goods', problem: why };
  const isAsked = asked.some((stage) => stage.rule === rule);
  return { rule: rule.code, outcome: isAsked ? 'none' : 'not-reached', problem: null };
}

const ofNature: readonly string[] = ['putaway.other_type', 'putaway.other_zone'];

function whyPassed(
  location: LocationState,
  goods: Goods,
  asked: readonly Stage[],
  found: LocationState | null,
): Problem | null {
  const reasons = asked.map((stage) => whyNotChosen(stage, location, goods));
  const last = reasons.at(-1);
  if (last === undefined) return problem('putaway.no_rule');
  const isMeant = reasons.some((reason) => reason === null || !ofNature.includes(reason.code));
  if (!isMeant) return reasons.find((reason) => reason?.code === 'putaway.other_zone') ?? last;
  const noFit = whyNotFit(location, goods);
  if (noFit) return noFit;
  const strategic = last && !ofNature.includes(last.code) ? last : reasons.findLast((reason) => reason !== null);
  if (last !== null && strategic) return strategic;
  return problem('putaway.farther', { location: location.code, proposed: found?.code ?? '' });
}
