import { personParams, type RecordFrame, recordFrame, recordReaders } from '#modules/casework'
import { personSummary } from '#modules/people'
import { notFound, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, denseTable, formatDate, type Html, html, nothing } from '#ui'
import { periodsOf } from '../queries/periodsOf.ts'
import { isInCare, lastDay, type Period } from '../rules/period.ts'
import { endReasons, legalStatuses } from '../rules/words.ts'
import { carePath, periodPath } from './periodParams.ts'

type Shown = {
  readonly frame: RecordFrame
  readonly periods: readonly Period[]
  readonly bornOn: Temporal.PlainDate | null
  readonly today: Temporal.PlainDate
  readonly mayWrite: boolean
}

/** `/people/:personId/care`: every time in which one child is or was looked after. */
export const childCareRoute = route({
  method: 'GET',
  url: '/people/:personId/care',
  admits: recordReaders,
  summary: 'Times in which a child is or was looked after',
  purpose: 'casework',
  params: personParams,
  async handle({ work, params: { personId } }): Promise<Reply> {
    const frame = await recordFrame(work, personId, null)
    if (!frame?.readsRecord) return notFound
    const shown = {
      frame,
      periods: await periodsOf(work, [personId]),
      bornOn: (await personSummary(work, personId))?.dateOfBirth ?? null,
      today: work.today,
      mayWrite: frame.mayWrite && work.knownAt === null,
    }
    return {
      kind: 'page',
      title: 'In care - Record',
      before: frame.before,
      isWide: true,
      content: content(shown),
      shown: { resource: 'care', subjectIds: [personId] },
    }
  },
})

function content({ frame, periods, bornOn, today, mayWrite }: Shown): Html {
  const { id } = frame.identity
  const open = periods.find(({ ended }) => ended === null)
  const record = button({ text: 'Record that the child is looked after', href: `${carePath(id)}/new` })
  return html`<h1 class="govuk-heading-l">In care</h1>
${open === undefined ? nothing : standing(open, bornOn, today)}
${mayWrite ? html`<div class="kith-no-print">${open === undefined ? record : endButton(id, open)}</div>` : nothing}
${periods.length === 0 ? html`<p class="govuk-body">No time in care is on record.</p>` : periodTable(periods, mayWrite)}
<p class="govuk-body"><a class="govuk-link" href="/people/${id}/nhs">What the NHS is shown</a></p>`
}

const endButton = (personId: Uuid, { id }: Period): Html =>
  button({
    text: 'Record that it ended',
    href: periodPath({ personId, periodId: id }, 'end'),
    classes: 'govuk-button--secondary',
  })

function standing(open: Period, bornOn: Temporal.PlainDate | null, today: Temporal.PlainDate): Html {
  const last = lastDay(open, bornOn)
  return html`<div class="govuk-inset-text"><p class="govuk-body govuk-!-margin-bottom-0">${
    isInCare(open, bornOn, today)
      ? html`<strong>Looked after since ${formatDate(open.startedOn)}</strong>. Legal status then: ${legalStatuses[open.beganUnder]}.`
      : html`Being looked after ended on the 18th birthday, ${last === null ? '' : formatDate(last)} (Children Act 1989 section 105). Record how it ended.`
  }</p></div>`
}

function periodTable(periods: readonly Period[], mayWrite: boolean): Html {
  const row = ({ id, personId, startedOn, beganUnder, ended }: Period) => {
    const to = (what: string) => periodPath({ personId, periodId: id }, what)
    const links = html`<a class="govuk-link" href="${to('change')}">Correct<span class="govuk-visually-hidden"> the period from ${formatDate(startedOn)}</span></a>
<a class="govuk-link govuk-!-margin-left-2" href="${to('withdraw')}">Withdraw<span class="govuk-visually-hidden"> the period from ${formatDate(startedOn)}</span></a>`
    return [
      { text: formatDate(startedOn) },
      { text: legalStatuses[beganUnder] },
      { text: ended === null ? 'Goes on' : formatDate(ended.on) },
      { text: ended === null ? '' : endReasons[ended.why] },
      ...(mayWrite ? [{ html: links }] : []),
    ]
  }
  return denseTable({
    caption: 'Times in care, newest first',
    captionClasses: 'govuk-table__caption--m',
    head: ['From', 'Legal status then', 'Until', 'Why it ended', ...(mayWrite ? ['What to do'] : [])].map(
      text => ({ text }),
    ),
    rows: periods.toReversed().map(row),
  })
}
