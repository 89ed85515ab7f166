import { type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import { App } from '../../pwa/app.tsx';
import { deviceOperations, flows, lookUpFlow } from '../../pwa/flows.ts';
import type { Feedback } from '../../pwa/scanner/feedback.ts';
import { signalOf } from '../../pwa/scanner/signals.ts';
import { openDatabase, writeMeta } from '../../pwa/store/database.ts';
import { deviceName } from '../../pwa/store/device.ts';
import { rememberPerson } from '../../pwa/store/people.ts';
import { applyPage, cursorFor } from '../../pwa/store/snapshot.ts';
import { speak } from '../../pwa/ui/language.ts';
import { type Model, openModel } from '../../pwa/ui/model.ts';
import { wanda } from '../pwa/device.ts';
import { warehouse } from '../pwa/things.ts';
import { type VirtualEnvironment, virtualEnvironment } from '../pwa/virtual-environment.ts';

/** The whole app in a page, on a device with its snapshot; only clock, network and scanner are a test's. */
export interface Mounted {
  readonly environment: VirtualEnvironment;
  readonly model: Model;
  /** The browser does not let the page sound. */
  readonly isLocked: Signal<boolean>;
  /** What was heard, newest last. */
  readonly tones: string[];
  scan(...texts: string[]): Promise<void>;
  /** Presses the button that is called this. */
  press(name: string): Promise<void>;
  /** All text in the first element that fits. */
  text(selector: string): string;
  texts(selector: string): string[];
  /** Lets the app do what it does by itself. */
  settle(ms?: number): Promise<void>;
}

export interface MountOptions {
  /** Nobody is signed in yet. */
  readonly isSignedOut?: boolean;
  /** What the server says; without it there is no network. */
  readonly answer?: Parameters<VirtualEnvironment['answer']>[0];
}

export async function mount({ isSignedOut = false, answer }: MountOptions = {}): Promise<Mounted> {
  document.body.innerHTML = '<div id="app"></div>';
  await speak('en');
  history.replaceState(null, '', '/');
  const environment = virtualEnvironment();
  if (answer) environment.answer(answer);
  const database = await openDatabase(environment.storage);
  await deviceName(database, environment.random);
  await rememberPerson(database, environment, wanda, '1001');
  if (!isSignedOut) await writeMeta(database, 'signedIn', { badge: 'W-1001', warehouse: 'EAST' });
  await writeMeta(database, 'plates', { next: 500, to: 599 });
  const page = { items: warehouse, next: warehouse.length, hasMore: false, reset: false };
  await applyPage(database, await cursorFor(database, 'EAST'), page);
  const tones: string[] = [];
  const isLocked = signal(false);
  const feedback: Feedback = { isLocked, ready: () => {}, give: (given) => tones.push(given), setLoudness: () => {} };
  const model = await openModel({
    environment,
    flows,
    operations: deviceOperations,
    lookUp: lookUpFlow,
    onTold: (told) => feedback.give(signalOf(told)),
    onTrouble: () => tones.push('trouble'),
  });
  const root = document.getElementById('app');
  if (!root) throw new Error('the page has a place for the app');
  const storageHealth = async () => ({ isPersisted: true, usedMegabytes: 3, freeMegabytes: 900 });
  render(
    <App
      model={model}
      Camera={() => null}
      feedback={feedback}
      version="test"
      now={() => 0}
      storageHealth={storageHealth}
    />,
    root,
  );
  const settle = (ms = 0) => environment.pass(ms);
  await settle();
  return {
    ...{ environment, model, tones, isLocked, settle },
    scan: async (...texts) => {
      for (const text of texts) await model.scan({ text, source: 'wedge', at: 0 });
      await settle();
    },
    press: async (name) => {
      buttonNamed(root, name).click();
      await settle();
    },
    text: (selector) => root.querySelector(selector)?.textContent ?? '',
    texts: (selector) => [...root.querySelectorAll(selector)].map((element) => element.textContent ?? ''),
  };
}

/** What is in it for who hears the screen. */
function heard(button: Element): string {
  const words = button.cloneNode(true) as Element;
  for (const sign of words.querySelectorAll('[aria-hidden="true"]')) sign.remove();
  return words.textContent?.trim() ?? '';
}

function buttonNamed(root: Element, name: string): HTMLButtonElement {
  const buttons = [...root.querySelectorAll('button')];
  const called = (button: Element) => button.getAttribute('aria-label') ?? heard(button);
  const found =
    buttons.find((button) => called(button) === name) ?? buttons.find((button) => called(button).startsWith(name));
  if (!found) throw new Error(`there is no button "${name}" among ${buttons.map(called).join(' | ')}`);
  return found;
}
