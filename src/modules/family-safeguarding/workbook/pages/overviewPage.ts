import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { button, denseTable, formatDate, type Html, html, nothing, plural } from '#ui'
import { familyPath, strandPath } from '../../frame/familyParams.ts'
import { nameOf, type OpenFamily } from '../../frame/openFamily.ts'
import type { NeedStanding, Strand } from '../../rules/strand.ts'
import type { StrandWeek } from '../../rules/weekOf.ts'
import { answerWords, endWords, needWord, noterWord, workWords } from '../../rules/words.ts'
import type { LeaverStrand } from '../queries/leavers.ts'
import { ofFormerTeam } from './formerTeam.ts'
import { leaversHtml } from './leaverRoutes.ts'
import { strandDrawing } from './strandDrawing.ts'

/** What the first page of a workbook shows. */
export type Overview = {
  readonly open: OpenFamily
  readonly needs: readonly NeedStanding[]
  readonly weeks: readonly StrandWeek[]
  readonly me: Uuid
  readonly today: Temporal.PlainDate
  readonly mayOpen: boolean
  readonly leavers: readonly LeaverStrand[]
  readonly form: FormKeys
}

export function overviewPage(overview: Overview): Html {
  const { open, needs, weeks, today } = overview
  const openWeeks = weeks.filter(({ strand }) => strand.endedOn === null)
  return html`<h1 class="govuk-heading-l">Who does what</h1>
${open.workbook === null ? noWorkbook(overview) : nothing}
${unanswered(
  overview,
  needs.filter(({ isUnanswered }) => isUnanswered),
)}
${ofFormerTeam(
  open,
  openWeeks.map(({ strand }) => strand),
)}
${leaversHtml(open.family.id, overview.leavers, overview.form)}
${actions(overview)}
${weeks.length === 0 ? html`<p class="govuk-body">No work has begun. A need of domestic abuse, mental health or substance misuse that is noted for somebody of this family becomes an offer of the team at once.</p>` : strandDrawing(open, weeks, today)}
${weekTable(overview, openWeeks)}
${needTable(overview, needs)}
${endedTable(
  overview,
  weeks.filter(({ strand }) => strand.endedOn !== null).map(({ strand }) => strand),
)}
${closing(overview)}`
}

function noWorkbook({ open, mayOpen, form }: Overview): Html {
  return html`<div class="govuk-inset-text"><p class="govuk-body">No workbook is open for this family.</p>
${mayOpen ? html`<form method="post" action="${familyPath(open.family.id, '/open')}">${formFields(form)}${button({ text: 'Open the workbook', preventDoubleClick: true })}</form>` : nothing}</div>`
}

function unanswered({ open, today }: Overview, needs: readonly NeedStanding[]): Html {
  if (needs.length === 0) return nothing
  const one = ({ personId, kind, notedOn, strands }: NeedStanding): Html => {
    const strand = strands.find(({ endedOn }) => endedOn === null)
    const href = strand
      ? strandPath({ familyId: open.family.id, strandId: strand.id }, '/change')
      : familyPath(open.family.id, `/strands/new?person=${personId}&need=${kind}`)
    const way = open.keeps
      ? html` <a class="govuk-link" href="${href}">Choose a worker, or say why nobody</a>`
      : nothing
    return html`<li>${nameOf(open, personId)}: ${needWord(kind).toLowerCase()}, noted on ${formatDate(notedOn)}, ${plural(notedOn.until(today).days, 'day')} ago.${way}</li>`
  }
  return html`<div class="govuk-inset-text"><h2 class="govuk-heading-s">Nobody works on ${plural(needs.length, 'need')}, and nobody has said why</h2>
<ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">${needs.map(one)}</ul></div>`
}

function actions({ open, me, weeks }: Overview): Html {
  if (!open.writes || open.workbook === null) return nothing
  const familyId = open.family.id
  const own = weeks
    .map(({ strand }) => strand)
    .filter(({ endedOn, workerId }) => endedOn === null && workerId === me)
  return html`<div class="govuk-button-group kith-no-print">
${own.map(strand => button({ text: `Record a session: ${workWords(strand).toLowerCase()}`, href: strandPath({ familyId, strandId: strand.id }, '/sessions/new') }))}
${open.keeps ? button({ text: 'Begin a strand', href: familyPath(familyId, '/strands/new'), classes: 'govuk-button--secondary' }) : nothing}
</div>`
}

