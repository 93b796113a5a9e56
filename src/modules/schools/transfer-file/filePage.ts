import { type FormKeys, formFields, type Reply } from '#platform/http'
import {
  button,
  errorsAbove,
  type FormIssue,
  fieldErrors,
  fileUpload,
  type Html,
  html,
  nothing,
  recordForm,
  select,
} from '#ui'
import type { School } from '../my-school/readMySchool.ts'
import type { CheckedFile } from './checkedFile.ts'
import { previewHtml } from './previewHtml.ts'

export const url = '/my-school/transfer-file'

/** What the page shows beside its form. */
export type FilePage = {
  readonly form: FormKeys
  readonly schools: readonly School[]
  readonly schoolId?: unknown
  readonly issues?: readonly FormIssue[]
  /** A file that was checked and waits to be sent, for this school. */
  readonly waits?: { readonly file: CheckedFile; readonly schoolId: string } | null
}

/** The page on which a school's Common Transfer File is checked, and then sent. */
export function filePage({ form, schools, schoolId, issues = [], waits = null }: FilePage): Reply {
  const errors = fieldErrors(issues, ['school', 'file'])
  const shown = waits === null ? nothing : previewHtml(waits.file, sendForm(form, waits.schoolId))
  return {
    kind: 'page',
    status: issues.length > 0 ? 422 : 200,
    title: 'Common Transfer File of my school',
    current: '/my-school',
    back: '/my-school',
    hasErrors: issues.length > 0,
    content: html`${errorsAbove(errors)}<h1 class="govuk-heading-l">Common Transfer File of my school</h1>
<p class="govuk-body">How pupils attended, and the schools at which they were, from your own system. The file is checked first, and you see what we read. Of children with whom children’s social care works that much is kept; of all others nothing is, and contacts, addresses, medical marks, needs and results are not even read.</p>
${shown}
${checkForm(form, schools, errors, typeof schoolId === 'string' ? schoolId : '', shown !== nothing)}`,
    shown: 'nothing',
  }
}

const sendForm = (
  form: FormKeys,
  schoolId: string,
): Html => html`<p class="govuk-body">It waits to be sent. Nobody else can see it.</p>
<form method="post" action="${url}/send" novalidate class="govuk-button-group">${formFields(form)}
<input type="hidden" name="school" value="${schoolId}">
${button({ text: 'Send it', preventDoubleClick: true })}
${button({ text: 'Discard it', classes: 'govuk-button--secondary', name: 'discard', value: 'yes' })}</form>`

const checkForm = (
  form: FormKeys,
  schools: readonly School[],
  errors: ReturnType<typeof fieldErrors>,
  chosen: string,
  isAnother: boolean,
): Html => html`<h2 class="govuk-heading-m">${isAnother ? 'Check another file' : 'Check a file'}</h2>
${recordForm({
  action: url,
  csrf: { name: '_csrf', value: form.csrf },
  idempotencyKey: form.submission,
  isMultipart: true,
  content: html`${select({ name: 'school', label: { text: 'School', classes: 'govuk-label--s' }, items: schools.map(({ id, name }) => ({ value: id, text: name })), value: chosen, errorMessage: errors.of('school') })}
${fileUpload({ name: 'file', label: { text: 'File', classes: 'govuk-label--s' }, hint: { text: 'XML, as your system exports it: LLLLLLL_CTF_LLLLLLL_nnn.xml' }, errorMessage: errors.of('file') })}
${button({ text: 'Check the file', preventDoubleClick: true, classes: isAnother ? 'govuk-button--secondary' : '' })}`,
})}`
