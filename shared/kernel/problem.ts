/**
 * A refusal as a value. `code` is stable and never renamed once shipped; the wording for people lives in the locale
 * tables under the same code, where `{name}` stands for the member of `params` of that name.
 */
export interface Problem {
  readonly code: string;
  readonly params?: ProblemParams;
  readonly errors?: readonly FieldError[];
}

export type ProblemParams = Readonly<Record<string, string | number>>;

/** One thing that is wrong in a request: an RFC 6901 pointer to it, what is wrong, and the value that was sent. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly params?: ProblemParams;
  readonly value?: unknown;
}

/** Builds a problem; with no params the member is left out. */
export function problem(code: string, params?: ProblemParams, errors?: readonly FieldError[]): Problem {
  return { code, ...(params && { params }), ...(errors && errors.length > 0 && { errors }) };
}
