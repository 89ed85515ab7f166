import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ScanRules } from '#shared/ledger/scan-rules.ts';
import type { CameraProps } from '../engine/flow-screen.tsx';
import { text } from '../ui/language.ts';

export interface LazyCameraProps extends CameraProps {
  /** How the codes of the warehouse are read; left out: as usual. */
  readonly siteRules?: () => Promise<Pick<ScanRules, 'cameraCodes'>>;
}

/** The camera's view and the decoder are large and seldom needed at once: they are loaded when somebody opens them. */
export function LazyCamera(props: LazyCameraProps) {
  const [loaded, setLoaded] = useState<{ readonly View: ComponentType<LazyCameraProps> } | 'failed' | null>(null);
  useEffect(() => {
    import('./camera-view.tsx').then(
      ({ default: View }) => setLoaded({ View }),
      () => setLoaded('failed'),
    );
  }, []);
  if (loaded === 'failed') return <p role="alert">{text('camera.failed')}</p>;
  if (!loaded) return <p role="status">{text('camera.starting')}</p>;
  return <loaded.View {...props} />;
}