function weekTable({ open, me }: Overview, weeks: readonly StrandWeek[]): Html {
  if (weeks.length === 0) return nothing
  return denseTable({
    caption: 'Who is doing what this week',
    captionClasses: 'govuk-table__caption--m',
    head: ['With', 'Work', 'Worker', 'Aim', 'Offer', 'This week', 'Last contact', 'Change'].map(text => ({
      text,
    })),
    rows: weeks.map(({ strand, contacts, last }) => [
      { text: nameOf(open, strand.personId) },
      { html: strandLink(strand) },
      { text: strand.workerName ?? (strand.whyNobody ? `Nobody: ${strand.whyNobody}` : 'Nobody yet') },
      { text: strand.aim ?? 'Not set' },
      { text: offerWords(strand) },
      { text: contacts.length === 0 ? 'No contact' : plural(contacts.length, 'contact') },
      { text: last === null ? 'None yet' : formatDate(londonDate(last.at)) },
      { html: changeLink(open, strand, me) },
    ]),
  })
}

const strandLink = (strand: Strand): Html =>
  html`<a class="govuk-link" href="${strandPath({ familyId: strand.familyId, strandId: strand.id })}">${workWords(strand)}</a>`

const offerWords = ({ offeredOn, answer, answeredOn }: Strand): string =>
  answer === null || answeredOn === null
    ? `Offered ${formatDate(offeredOn)}, no answer yet`
    : `${answerWords[answer]} ${formatDate(answeredOn)}`

function changeLink(open: OpenFamily, strand: Strand, me: Uuid): Html {
  if (!open.keeps && !(open.writes && strand.workerId === me)) return nothing
  return html`<a class="govuk-link" href="${strandPath({ familyId: open.family.id, strandId: strand.id }, '/change')}">Change<span class="govuk-visually-hidden"> the work on ${needWord(strand.needKind).toLowerCase()} with ${nameOf(open, strand.personId)}</span></a>`
}

function needTable({ open, today }: Overview, needs: readonly NeedStanding[]): Html {
  if (needs.length === 0) return nothing
  const standing = ({ strands, metOn, noHelpReason, isUnanswered }: NeedStanding): string => {
    if (metOn !== null) return `Met on ${formatDate(metOn)}`
    const working = strands.filter(({ endedOn, workerId }) => endedOn === null && workerId !== null)
    if (working.length > 0) return working.map(({ workerName }) => workerName).join(', ')
    const why =
      strands.find(({ endedOn, whyNobody }) => endedOn === null && whyNobody !== null)?.whyNobody ??
      noHelpReason
    if (why) return `Nobody: ${why}`
    return isUnanswered ? 'Nobody, and no reason' : 'No strand open'
  }
  return denseTable({
    caption: 'Needs of each person',
    captionClasses: 'govuk-table__caption--m',
    head: ['Who', 'Need', 'First noted', 'By', 'Days to first specialist contact', 'Who works on it'].map(
      text => ({ text }),
    ),
    rows: needs.map(need => [
      { text: nameOf(open, need.personId) },
      { text: needWord(need.kind) },
      { text: formatDate(need.notedOn) },
      { text: noterWord(need.notedBy) },
      {
        text:
          need.daysToContact === null
            ? `None in ${plural(need.notedOn.until(today).days, 'day')}`
            : String(need.daysToContact),
      },
      { text: standing(need) },
    ]),
  })
}

function endedTable({ open }: Overview, strands: readonly Strand[]): Html {
  if (strands.length === 0) return nothing
  return denseTable({
    caption: 'Work that has ended',
    captionClasses: 'govuk-table__caption--m',
    head: ['With', 'Work', 'Worker', 'Ended', 'Why'].map(text => ({ text })),
    rows: strands.map(strand => [
      { text: nameOf(open, strand.personId) },
      { html: strandLink(strand) },
      { text: strand.workerName ?? 'Nobody' },
      { text: strand.endedOn === null ? '' : formatDate(strand.endedOn) },
      { text: strand.endReason === null ? '' : endWords[strand.endReason] },
    ]),
  })
}

function closing({ open, form }: Overview): Html {
  if (!open.keeps || open.workbook === null) return nothing
  return html`<details class="govuk-details kith-no-print"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Close the workbook</span></summary>
<div class="govuk-details__text"><p class="govuk-body">Close it when the team’s work with the family is over. Every open strand ends with it; what was written stays.</p>
<form method="post" action="${familyPath(open.family.id, '/close')}">${formFields(form)}<input type="hidden" name="version" value="${open.workbook.version}">${button({ text: 'Close the workbook and end its strands', classes: 'govuk-button--warning', preventDoubleClick: true })}</form></div></details>`
}
