import { useEffect, useRef, useState } from 'preact/hooks';
import type { MessageDetail } from '#shared/integration/console.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { goTo } from '../../ui/console/address.ts';
import { useDesk } from '../../ui/console/context.ts';
import { ProblemBox } from '../../ui/console/parts.tsx';
import { messageHref } from './messages.screen.tsx';

/** The message as text to be mended, with a new id; sent, it takes the place of the original, which stays readable. */
export function Replacement({
  message,
  path,
  onClose,
}: {
  readonly message: MessageDetail;
  readonly path: string;
  readonly onClose: () => void;
}) {
  const { say, client } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState(() => JSON.stringify(editable(message), null, 2));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const send = async () => {
    const body = parsed(text);
    if (body === null) {
      setProblem({ code: 'request.malformed_json' });
      return;
    }
    setBusy(true);
    const answer = await client.post<{ messageId: string }>(`${path}/replacement`, body);
    setBusy(false);
    if ('problem' in answer) setProblem(answer.problem);
    else goTo(messageHref({ sourceSystem: message.sourceSystem, messageId: answer.data.messageId }));
  };
  return (
    <dialog ref={dialog} class="desk-ask is-wide" aria-labelledby="replacement-title" onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void send();
        }}
      >
        <h2 id="replacement-title">{say('messages.replace.title')}</h2>
        <p>{say('messages.replace.text', { message: message.messageId })}</p>
        <textarea
          class="desk-editor"
          name="body"
          aria-label={say('messages.body')}
          rows={20}
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        {problem && <ProblemBox problem={problem} />}
        <div class="desk-ask-answers">
          <button type="button" onClick={() => dialog.current?.close()}>
            {say('cancel')}
          </button>
          <button type="submit" class="is-main" disabled={isBusy}>
            {say('messages.replace.send')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** The body with an id that no message has: that of the original and the number of its versions. */
function editable({ messageId, body, versions }: MessageDetail): object {
  const mended = `${messageId.slice(0, 60)}-${versions.length + 1}`;
  return { ...(body as object), messageId: mended };
}

function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
