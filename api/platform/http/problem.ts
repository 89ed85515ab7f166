import type { FieldError, Problem } from '#shared/kernel/problem.ts';
import { problemTexts } from '#shared/locales/problems.en.ts';
import { worded } from '#shared/locales/worded.ts';

/** A refusal of a request, thrown by route code and answered as `application/problem+json`. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: number;
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, problem: Problem, headers: Readonly<Record<string, string>> = {}) {
    super(problem.code);
    this.status = status;
    this.problem = problem;
    this.headers = headers;
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  401: 'Nobody is signed in',
  403: 'Not permitted',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not available in this form',
  409: 'Not possible in this state',
  410: 'No longer available',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Content type not accepted',
  422: 'Something in the request is wrong',
  428: 'A condition is required',
  429: 'Too many requests',
  500: 'The server failed',
  503: 'Not available right now',
  507: 'No space left',
};

/** RFC 9457 members with ours: `code`, `correlationId`, `errors`. `status` 0 leaves the HTTP members out. */
export function problemJson(problem: Problem, status: number, instance: string, correlationId: string) {
  return {
    type: `urn:tallyman:problem:${problem.code}`,
    title: titles[status] ?? titles[422],
    status,
    detail: englishOf(problem),
    instance,
    code: problem.code,
    correlationId,
    ...(problem.params && { params: problem.params }),
    errors: (problem.errors ?? []).map(errorJson),
  };
}

/** A command's problem: the command itself is the instance. Commands answer 200, so the status is that of its kind. */
export function commandProblemJson(problem: Problem, commandId: string) {
  return problemJson(problem, problem.code === 'auth.permit_missing' ? 403 : 422, `urn:uuid:${commandId}`, commandId);
}

/** One error of `errors` with its English words. */
export function errorJson(error: FieldError) {
  return {
    pointer: error.pointer,
    code: error.code,
    detail: englishOf(error),
    ...(error.params && { params: error.params }),
    value: error.value ?? null,
  };
}

export function englishOf(problem: Pick<Problem, 'code' | 'params'>): string {
  return worded(problemTexts, problem.code, problem.params ?? {});
}
