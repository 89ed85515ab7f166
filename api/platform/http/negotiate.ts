import type { Context } from 'hono';
import { problem } from '#shared/kernel/problem.ts';
import { HttpProblem } from './problem.ts';

/**
 * The offered media type that a request's `Accept` likes best (RFC 9110, 12.5.1): by quality, then by the order offered.
 * Without the header, the first. 406 naming what is offered where none will do.
 */
export function negotiate(c: Context, offered: readonly [string, ...string[]]): string {
  const header = c.req.header('accept');
  if (header === undefined || header.trim() === '') return offered[0];
  const ranges = header.split(',').map(rangeOf);
  const rated = offered.map((type) => ({ type, quality: qualityOf(type, ranges) }));
  const best = rated.reduce((a, b) => (b.quality > a.quality ? b : a));
  if (best.quality > 0) return best.type;
  throw new HttpProblem(406, problem('request.not_acceptable', { offered: offered.join(', ') }));
}

interface MediaRange {
  readonly type: string;
  readonly quality: number;
}

function rangeOf(text: string): MediaRange {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const quality = weight === undefined ? 1 : Number(weight);
  return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}

/** The most specific range decides: the type itself, then its family, then anything. */
function qualityOf(type: string, ranges: readonly MediaRange[]): number {
  const family = `${type.slice(0, type.indexOf('/'))}/*`;
  for (const wanted of [type, family, '*/*']) {
    const range = ranges.find((candidate) => candidate.type === wanted);
    if (range) return range.quality;
  }
  return 0;
}
