import type { FlowView } from '../../../pwa/engine/view.ts';
import type { Words } from '../../../pwa/ui/words.ts';
import type { Chance } from '../world/chance.ts';
import type { Deed } from './answers.ts';
import { plainLabel } from './labels.ts';

/** One of what is offered, whatever it is. */
export function choose({ options }: FlowView, chance: Chance): Deed {
  if (options.length === 0) return { give: { kind: 'back' } };
  return { give: { kind: 'choice', key: chance.pick(options).key } };
}

export function press(view: FlowView, name: string): Deed | undefined;
export function press(view: FlowView, name: string, otherwise: string): Deed;
export function press({ actions }: FlowView, name: string, otherwise?: string): Deed | undefined {
  const known = [name, otherwise].find((each) => actions.some((action) => action.name === each));
  if (known !== undefined) return { give: { kind: 'action', name: known } };
  return otherwise === undefined ? undefined : { give: { kind: 'back' } };
}

export function scanText(text: string): Deed {
  return { scan: plainLabel(text.replaceAll(/\s/g, '')) };
}

/** A value of the screen that is the same in every language. */
export function largeOf({ prompt: { large } }: FlowView): string | undefined {
  return typeof large === 'string' && large !== '' ? large : undefined;
}

export function detailOf({ prompt }: FlowView, label: string): string | undefined {
  const value = prompt.details?.find((each) => each.label === label)?.value;
  return typeof value === 'string' ? value : undefined;
}

export function firstRow({ prompt }: FlowView): string | undefined {
  const title = prompt.rows?.[0]?.title;
  return typeof title === 'string' ? title : undefined;
}

export function keyOf(said: Words): string | undefined {
  return typeof said === 'string' ? undefined : said.key;
}
