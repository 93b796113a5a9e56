import type { Attributes } from '../attributes.ts'
import { type Html, type HtmlValue, nothing } from '../html.ts'

/** A parameter that may be left out or passed through as undefined. */
export type Maybe<T> = T | undefined

/** Plain words, which are escaped, or finished HTML, which wins when both are given. */
export interface Content {
  readonly text?: Maybe<string | number>
  readonly html?: Maybe<Html>
}

/** Extra class names and attributes of an element. */
export interface Styling {
  readonly classes?: Maybe<string>
  readonly attributes?: Maybe<Attributes | Html>
}

/** A list in which absent items are skipped, so that a page may write `condition && item`. */
export type Items<T> = readonly (T | false | null | undefined)[]

/** Whether there is any HTML in the value. */
export function isFilled(value: Html | null | undefined): value is Html {
  return value !== undefined && value !== null && value.length > 0
}

/** Whether a content parameter has anything to show. */
export function hasContent(content: Content | null | undefined): boolean {
  return (
    isFilled(content?.html) || (content?.text !== undefined && content.text !== null && content.text !== '')
  )
}

/** What a content parameter shows: its HTML, else its text for escaping. */
export function contentOf(content: Content | null | undefined): HtmlValue {
  return isFilled(content?.html) ? content.html : content?.text
}

/** Class names joined by a space, absent ones left out. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(name => name).join(' ')
}

/** Renders each present item; the number is its place from 1, counting absent items as GOV.UK Frontend does. */
export function each<T>(
  items: Items<T> | null | undefined,
  render: (item: T, place: number) => Html,
): Html[] {
  return (items ?? []).map((item, index) => (item ? render(item, index + 1) : nothing))
}

/** The items that are there. */
export function present<T>(items: Items<T> | null | undefined): T[] {
  return (items ?? []).flatMap(item => (item ? [item] : []))
}
