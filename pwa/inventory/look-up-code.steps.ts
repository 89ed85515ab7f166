import type { Found } from '#shared/inventory/look-up.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { PlateContent } from '#shared/ledger/thing.ts';
import { type FlowStep, go, type Option, type Prompt, type Row, type World } from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { amount, type Words, words } from '../ui/words.ts';
import { anything, moreActions, unknownNeeds } from './look-up.actions.ts';
import { asOf, foundPrompt, kindName, kindNames, lookUpPath, meaningsOf } from './look-up.answer.ts';
import type { LookUpStates, Meant } from './look-up.states.ts';
import { ownPaper } from './look-up-own-paper.ts';

type Goods = LookUpStates['goods'];

/** A lot or a serial that the device knows goods of; the server knows what became of it. */
export function goodsStep(): FlowStep<LookUpStates, Goods> {
  return {
    prompt: (state, world) => {
      const found = ofKind(state, world);
      const prompt = found ? foundPrompt(found) : ownPrompt(state, world);
      return { ...prompt, details: [...(prompt.details ?? []), ...asOf(state.code, world)] };
    },
    needs: (state, input) => [
      { list: listOf(state) },
      { asked: lookUpPath(state.code) },
      ...unknownNeeds(state, input),
    ],
    scan: anything(),
    actions: moreActions((state, world) => {
      const found = ofKind(state, world);
      return found && meantOf(state.code, found);
    }),
  };
}

/** The first item's, where several items have the same lot or serial: the others are told apart by "code". */
function ofKind({ kind, code }: Goods, world: World): Found | null {
  return meaningsOf(code, world)?.find((found) => found.kind === kind) ?? null;
}

function meantOf(code: string, { kind, name, sourceSystem }: Found): Meant {
  return { code, kind, name, sourceSystem };
}

function listOf({ kind, code }: Goods): string {
  return snapshotCode[kind](code);
}

function ownPrompt(state: Goods, world: World): Prompt {
  const rows = rowsOf(state, world);
  return {
    ask: kindName(state.kind),
    large: state.code,
    ...(rows.length === 0 && { about: words('lookUp.gone') }),
    rows,
  };
}

function rowsOf(state: Goods, world: World): Row[] {
  const code = state.code.toUpperCase();
  const isOf = (content: PlateContent) => content[state.kind].toUpperCase() === code;
  return foundOf(world.list(listOf(state)), 'licensePlate').flatMap(({ value: { licensePlate, location, contents } }) =>
    contents.filter(isOf).map((content) => ({
      title: location ?? licensePlate,
      detail: `${itemNumberOf(content.item)} · ${content.description} · ${grouped(licensePlate)}`,
      value: amount(fromBase(content.quantityBase, content.decimals), content.baseUnit),
    })),
  );
}

/** A code that the device does not know: the server is asked, and which meaning is meant where it has several. */
export function codeStep(): FlowStep<LookUpStates, LookUpStates['code']> {
  return {
    prompt: (state, world) => {
      const { code } = state;
      const meanings = meaningsOf(code, world);
      if (meanings === null) {
        const own = ownPaper(code, world) ?? { ask: words('lookUp.notKnownHere'), large: code };
        return { ...own, details: [...(own.details ?? []), ...asOf(code, world)] };
      }
      const found = chosenOf(state, world);
      if (found) {
        const prompt = foundPrompt(found);
        return { ...prompt, details: [...(prompt.details ?? []), ...asOf(code, world)] };
      }
      return meanings.length === 0
        ? { ask: words('lookUp.nobodyKnows'), large: code }
        : { ask: words('flow.whichOne', { text: code }) };
    },
    needs: (state, input) => [
      { asked: lookUpPath(state.code) },
      { list: snapshotCode.document(state.code) },
      { list: snapshotCode.load(state.code) },
      ...unknownNeeds(state, input),
    ],
    scan: anything(),
    stranger: ({ code }, world) => (meaningsOf(code, world)?.length === 0 ? code : null),
    choose: {
      options: (state, world): Option[] => {
        if (chosenOf(state, world)) return [];
        return (meaningsOf(state.code, world) ?? []).map((found, index) => ({
          key: String(index),
          title: found.description ?? (found.of ? `${found.of.item} · ${found.of.description}` : found.name),
          detail: kindIn(found),
        }));
      },
      pick: ({ code }, key) => go('code', { code, chosen: Number(key) }),
    },
    actions: moreActions((state, world) => {
      const found = chosenOf(state, world);
      return found && meantOf(state.code, found);
    }),
  };
}

/** Numbers that several systems gave are told apart by the system. */
function kindIn({ kind, sourceSystem, name, paper }: Found): Words {
  const about = [paper && name, sourceSystem].filter((part) => part).join(' · ');
  return paper ? words('lookUp.kindIn', { kind: words(kindNames[kind]), about }) : kindName(kind);
}

/** The meaning that was chosen, or the only one there is. */
function chosenOf({ code, chosen }: LookUpStates['code'], world: World): Found | null {
  const meanings = meaningsOf(code, world) ?? [];
  if (chosen !== null) return meanings[chosen] ?? null;
  return meanings.length === 1 ? (meanings[0] ?? null) : null;
}
