import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

export type ColorScheme = 'light' | 'dark';

const a = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What pages are held to. On handhelds contrast too is AAA, as light in a yard is bright. */
const strictness = {
  desk: { tags: a, ofColours: ['color-contrast', 'link-in-text-block'] },
  handheld: {
    tags: [...a, 'wcag2aaa'],
    ofColours: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'],
  },
} as const;

/**
 * What a strict reader finds wrong with what is on the screen. In the dark only colours are looked at: all else is the same
 * as in the light.
 */
export async function faultsOf(
  page: Page,
  where: keyof typeof strictness,
  colorScheme: ColorScheme = 'light',
): Promise<string[]> {
  const { tags, ofColours } = strictness[where];
  const axe = new AxeBuilder({ page });
  const reader = colorScheme === 'light' ? axe.withTags([...tags]) : axe.withRules([...ofColours]);
  const { violations } = await reader.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
