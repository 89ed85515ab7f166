import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { FlowScreen } from './engine/flow-screen.tsx';
import { isDeaf } from './scanner/listening.ts';
import { writeMeta } from './store/database.ts';
import { Icon } from './ui/icons.tsx';
import { type Language, speak, text } from './ui/language.ts';
import { MenuScreen } from './ui/menu.screen.tsx';
import type { Page } from './ui/model.ts';
import type { PageProps } from './ui/page.ts';
import { SignInScreen } from './ui/sign-in.screen.tsx';
import { TrayScreen } from './ui/tray.screen.tsx';

/** Pages that no work needs are fetched when somebody opens them; the service worker has put them by before. */
const laterPages: Partial<Record<Page, () => Promise<{ readonly default: ComponentType<PageProps> }>>> = {
  device: () => import('./ui/device/device.screen.tsx'),
  lab: () => import('./ui/lab/lab.screen.tsx'),
  scanner: () => import('./scanner/setup/scanner.screen.tsx'),
  practice: () => import('./practice/practice.screen.tsx'),
};

/** The floor's app: which page is shown. */
export function App(props: PageProps) {
  const { model, Camera, feedback, now } = props;
  const session = model.session.value;
  const view = model.view.value;
  const update = model.update.value;
  const changeLanguage = (language: Language) => {
    void writeMeta(model.device.database, 'language', language);
    void speak(language);
  };
  return (
    <div class="floor">
      {isDeaf.value && (
        <p class="update" role="status">
          {text('app.notListening')}
        </p>
      )}
      {feedback.isLocked.value && (
        <p class="update" role="status">
          {text('app.soundLocked')}
        </p>
      )}
      {update && model.page.value === 'flow' && (
        <p class="update" role="status">
          {text('app.updateLater')}
        </p>
      )}
      {update && model.page.value !== 'flow' && (
        <button type="button" class="update" onClick={update}>
          <Icon name="next" />
          {text('app.updateReady')} <b>{text('app.updateNow')}</b>
        </button>
      )}
      {page()}
    </div>
  );

  function page() {
    const load = laterPages[model.page.value];
    // Whoever sets up a scanner for the first time has no badge that it could read.
    if (!session && model.page.value !== 'scanner') return <SignInScreen model={model} />;
    if (model.page.value === 'flow' && view) return <FlowScreen model={model} view={view} Camera={Camera} now={now} />;
    if (model.page.value === 'tray') return <TrayScreen model={model} />;
    if (load) return <Later key={model.page.value} load={load} {...props} />;
    return session && <MenuScreen model={model} session={session} onLanguage={changeLanguage} />;
  }
}

type LaterProps = PageProps & { readonly load: () => Promise<{ readonly default: ComponentType<PageProps> }> };

function Later({ load, ...props }: LaterProps) {
  const [Page, setPage] = useState<ComponentType<PageProps> | null>(null);
  useEffect(() => {
    load().then(
      ({ default: loaded }) => setPage(() => loaded),
      () => props.model.go('menu'),
    );
  }, []);
  return Page && <Page {...props} />;
}
