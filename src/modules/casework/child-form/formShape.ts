import type { ZodType } from 'zod'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { FieldErrors, FormIssue, Html } from '#ui'
import type { Fields } from '../pages/frame/fields.ts'
import type { FormValues } from '../pages/frame/longForm.ts'
import type { RecordFrame } from '../pages/frame/recordFrame.ts'

/** What became of a form that was sent whole. */
export type Sent =
  | { readonly outcome: 'saved'; readonly location: string; readonly success: string }
  | { readonly outcome: 'refused'; readonly issues: readonly FormIssue[] }
  /** Somebody changed the row since the form was opened: nothing was written. */
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'not_found' }

/** Every form stands in one child's record. */
export type AboutChild = { readonly personId: Uuid }

/** Where a form is, for whom and of what. */
export type FormVisit<Params> = {
  readonly work: Work
  readonly params: Params
  readonly query: Readonly<Record<string, string | undefined>>
  readonly sent: FormValues
  readonly submission: Uuid
}

/** One form in a child's record: what it shows, how it is read, and the command behind it. */
export type ChildForm<Params extends AboutChild, Context, Parsed> = {
  readonly url: string
  readonly params: ZodType<Params>
  /** One word for its drafts. */
  readonly name: string
  /** What the audit says was looked at; its name when left out. */
  readonly resource?: string
  /** Who else is named on it, for the audit. */
  readonly alsoNamed?: (context: Context) => readonly Uuid[]
  readonly title: string
  readonly heading: (context: Context) => string
  readonly summary: { readonly show: string; readonly send: string }
  readonly submit: string
  readonly path: (params: Params, query: FormVisit<Params>['query']) => string
  readonly cancel: (params: Params) => string
  /** What the form is about, in the sender's own sight; null answers as absent. */
  readonly read: (visit: FormVisit<Params>, frame: RecordFrame) => Promise<Context | null>
  /** What it is filled with first; with `version` it is refused when another was saved meanwhile. */
  readonly fresh: (context: Context, work: Work, query: FormVisit<Params>['query']) => FormValues
  readonly fields: (context: Context, values: FormValues, errors: FieldErrors) => Html
  readonly parse: (fields: Fields, context: Context, visit: FormVisit<Params>) => Parsed | null
  readonly save: (parsed: Parsed, context: Context, visit: FormVisit<Params>) => Promise<Sent>
  /** Fields in the order of the page, for the list of errors. */
  readonly order: readonly string[]
  /** The element to go to for a field that is several, such as a date. */
  readonly targets?: Readonly<Record<string, string>>
  /** What the fields are called, where both texts are to be shown. */
  readonly labels?: Readonly<Record<string, string>>
}

/** What a form is about, for somebody who may write of it. */
export type Found<Context> = { readonly frame: RecordFrame; readonly context: Context }
