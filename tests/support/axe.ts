import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const a = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What pages are held to. On handhelds contrast too is AAA, as light in a yard is bright. */
const strictness = {
  desk: { tags: a, ofColours: ['color-contrast', 'link-in-text-block'] },
  handheld: {
    tags: [...a, 'wcag2aaa'],
    ofColours: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'],
  },
} as const;

type Where = keyof typeof strictness;

/** What a strict reader finds wrong with what is on the screen, in the light. */
export function faultsOf(page: Page, where: Where): Promise<string[]> {
  return violationsOf(readerOf(page).withTags([...strictness[where].tags]));
}

/** The same, and then in the dark, where only colours are looked at: all else is the same as in the light. */
export async function faultsInEveryLight(page: Page, where: Where): Promise<string[]> {
  const inTheLight = await faultsOf(page, where);
  await page.emulateMedia({ colorScheme: 'dark' });
  const inTheDark = await violationsOf(readerOf(page).withRules([...strictness[where].ofColours]));
  await page.emulateMedia({ colorScheme: 'light' });
  return [...inTheLight, ...inTheDark.map((fault) => `in the dark: ${fault}`)];
}

/**
 * A page of its own for the verdict is only needed where frames of others are looked into; and nobody reads what is
 * right.
 */
function readerOf(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
}

async function violationsOf(reader: AxeBuilder): Promise<string[]> {
  const { violations } = await reader.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
