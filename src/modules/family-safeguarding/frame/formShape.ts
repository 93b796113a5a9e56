import type { ZodType } from 'zod'
import { type Fields, type FormValues, typedOf } from '#modules/casework'
import type { Work } from '#platform/db'
import type { DraftDifference } from '#platform/drafts'
import type { Uuid } from '#platform/ids'
import type { FieldErrors, FormIssue, Html } from '#ui'
import type { FamilyTab } from './familyPage.ts'
import type { FamilyParams } from './familyParams.ts'
import type { OpenFamily } from './openFamily.ts'

/** What became of a form that was sent whole. */
export type Sent =
  | { readonly outcome: 'saved'; readonly location: string; readonly success: string }
  | { readonly outcome: 'refused'; readonly issues: readonly FormIssue[] }
  /** Somebody changed what it is about since it was opened: nothing was written. */
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'not_found' }

export type FormVisit<Params> = {
  readonly work: Work
  readonly params: Params
  readonly query: Readonly<Record<string, string | undefined>>
  readonly sent: FormValues
  readonly submission: Uuid
}

/** One form in a family's workbook: what it shows, how it is read, and the command behind it. */
export type FamilyForm<Params extends FamilyParams, Context, Parsed> = {
  readonly url: string
  readonly params: ZodType<Params>
  /** One word for its drafts, and for the audit. */
  readonly name: string
  /** Sets drafts apart where one address has several: a month, a person. */
  readonly draftOf?: (query: FormVisit<Params>['query']) => string
  readonly tab: FamilyTab | null
  readonly title: string
  readonly heading: (context: Context, open: OpenFamily) => string
  readonly summary: { readonly show: string; readonly send: string }
  readonly submit: string
  readonly isWide?: boolean
  readonly path: (params: Params, query: FormVisit<Params>['query']) => string
  readonly cancel: (params: Params) => string
  /** What the form is about, in the sender's own sight; null answers as absent. */
  readonly read: (visit: FormVisit<Params>, open: OpenFamily) => Promise<Context | null>
  /** What it is filled with first; with `version` it is refused when another was saved meanwhile. */
  readonly fresh: (context: Context, visit: FormVisit<Params>, open: OpenFamily) => FormValues
  readonly fields: (context: Context, values: FormValues, errors: FieldErrors, open: OpenFamily) => Html
  /** What stands under the form. */
  readonly after?: (context: Context, open: OpenFamily) => Html
  readonly parse: (fields: Fields, context: Context, visit: FormVisit<Params>) => Parsed | null
  readonly save: (
    parsed: Parsed,
    context: Context,
    visit: FormVisit<Params>,
    open: OpenFamily,
  ) => Promise<Sent>
  /** Fields in the order of the page, for the list of errors. */
  readonly order: readonly string[]
  readonly targets?: Readonly<Record<string, string>>
  /** The same where fields are named by what the form is about. */
  readonly targetsOf?: (context: Context) => Readonly<Record<string, string>>
  /** What the fields are called, where both texts are to be shown. */
  readonly labels?: Readonly<Record<string, string>>
  readonly differences?: (context: Context, sent: FormValues) => readonly DraftDifference[]
}

/** Both texts of whatever the form names. */
export const differing = (
  labels: Readonly<Record<string, string>>,
  yours: FormValues,
  now: FormValues,
): readonly DraftDifference[] =>
  Object.entries(labels).map(([name, label]) => ({
    label,
    yours: typedOf(yours, name),
    other: typedOf(now, name),
  }))
