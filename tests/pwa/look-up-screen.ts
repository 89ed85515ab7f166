import { problemTexts } from '#shared/locales/problems.en.ts';
import { texts } from '../../pwa/ui/locales/en.ts';
import { momentsOf } from '../../pwa/ui/moment.ts';
import { wordsIn } from '../../pwa/ui/worded.ts';
import type { Words } from '../../pwa/ui/words.ts';
import { type TestDevice, testDevice } from './device.ts';

/** A device that looks things up, with what its server answers on a path; null: there is no network. */
export async function lookingUpOn(
  things: Parameters<typeof testDevice>[0],
  bodyOf: (path: string) => object | null,
): Promise<TestDevice> {
  const device = await testDevice(things);
  device.environment.answer(({ path }) => {
    const body = path.includes('/api/device/') ? bodyOf(path) : null;
    return body && { status: 200, body, serverTimeMs: device.environment.clock.now() };
  });
  await device.runner.open('look-up');
  return device;
}

/** What the screen shows once the server was asked, in English. */
export async function shown(device: TestDevice) {
  await device.runner.look();
  const view = await device.runner.view();
  return {
    ask: english(view?.prompt.ask),
    large: english(view?.prompt.large),
    notice: view?.prompt.notice,
    details: (view?.prompt.details ?? []).map(({ label, value }) => [
      texts[label as keyof typeof texts],
      english(value),
    ]),
    rows: (view?.prompt.rows ?? []).map(({ title, detail, value }) => [
      english(title),
      english(detail),
      english(value),
    ]),
    options: (view?.options ?? []).map(({ title, detail }) => [english(title), english(detail)]),
    actions: (view?.actions ?? []).map(({ name }) => name),
  };
}

/** What is shown after a scan and the press of a button. */
export async function shownAfter(device: TestDevice, code: string, action: string) {
  await device.scan(code);
  await shown(device);
  await device.runner.give({ kind: 'action', name: action });
  return shown(device);
}

const { short } = momentsOf('en', undefined, () => Date.parse('2026-03-02T07:00:00Z'));

function english(words: Words | undefined) {
  return words === undefined
    ? undefined
    : wordsIn({ ...problemTexts, ...texts }, words, { moment: short, number: String });
}
