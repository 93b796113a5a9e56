import { formFields, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, dateFields, dateFieldsFrom, type FieldErrors, type Html, html, select } from '#ui'
import type { SessionKind } from '../../queries/readSession.ts'
import type { Supervisee } from '../../queries/supervisees.ts'
import { kindWords, sessionKinds } from '../common.ts'

type Asked = Pick<Visit<unknown, unknown, unknown>, 'work' | 'sent' | 'form'>

/** The form that begins a session with a worker. */
export function beginForm(
  { work, sent, form }: Asked,
  workerId: Uuid,
  standing: Supervisee | null,
  errors: FieldErrors,
): Html {
  const typed = dateFieldsFrom(sent, 'held')
  const { today } = work
  const begins = Object.values(typed).some(Boolean)
    ? typed
    : { day: `${today.day}`, month: `${today.month}`, year: `${today.year}` }
  const usual: SessionKind = standing?.isEarly ? 'early_career' : 'one_to_one'
  return html`<form method="post" action="/supervision/workers/${workerId}" novalidate data-keep-on-failure>
    ${formFields(form)}
    <h2 class="govuk-heading-m">Begin a session</h2>
    ${dateFields({ name: 'held', legend: 'Day of the session', value: begins, error: errors.of('held') })}
    ${select({
      name: 'kind',
      label: { text: 'Kind' },
      hint: { text: 'What is said between sessions does not count as the session that is due' },
      items: sessionKinds.map(value => ({ value, text: kindWords[value] })),
      value: typeof sent['kind'] === 'string' ? sent['kind'] : usual,
      errorMessage: errors.of('kind'),
    })}
    ${button({ text: 'Begin', preventDoubleClick: true })}
  </form>`
}
