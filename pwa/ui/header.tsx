import type { SyncStatus } from '../store/sync.ts';
import { Icon } from './icons.tsx';
import { clockTime, text } from './language.ts';
import type { TextKey } from './words.ts';

export interface HeaderProps {
  readonly title: string;
  /** Left out on a device that nobody has used yet. */
  readonly status?: SyncStatus;
  /** The button in the corner; none on the first page. */
  readonly onBack?: () => void;
  readonly backLabel?: TextKey;
  /** How many commands somebody has to look at, and the way there. */
  readonly trouble?: { readonly count: number; readonly onOpen: () => void };
}

/** Always in sight: where one is, whether the server can be reached, how much waits, how old the data is. */
export function Header({ title, status, onBack, backLabel = 'app.back', trouble }: HeaderProps) {
  return (
    <header class="top">
      {onBack && (
        <button type="button" class="corner" aria-label={text(backLabel)} onClick={onBack}>
          <Icon name={backLabel === 'app.menu' ? 'menu' : 'back'} />
        </button>
      )}
      <h1>{title}</h1>
      {trouble && trouble.count > 0 && (
        <button
          type="button"
          class="trouble-count"
          aria-label={text('menu.trayCount', { count: trouble.count })}
          onClick={trouble.onOpen}
        >
          <Icon name="tray" />
          {trouble.count}
        </button>
      )}
      {status && <Status status={status} />}
    </header>
  );
}

const connectionWords = {
  online: 'app.online',
  offline: 'app.offline',
  signIn: 'app.signInToSend',
  stuck: 'app.stuck',
} as const satisfies Record<SyncStatus['connection'], TextKey>;

function Status({ status }: { readonly status: SyncStatus }) {
  const { connection, waiting, lastSyncAt } = status;
  return (
    <div class={`status ${connection}`} role="status">
      <Icon name={connection === 'online' ? 'online' : 'offline'} />
      <div>
        <b>{text(connectionWords[connection])}</b>
        <span class={waiting > 0 ? 'waits' : ''}>
          {waiting > 0 ? text('app.waiting', { count: waiting }) : text('app.nothingWaiting')}
        </span>
        <span>
          {lastSyncAt === null ? text('app.neverSynced') : text('app.lastSync', { time: clockTime(lastSyncAt) })}
        </span>
      </div>
    </div>
  );
}
