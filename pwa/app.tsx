import type { ComponentType } from 'preact';
import { type CameraProps, FlowScreen } from './engine/flow-screen.tsx';
import { writeMeta } from './store/database.ts';
import { DeviceScreen, type StorageHealth } from './ui/device.screen.tsx';
import { Icon } from './ui/icons.tsx';
import { type Language, speak, text } from './ui/language.ts';
import { MenuScreen } from './ui/menu.screen.tsx';
import type { Model } from './ui/model.ts';
import { SignInScreen } from './ui/sign-in.screen.tsx';
import { TrayScreen } from './ui/tray.screen.tsx';

export interface AppProps {
  readonly model: Model;
  readonly Camera: ComponentType<CameraProps>;
  readonly version: string;
  readonly now: () => number;
  readonly storageHealth: () => Promise<StorageHealth>;
  readonly onCheckSound: () => void;
}

/** The floor's app: which page is shown. */
export function App({ model, Camera, version, now, storageHealth, onCheckSound }: AppProps) {
  const session = model.session.value;
  const view = model.view.value;
  const update = model.update.value;
  const changeLanguage = (language: Language) => {
    void writeMeta(model.device.database, 'language', language);
    void speak(language);
  };
  return (
    <div class="floor">
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
    if (!session) return <SignInScreen model={model} />;
    if (model.page.value === 'flow' && view) return <FlowScreen model={model} view={view} Camera={Camera} now={now} />;
    if (model.page.value === 'tray') return <TrayScreen model={model} />;
    if (model.page.value === 'device') {
      return <DeviceScreen model={model} version={version} storageHealth={storageHealth} onCheckSound={onCheckSound} />;
    }
    return <MenuScreen model={model} session={session} onLanguage={changeLanguage} />;
  }
}
