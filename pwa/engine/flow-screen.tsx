import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import type { ScanKind } from '#shared/scan/scan.ts';
import type { ScanInput } from '../scanner/scan-input.ts';
import { Banner } from '../ui/banner.tsx';
import { Entry } from '../ui/entry.tsx';
import { Header } from '../ui/header.tsx';
import { Icon } from '../ui/icons.tsx';
import { say, text } from '../ui/language.ts';
import { Choices, Rows } from '../ui/lists.tsx';
import type { Model } from '../ui/model.ts';
import { PhotoButton } from '../ui/photo-button.tsx';
import { Progress } from '../ui/progress.tsx';
import { Said } from '../ui/said.tsx';
import { Strip } from '../ui/strip.tsx';
import { TypeSheet } from '../ui/type-sheet.tsx';
import { words } from '../ui/words.ts';
import type { FlowView } from './view.ts';

/** What the camera's view gets; it is loaded when somebody opens it. */
export interface CameraProps {
  /** What the step has a use for; left out: everything. */
  readonly accepts?: readonly ScanKind[];
  /** What was said to the last scan; left out where nobody says anything. */
  readonly told?: Model['banner'];
  /** When somebody opened it: it goes away and comes back by itself with the steps. Left out: it does not. */
  readonly openedAt?: number;
  readonly onScan: (scan: ScanInput) => void;
  /** The worker would rather type; left out where that cannot be. */
  readonly onType?: () => void;
  readonly onClose: () => void;
}

/** What the screen shows and asks of a model: that of the app, or one that only pretends. */
export type FlowModel = Pick<
  Model,
  | 'status'
  | 'tray'
  | 'banner'
  | 'strip'
  | 'lookUp'
  | 'scan'
  | 'act'
  | 'go'
  | 'openFlow'
  | 'takePhoto'
  | 'setAside'
  | 'tell'
> & { readonly device: Pick<Model['device'], 'runner'> };

export interface FlowScreenProps {
  readonly model: FlowModel;
  readonly view: FlowView;
  readonly Camera: ComponentType<CameraProps>;
  /** Milliseconds on the page's clock, for the order of what is typed. */
  readonly now: () => number;
}

