import { code128, drawingSVG, ean13, gs1_128 } from 'bwip-js/browser';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { tell } from '../ui/aid-words.ts';
import type { PretendLabel } from './exercises.ts';

export interface LabelCardProps {
  readonly label: PretendLabel;
  /** It is the right one, and the worker asked for it. */
  readonly isShown: boolean;
  readonly onTap: (label: PretendLabel) => void;
}

const encoders = { code128, ean13, 'gs1-128': gs1_128 } as const;

/** A label as it would stick on the goods: a tap is a scan, and its bars can be read by another device. */
export function LabelCard({ label, isShown, onTap }: LabelCardProps) {
  const card = useRef<HTMLButtonElement>(null);
  const picture = useMemo(() => drawn(label), [label.id]);
  useEffect(() => {
    if (isShown) card.current?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [isShown]);
  return (
    <button
      type="button"
      ref={card}
      data-code={label.id}
      class={`label ${isShown ? 'right' : ''}`}
      onClick={() => onTap(label)}
    >
      <span class="bars" aria-hidden="true" dangerouslySetInnerHTML={{ __html: picture }} />
      <span>
        <small>{tell(`practice.kind.${label.kind}`)}</small> <b>{label.title}</b>
      </span>
    </button>
  );
}

function drawn({ symbology, drawn: text }: PretendLabel): string {
  const options = { bcid: symbology, text, scale: 2, height: 9, includetext: false, paddingwidth: 8, paddingheight: 2 };
  return encoders[symbology]({ ...options, backgroundcolor: 'FFFFFF' }, drawingSVG());
}
