import type { Draft } from '#platform/drafts'
import type { FormKeys } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { FieldErrors } from '#ui'
import type { FamilyChild } from '../../queries/familyChildren.ts'
import type { FormValues } from './visitValues.ts'

/** Which draft a form has: the form's code, and the record it is about. */
export type DraftKey = { readonly form: string; readonly recordKey: string }

/** Everything that the form shows. */
export type VisitFormView = {
  readonly personId: Uuid
  readonly children: readonly FamilyChild[]
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly keys: FormKeys
  /** The draft that the values come from, when they do. */
  readonly draft: Draft | null
  /** A draft that is there but not open: offered above the form. */
  readonly offered: Draft | null
  readonly draftKey: DraftKey
  readonly now: Temporal.Instant
  readonly correctsId: Uuid | null
  /** Siblings whom the address names beside the person: a fresh form is about them too. */
  readonly alsoIds: readonly Uuid[]
}
