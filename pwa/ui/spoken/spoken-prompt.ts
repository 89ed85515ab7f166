import type { Prompt } from '../../engine/flow.ts';
import type { Told } from '../../engine/runner.ts';
import type { Language } from '../language.ts';
import type { Words } from '../words.ts';
import { isCode, spokenCode } from './spoken-code.ts';
import { spokenText } from './spoken-quantity.ts';

/** How words are written in the language that is spoken now. */
type Say = (words: Words) => string;

/**
 * A question as it is read to who looks at the shelf: what changes from stop to stop comes first, the rest is cut off by
 * the next scan. "A ten, oh three, two — take four pieces".
 */
export function spokenPrompt({ ask, large, aloud }: Prompt, say: Say, language: Language): string {
  const whole = (words: Words) => wholeText(say(words), language);
  if (aloud) return [whole(aloud.place), take[language](whole(aloud.take))].join(pause);
  if (large === undefined) return whole(ask);
  const isPlace = isCode(say(large));
  return (isPlace ? [whole(large), whole(ask)] : [whole(ask), whole(large)]).join(pause);
}

/** What is said to a scan: why not, or what is to be confirmed. What was right the tone has said. */
export function spokenAnswer({ tone, said }: Pick<Told, 'tone' | 'said'>, say: Say, language: Language): string | null {
  return tone === 'good' || said === null ? null : wholeText(say(said), language);
}

function wholeText(text: string, language: Language): string {
  if (isCode(text)) return spokenCode(text, language);
  return spokenText(text, (code) => spokenCode(code, language), language);
}

/** Where a voice takes breath. */
const pause = ' — ';

const take: Readonly<Record<Language, (quantity: string) => string>> = {
  en: (quantity) => `take ${quantity}`,
  de: (quantity) => `${quantity} nehmen`,
  es: (quantity) => `tome ${quantity}`,
};
