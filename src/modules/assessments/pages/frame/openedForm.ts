import type { Uuid } from '#platform/ids'
import type { FieldErrors, Html } from '#ui'
import type { FormValues } from './formValues.ts'

/** What a form shows of itself: what is typed in it, and what is wrong with that. */
export type FormState = { readonly values: FormValues; readonly errors: FieldErrors }

/** A form opened for somebody: whose it is, what stands there now, and how it looks. */
export type OpenedForm = {
  readonly title: string
  /** Its own address, and where saving and leaving lead. */
  readonly path: string
  readonly back: string
  readonly recordKey: string
  readonly subjectIds: readonly Uuid[]
  /** Authorised or abandoned: nothing is saved any more. */
  readonly isClosed: boolean
  /** What stands in the record, as the form's fields; with `version` where the row has one. */
  readonly fresh: FormValues
  /** Names of the fields as they stand on the page, and what each is called. */
  readonly labels: Readonly<Record<string, string>>
  readonly targets?: Readonly<Record<string, string>>
  content(state: FormState): Html
  /** On the button; "Save" when left out. */
  readonly saveWords?: string
}
