import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '#shared/kernel/problem.ts';
import { useDesk } from './context.ts';

/** An answer of the server that is kept fresh. What was read last stays on the screen while nothing newer comes. */
export interface Fresh<T> {
  readonly data: T | null;
  readonly problem: Problem | null;
  readonly isLoading: boolean;
  reload(): void;
}

/**
 * Reads a path now, when it changes, every `everyMs` while the page is in sight, and when it comes back to sight. What
 * is about to change tells its own pace: `everyMs` is then asked with what was read last.
 */
export function useAnswer<T>(path: string | null, everyMs: number | ((data: T | null) => number) = 10_000): Fresh<T> {
  const { client } = useDesk();
  const [answer, setAnswer] = useState<{ path: string | null; data: T | null; problem: Problem | null }>(nothing);
  const [isLoading, setLoading] = useState(false);
  const newest = useRef(0);
  const isOfPath = answer.path === path;
  const data = isOfPath ? answer.data : null;
  const pauseMs = typeof everyMs === 'function' ? everyMs(data) : everyMs;

  const reload = useCallback(() => {
    if (path === null) return;
    newest.current += 1;
    const mine = newest.current;
    setLoading(true);
    void client.get<T>(path).then((outcome) => {
      if (mine !== newest.current) return;
      setLoading(false);
      setAnswer((before) =>
        'data' in outcome
          ? { path, data: outcome.data, problem: null }
          : { path, data: before.path === path ? before.data : null, problem: outcome.problem },
      );
    });
  }, [client, path]);

  useEffect(() => {
    reload();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload();
    }, pauseMs);
    const onSight = () => document.visibilityState === 'visible' && reload();
    document.addEventListener('visibilitychange', onSight);
    return () => {
      newest.current += 1;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onSight);
    };
  }, [reload, pauseMs]);

  return { data, problem: isOfPath ? answer.problem : null, isLoading, reload };
}

const nothing = { path: null, data: null, problem: null };
