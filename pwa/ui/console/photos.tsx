import { useEffect, useState } from 'preact/hooks';
import { useDesk } from './context.ts';

/** Photos that the floor took, by the ids that commands name them with. */
export function Photos({ of }: { readonly of: readonly string[] }) {
  const { say } = useDesk();
  if (of.length === 0) return null;
  return (
    <ul class="desk-photos">
      {of.map((photo, index) => (
        <li key={photo}>
          <Photo photo={photo} name={say('discrepancy.photo', { number: index + 1 })} />
        </li>
      ))}
    </ul>
  );
}

/** How long until a photo that is not there yet is asked for again. */
const askAgainMs = 15_000;

/** A photo may come later than what it belongs to: the handheld sends it when it has a network to spare. */
function Photo({ photo, name }: { readonly photo: string; readonly name: string }) {
  const { say, client } = useDesk();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const picture = await client.picture(`/api/device/photos/${photo}`);
      if (isGone) return;
      if (!picture) {
        again = setTimeout(() => void ask(), askAgainMs);
        return;
      }
      made = URL.createObjectURL(picture);
      setAddress(made);
    };
    void ask();
    return () => {
      isGone = true;
      clearTimeout(again);
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [photo, client]);
  if (address === null) return <span class="desk-photo-missing">{say('discrepancy.photoMissing')}</span>;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      <img src={address} alt={name} />
    </a>
  );
}
