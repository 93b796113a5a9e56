import type { FormKeys } from '#platform/http'
import {
  button,
  errorsAbove,
  type FieldErrors,
  type Html,
  html,
  insetText,
  nothing,
  recordForm,
  summaryList,
  table,
  warningText,
} from '#ui'
import type { Field, Part, PartValues } from '../../parts/index.ts'
import { fieldInput } from './fieldInput.ts'
import type { Lasting } from './lasting.ts'
import { type Shown, valueInWords } from './shownValues.ts'

export type PartPage = {
  readonly part: Part
  readonly fields: readonly Field[]
  readonly isNew: boolean
  readonly whose: string
  readonly lasting: readonly Lasting[]
  readonly action: string
  readonly cancel: string
  readonly form: FormKeys
  readonly shown: Shown
  readonly errors: FieldErrors
  readonly recordedFrom: string | null
  /** Set when somebody changed the row since the form was opened: both versions are shown. */
  readonly conflict?: { readonly yours: PartValues; readonly now: PartValues }
}

/** The heading and the page's title, without a name: "Change address". */
export const partTitle = (part: Part, isNew: boolean): string =>
  part.isOwnRow || !isNew ? `Change ${part.title}` : `Add ${article(part.title)}${part.title}`

const article = (words: string): string => (words.endsWith('s') ? '' : /^[aeiou]/.test(words) ? 'an ' : 'a ')

/** A form for one fact about a person. */
export function partPage(page: PartPage): Html {
  const { part, fields, isNew, errors } = page
  return html`${errorsAbove(errors)}
<span class="govuk-caption-l">${page.whose}</span>
<h1 class="govuk-heading-l">${partTitle(part, isNew)}</h1>
${page.lasting.length > 0 ? lastingShown(page.lasting) : nothing}
${page.conflict ? conflictShown(fields, page.conflict) : nothing}
${recordForm({
  action: page.action,
  csrf: { value: page.form.csrf },
  idempotencyKey: page.form.submission,
  others: { recorded_from: page.recordedFrom ?? undefined },
  content: html`${fields.map(field => fieldInput(field, page.shown, errors.of(field.name)))}
  <div class="govuk-button-group">
    ${button({ text: 'Save', preventDoubleClick: true })}
    <a class="govuk-link" href="${page.cancel}">Cancel</a>
  </div>`,
})}`
}

/** Whom it is about: to say it of somebody else, end or withdraw this and add another. */
const lastingShown = (lasting: readonly Lasting[]): Html =>
  summaryList({ rows: lasting.map(({ label, text }) => ({ key: { text: label }, value: { text } })) })

/** Both texts side by side; the words in bold differ. */
function conflictShown(fields: readonly Field[], conflict: NonNullable<PartPage['conflict']>): Html {
  const rows = fields.map(field => {
    const [yours, now] = [valueInWords(field, conflict.yours), valueInWords(field, conflict.now)]
    const written = (text: string) => (yours === now ? { text } : { html: html`<strong>${text}</strong>` })
    return [{ text: field.label }, written(yours), written(now)]
  })
  return html`${warningText({ text: 'Somebody changed this after you opened it. Nothing has been saved yet.' })}
${table({
  caption: 'What you wrote, and what is recorded now. Bold words differ.',
  captionClasses: 'govuk-table__caption--s',
  firstCellIsHeader: true,
  head: [{ text: 'Field' }, { text: 'What you wrote' }, { text: 'Recorded now' }],
  rows,
})}
${insetText({ text: 'Your words are in the form below. Mend them and save, or cancel to keep what is recorded now.' })}`
}