/** The one screen of all flows: one question at a time, what to do next is the largest thing on it. */
export function FlowScreen({ model, view, Camera, now }: FlowScreenProps) {
  const [isTyping, setTyping] = useState(false);
  const [openedAt, setOpenedAt] = useState<number | null>(null);
  const runner = model.device.runner();
  const { prompt, entry, options, actions } = view;
  const type = (typed: string) => {
    setTyping(false);
    void model.scan({ text: typed, source: 'typed', at: now() });
  };
  return (
    <main class="flow">
      <Top model={model} title={view.title} />
      {prompt.progress && <Progress progress={prompt.progress} />}
      <Told model={model} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where much is to be told it scrolls, and has to be reachable by keyboard */}
      <section class="prompt" aria-live="polite" tabIndex={0}>
        <h2>{say(prompt.ask)}</h2>
        {prompt.large !== undefined && <Large shown={say(prompt.large)} />}
        {prompt.about !== undefined && (
          <p class="about">
            <Said said={say(prompt.about)} />
          </p>
        )}
        {prompt.notice !== undefined && <p class="notice">{say(prompt.notice)}</p>}
        {view.times !== undefined && <p class="times">{text('times.now', { times: view.times })}</p>}
        {view.understood && (
          <div class="understood">
            <b>{text('set.known')}</b>
            <ul>
              {view.understood.map((fact) => (
                <li key={say(fact)}>{say(fact)}</li>
              ))}
            </ul>
          </div>
        )}
        {view.held !== null && <Held model={model} code={view.held} />}
        {prompt.details && prompt.details.length > 0 && (
          <dl>
            {prompt.details.map(({ label, value }) => (
              <div key={label + say(value)}>
                <dt>{text(label)}</dt>
                <dd>{say(value)}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      {openedAt !== null && view.accepts.length > 0 && (
        <Camera
          accepts={view.accepts}
          told={model.banner}
          openedAt={openedAt}
          onScan={(scan) => void model.scan(scan)}
          onType={() => setTyping(true)}
          onClose={() => setOpenedAt(null)}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, and has to be reachable by keyboard */}
      <section class="middle" tabIndex={0}>
        {prompt.rows && <Rows rows={prompt.rows} />}
        <Choices options={options} onPick={(key) => void model.act(() => runner?.give({ kind: 'choice', key }))} />
      </section>
      {entry?.kind !== 'number' && entry?.kind !== 'date' && view.unknownCode === undefined && <Last model={model} />}
      <footer class="reach">
        {view.unknownCode !== undefined && <SetAside model={model} />}
        {entry && <Entry key={view.step} entry={entry} onGive={(given) => void model.act(() => runner?.give(given))} />}
        <div class="buttons">
          {view.takesPhotos && (
            <PhotoButton
              onPhoto={(photo) => model.takePhoto(photo)}
              onUnreadable={() => model.tell('bad', words('flow.photoUnreadable'))}
            />
          )}
          {actions.map(({ name, label, params, emphasis }) => (
            <button
              type="button"
              key={name}
              class={emphasis}
              onClick={() => void model.act(() => runner?.give({ kind: 'action', name }))}
            >
              {text(label, params)}
            </button>
          ))}
        </div>
        <div class="buttons tools">
          <button
            type="button"
            onClick={() => void model.act(() => (view.canGoBack ? runner?.give({ kind: 'back' }) : runner?.leave()))}
          >
            <Icon name="back" />
            {text(view.canGoBack ? 'app.back' : 'app.close')}
          </button>
          {view.accepts.length > 0 && (
            <button type="button" aria-pressed={isTyping} onClick={() => setTyping(!isTyping)}>
              <Icon name="keyboard" />
              {text('flow.type')}
            </button>
          )}
          {view.accepts.length > 0 && (
            <button
              type="button"
              aria-pressed={openedAt !== null}
              onClick={() => setOpenedAt(openedAt === null ? now() : null)}
            >
              <Icon name="camera" />
              {text('flow.camera')}
            </button>
          )}
          {view.flow !== model.lookUp && (
            <button type="button" onClick={() => void model.openFlow(model.lookUp)}>
              <Icon name="look" />
              {text('lookUp.title')}
            </button>
          )}
        </div>
      </footer>
      {isTyping && (
        <TypeSheet
          label={entry?.kind === 'text' ? text(entry.label) : text('flow.typeCode')}
          maxLength={entry?.kind === 'text' ? entry.maxLength : 128}
          onType={type}
          onClose={() => setTyping(false)}
        />
      )}
    </main>
  );
}

/** Nothing has the code: the worker goes on, and somebody else finds out. A photo helps, so it is asked for first. */
function SetAside({ model }: { readonly model: FlowModel }) {
  return (
    <section class="set-aside">
      <p>{text('unknownCode.todo')}</p>
      <div class="buttons">
        <PhotoButton
          label={text('unknownCode.photo')}
          onPhoto={(photo) => model.setAside(photo)}
          onUnreadable={() => model.tell('bad', words('flow.photoUnreadable'))}
        />
        <button type="button" onClick={() => void model.setAside(null)}>
          {text('unknownCode.noPhoto')}
        </button>
      </div>
    </section>
  );
}

/** Each of these draws itself alone when there is news of it: the next scan is not to wait for all the rest of the screen. */
function Top({ model, title }: { readonly model: FlowModel; readonly title: FlowView['title'] }) {
  return (
    <Header
      title={text(title)}
      status={model.status.value}
      backLabel="app.menu"
      onBack={() => model.go('menu')}
      trouble={{ count: model.tray.value.length, onOpen: () => model.go('tray') }}
    />
  );
}

function Last({ model }: { readonly model: FlowModel }) {
  return <Strip lines={model.strip.value} onUndo={(id) => void model.act(() => model.device.runner()?.undo(id))} />;
}

/** Draws itself alone when something was said: the colour is not to wait for all the rest of the screen. */
function Told({ model }: { readonly model: FlowModel }) {
  return <Banner told={model.banner.value} />;
}

/** What to scan once more to confirm, unless the banner asks for it. */
function Held({ model, code }: { readonly model: FlowModel; readonly code: string }) {
  if (model.banner.value?.tone === 'ask') return null;
  return <p class="held">{text('flow.scanAgain', { text: code })}</p>;
}

/** In letters as large as fit beside each other, so that a code stays in one piece. */
function Large({ shown }: { readonly shown: string }) {
  return (
    <p class="large" style={`--ems: ${Math.max(2.5, widthOf(shown)).toFixed(2)}`}>
      {shown}
    </p>
  );
}

/** How wide a text is in bold letters, in multiples of their size: what the widest of the usual fonts need. */
function widthOf(shown: string): number {
  return [...shown].reduce((sum, letter) => sum + widthOfLetter(letter), 0);
}

function widthOfLetter(letter: string): number {
  if (/[-\s.,:·ijl1]/.test(letter)) return letter === '1' ? 0.7 : 0.42;
  if (/\d/.test(letter)) return 0.7;
  if (/[mwMW]/.test(letter)) return 1.1;
  return /\p{Lu}/u.test(letter) ? 0.84 : 0.7;
}
