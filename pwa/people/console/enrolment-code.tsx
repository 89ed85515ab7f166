import { encode } from 'uqr';
import type { Enrolment } from '#shared/people/device.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Shown } from '../../ui/console/shown.tsx';

const quietZone = 4;

/** The code that lets a device in, to be scanned by its camera, opened as an address, or typed. */
export function EnrolmentCode({
  enrolment: { code, expiresAt },
  onClose,
}: {
  readonly enrolment: Enrolment;
  readonly onClose: () => void;
}) {
  const { say, format } = useDesk();
  const address = `${location.origin}/?enrol=${code}`;
  const { data, size } = encode(address, { border: quietZone });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    <Shown
      title={say('deviceList.enrol')}
      text={say('deviceList.enrol.text', { time: format.time(expiresAt) })}
      onClose={onClose}
    >
      <svg class="desk-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={say('deviceList.enrol')}>
        <rect width={size} height={size} fill="#fff" />
        <path d={dark.join('')} fill="#000" />
      </svg>
      <p class="desk-quiet">{say('deviceList.enrol.typed')}</p>
      <code class="desk-secret">{address}</code>
    </Shown>
  );
}
