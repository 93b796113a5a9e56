import { type Html, hiddenFields } from '#ui'
import type { FormKeys } from './route.ts'

/** Names of the hidden fields, as `hiddenFields` of the page furniture writes them. */
export const CSRF_FIELD = '_csrf'
export const SUBMISSION_FIELD = '_key'

/** Prints the hidden fields that every form sent by POST carries: give it `visit.form`. */
export function formFields(form: FormKeys): Html {
  return hiddenFields({ csrf: { name: CSRF_FIELD, value: form.csrf }, idempotencyKey: form.submission })
}
