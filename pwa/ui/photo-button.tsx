import { useRef, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { text } from './language.ts';
import { shrunkPhoto } from './shrink-photo.ts';

/**
 * Takes a photo with the device's own camera app: it works without a network, and the worker knows it. What comes back
 * is made small enough to be sent from a dead zone's edge.
 */
export function PhotoButton({
  label = text('flow.takePhoto'),
  onPhoto,
  onUnreadable,
}: {
  readonly label?: string;
  readonly onPhoto: (photo: { readonly type: string; readonly content: ArrayBuffer }) => Promise<void>;
  readonly onUnreadable: () => void;
}) {
  const picker = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    const photo = await shrunkPhoto(file);
    await (photo ? onPhoto(photo) : onUnreadable());
    setBusy(false);
  };
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        data-photo
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          void take(file);
        }}
      />
      <button type="button" class="primary photo" disabled={isBusy} onClick={() => picker.current?.click()}>
        <Icon name="camera" />
        {isBusy ? text('flow.photoBusy') : label}
      </button>
    </>
  );
}
