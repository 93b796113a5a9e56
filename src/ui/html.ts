import { html as template, raw as trust } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/**
 * A piece of finished HTML: everything in it that came from data has been escaped.
 * At run time it is a String object, so test its length rather than its truth.
 */
export type Html = HtmlEscapedString

/** What may stand in a `${}` of {@link html}; false, null and undefined print nothing. */
export type HtmlValue = string | number | boolean | null | undefined | Html | readonly HtmlValue[]

/**
 * Tagged template that escapes every string put into it, and leaves {@link Html} as it is.
 * Always quote attributes: escaping protects only quoted ones.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const result = template(strings, ...values)
  if (result instanceof Promise) {
    throw new TypeError('A Promise was put into an html template. Await it before calling the page function.')
  }
  return result
}

/** Marks a string as HTML without escaping it. Only for markup written in source code, never for data. */
export function raw(trusted: string): Html {
  return trust(trusted)
}

/** Nothing, as HTML. */
export const nothing: Html = raw('')

/** Whether a value is finished HTML rather than text or parameters. */
export function isHtml(value: unknown): value is Html {
  return value instanceof String && 'isEscaped' in value
}
