import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Account } from './account.tsx';
import { useDesk } from './context.ts';
import { Mark } from './sign-in.tsx';
import type { Language } from './words.ts';

export interface Tab {
  readonly href: string;
  readonly name: string;
  readonly isCurrent: boolean;
  /** How many things wait there for a person. */
  readonly waiting: number;
}

/** The first screens have the digits from 1, the last one has 0; those between are reached by Tab. */
const keyed = 9;

function keyOf(index: number, screens: number): string | undefined {
  if (index < keyed) return String(index + 1);
  return index === screens - 1 ? '0' : undefined;
}

/** The frame around every screen: where one can go, the warehouse, the language, who is signed in. */
export function Shell({
  tabs,
  language,
  onWarehouse,
  onLanguage,
  onSignOff,
  children,
}: {
  readonly tabs: readonly Tab[];
  readonly language: Language;
  readonly onWarehouse: (code: string) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onSignOff: () => void;
  readonly children: ComponentChildren;
}) {
  const { say, session, warehouse, format } = useDesk();
  const help = useRef<HTMLDialogElement>(null);
  const current = tabs.find(({ isCurrent }) => isCurrent)?.href;
  useEffect(() => {
    const tab = current && document.querySelector('.desk-tabs a[aria-current]');
    if (tab) tab.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => pressKey(event, tabs, () => help.current?.showModal());
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [tabs]);
  return (
    <div class="shell">
      <a class="desk-skip" href="#content">
        {say('skip')}
      </a>
      <header class="desk-bar">
        <a class="desk-brand" href="/console" aria-label={`Tallyman ${say('title')}`}>
          <Mark />
          <span>Tallyman</span>
        </a>
        <nav class="desk-tabs" aria-label={say('screens')}>
          {tabs.map(({ href, name, isCurrent, waiting }, index) => (
            <a
              key={href}
              href={href}
              aria-current={isCurrent ? 'page' : undefined}
              aria-keyshortcuts={keyOf(index, tabs.length)}
              title={[name, ...[keyOf(index, tabs.length)].flatMap((key) => (key ? `(${key})` : []))].join(' ')}
            >
              {name}
              {waiting > 0 && <span class="desk-count">{format.number(waiting)}</span>}
            </a>
          ))}
        </nav>
        <div class="desk-bar-side">
          {session.warehouses.length > 0 && (
            <select
              aria-label={say('warehouse')}
              value={warehouse}
              onChange={(event) => onWarehouse(event.currentTarget.value)}
            >
              {session.warehouses.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
          <Account
            language={language}
            onLanguage={onLanguage}
            onKeys={() => help.current?.showModal()}
            onSignOff={onSignOff}
          />
        </div>
      </header>
      <main id="content" class="desk-content" tabIndex={-1}>
        {children}
      </main>
      <Keys dialog={help} screens={tabs.length} />
    </div>
  );
}

function Keys({
  dialog,
  screens,
}: {
  readonly dialog: { current: HTMLDialogElement | null };
  readonly screens: number;
}) {
  const { say } = useDesk();
  const rows = [
    [screens > keyed ? `1 – ${keyed}  0` : `1 – ${screens}`, say('keys.screens')],
    ['/', say('keys.search')],
    ['↑ ↓  j k', say('keys.rows')],
    ['Home  End', say('keys.ends')],
    ['Enter', say('keys.open')],
    ['Esc', say('keys.back')],
    ['?', say('keys.help')],
  ] as const;
  return (
    <dialog ref={dialog} class="desk-ask" aria-labelledby="keys-title">
      <form method="dialog">
        <h2 id="keys-title">{say('keys')}</h2>
        <dl class="desk-keys">
          {rows.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <div class="desk-ask-answers">
          <button type="submit" class="is-main">
            {say('close')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** Keys that work everywhere but while somebody types or answers a question. */
function pressKey(event: KeyboardEvent, tabs: readonly Tab[], showHelp: () => void): void {
  const target = event.target instanceof Element ? event.target : null;
  const isTyping = target?.closest('input, textarea, select, dialog[open]') !== null && target !== null;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping) {
    if (event.key === 'Escape' && target.matches('input')) firstRow()?.focus();
    if (event.key === 'ArrowDown' && target.matches('[data-search]')) firstRow()?.focus();
    return;
  }
  const index = tabs.findIndex((_, at) => keyOf(at, tabs.length) === event.key);
  const links = document.querySelectorAll<HTMLAnchorElement>('.desk-tabs a');
  if (index >= 0) links[index]?.click();
  else if (event.key === '/') focusSearch(event);
  else if (event.key === '?') showHelp();
  else if (event.key === 'Escape') document.querySelector<HTMLAnchorElement>('a[data-back]')?.click();
  else if (event.key === 'ArrowDown' && document.activeElement === document.body) firstRow()?.focus();
}

function firstRow(): HTMLElement | null {
  return document.querySelector<HTMLElement>('a[data-row][tabindex="0"]');
}

function focusSearch(event: KeyboardEvent): void {
  const field = document.querySelector<HTMLInputElement>('[data-search]');
  if (!field) return;
  event.preventDefault();
  field.select();
  field.focus();
}
