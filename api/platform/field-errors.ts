import type * as z from 'zod';
import type { FieldError } from '#shared/kernel/problem.ts';

/**
 * Every fault that a schema found, as errors with a JSON pointer below `base`, a stable code and the value that was
 * wrong, unless it may be a secret. `sent` is what was checked.
 */
export function fieldErrors(error: z.ZodError, base: string, sent: unknown): FieldError[] {
  // A value of the wrong type may also seem too short or too long: a list where a text is wanted has a length too.
  const mistyped = new Set(error.issues.filter(isOfType).map(({ path }) => path.join('/')));
  const told = error.issues.filter((issue) => isOfType(issue) || !mistyped.has(issue.path.join('/')));
  return told.flatMap((issue) => faultsOf(issue, base, sent));
}

function isOfType({ code }: z.core.$ZodIssue): boolean {
  return code === 'invalid_type';
}

/**
 * The same errors for a body that holds secrets: of a member that nobody knows, or of a body that is no object at all,
 * nothing says that it is not one with a slip in its name.
 */
export function withoutSecrets(errors: readonly FieldError[]): FieldError[] {
  return errors.map(({ value, ...error }) => {
    const isNamed = error.pointer !== '' && error.code !== 'request.unknown_property';
    return isNamed && value !== undefined ? { ...error, value } : error;
  });
}

const secretWords: readonly string[] = ['pin', 'password', 'secret', 'token', 'key', 'enrolment', 'authorization'];

/** Whether a member is a secret by its name: what it holds is told to nobody, whatever is wrong with it. */
function isSecret(name: string): boolean {
  const parts = name.split(/[^A-Za-z]|(?<=[a-z])(?=[A-Z])/).map((part) => part.toLowerCase());
  return parts.some((part) => secretWords.includes(part));
}

function faultsOf(issue: z.core.$ZodIssue, base: string, sent: unknown): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => at(base, [...issue.path, key], 'request.unknown_property', sent));
  }
  if (issue.code === 'invalid_union') {
    const nested = issue.errors[0];
    const isNamed = nested !== undefined && nested.length > 0;
    if (isNamed) {
      return nested.flatMap((inner) => faultsOf({ ...inner, path: [...issue.path, ...inner.path] }, base, sent));
    }
  }
  return [at(base, issue.path, codeOf(issue, valueAt(sent, issue.path)), sent, limitsOf(issue))];
}

function codeOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'custom' && typeof issue.params?.code === 'string') return issue.params.code;
  if (value === undefined) return 'request.missing';
  if (Number.isNaN(value)) return 'request.number_rounded';
  switch (issue.code) {
    case 'invalid_type':
      return 'request.wrong_type';
    case 'too_small':
      return 'request.too_small';
    case 'too_big':
      return 'request.too_big';
    case 'invalid_value':
      return 'request.not_allowed';
    default:
      return 'request.malformed';
  }
}

function limitsOf(issue: z.core.$ZodIssue): Record<string, string | number> {
  if (issue.code === 'too_small') return { minimum: Number(issue.minimum) };
  if (issue.code === 'too_big') return { maximum: Number(issue.maximum) };
  if (issue.code === 'invalid_type') return { expected: issue.expected };
  if (issue.code === 'invalid_value') return { allowed: issue.values.map(String).join(', ') };
  if (issue.code === 'custom' && typeof issue.params?.code === 'string') {
    const { code: _, ...params } = issue.params;
    return params as Record<string, string | number>;
  }
  return {};
}

function at(
  base: string,
  path: readonly PropertyKey[],
  code: string,
  sent: unknown,
  params: Record<string, string | number> = {},
): FieldError {
  const value = path.some((part) => isSecret(String(part))) ? undefined : valueAt(sent, path);
  return {
    pointer: base + path.map((part) => `/${escaped(String(part))}`).join(''),
    code,
    ...(Object.keys(params).length > 0 && { params }),
    ...(value !== undefined && { value: shortened(value) }),
  };
}

/** RFC 6901: `~` and `/` inside a name. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  let value = sent;
  for (const part of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

/** Long values are of no help in an error. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string') return value.length > 200 ? `${value.slice(0, 200)}…` : value;
  if (value !== null && typeof value === 'object') return Array.isArray(value) ? `array of ${value.length}` : 'object';
  return value;
}
