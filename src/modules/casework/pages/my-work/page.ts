import { type Cover, csvLink, pageLinks, type Team, withQuery } from '#modules/agencies'
import type { PersonSummary } from '#modules/people'
import type { Draft } from '#platform/drafts'
import type { Uuid } from '#platform/ids'
import { barChart, formatDate, formatDateTime, type Html, html, nothing, plural } from '#ui'
import type { WorkItem } from '../../queries/workList.ts'
import type { dueByDay, WorkChoice } from './chosenWork.ts'
import { decideLine, lettersLine } from './decideLine.ts'
import { workFilter } from './filterForm.ts'
import { toMendLine } from './toMendLine.ts'
import type { nowAndLater } from './workRows.ts'
import { workTable } from './workTable.ts'

/** Everything that the page of one's own work shows. */
export type MyWork = {
  /** All of it, for the choices of the filter. */
  readonly all: readonly WorkItem[]
  /** What the filter leaves: the rows of this page, how many rows in all, and how many things are due later. */
  readonly shown: ReturnType<typeof nowAndLater>
  readonly count: number
  readonly laterCount: number
  readonly people: ReadonlyMap<Uuid, PersonSummary>
  readonly due: ReturnType<typeof dueByDay>
  readonly choice: WorkChoice
  readonly drafts: readonly Draft[]
  readonly unread: number
  /** Teams whose work the reader directs. */
  readonly led: readonly Team[]
  /** How many things wait for the reader's decision. */
  readonly toDecide: number
  /** How many letters wait for the reader to send them. */
  readonly toSend: number
  /** Cover of today: whom the reader covers, and who covers the reader. */
  readonly standing: readonly Cover[]
  readonly me: Uuid
  readonly page: number
  readonly path: string
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

/** The home of somebody who works with children: what is due, why and for whom. */
export function myWorkPage(view: MyWork): Html {
  return html`<h1 class="govuk-heading-l">My work</h1>
  ${coverLines(view)}
  ${noticesLine(view.unread)}
  ${ledLine(view.led)}
  ${decideLine(view.toDecide)}
  ${lettersLine(view.toSend)}
  ${dueLine(view)}
  ${toMendLine(view.me, view.all.length > 0, view.led)}
  ${draftList(view)}
  <h2 class="govuk-heading-m">What is due</h2>
  ${workFilter(view)}
  ${view.count === 0 ? html`<p class="govuk-body">${emptyWords(view)}</p>` : workTable({ ...view, ...view.shown })}
  ${pageLinks(view.path, view.page, view.count, 'things to do')}
  ${view.count > 0 ? csvLink(view.path) : nothing}
  ${weekAhead(view)}`
}

/** Whom the reader covers today, and who covers the reader. */
function coverLines({ standing, me }: MyWork): Html {
  return html`${standing.map(
    ({ workerId, workerName, holderName, lastDay }) =>
      html`<p class="govuk-body">${workerId === me ? `You cover for ${holderName}` : `${workerName} covers for you`} until ${formatDate(lastDay)}. <a class="govuk-link" href="/cover">Cover</a></p>`,
  )}`
}

function noticesLine(unread: number): Html {
  if (unread === 0) return nothing
  return html`<p class="govuk-body"><a class="govuk-link" href="/notices?show=unread">${plural(unread, 'notice')} not read</a></p>`
}

/** A manager's own list is short: their work is their team's. */
function ledLine(led: readonly Team[]): Html {
  if (led.length === 0) return nothing
  const [first] = led
  if (first === undefined || led.length > 3)
    return html`<p class="govuk-body"><a class="govuk-link" href="/teams">Your ${led.length} teams</a></p>`
  return html`<p class="govuk-body">${led.length === 1 ? 'Your team' : 'Your teams'}: ${led.map(
    ({ id, name }, place) =>
      html`${place > 0 ? ', ' : ''}<a class="govuk-link" href="/teams/${id}/board">${name}</a>`,
  )}</p>`
}

const weekCount = ({ due }: MyWork): number => due.days.reduce((sum, day) => sum + day.count, 0)

function dueLine(view: MyWork): Html {
  if (view.all.length === 0) return nothing
  return html`<p class="govuk-body"><a class="govuk-link" href="/my-work?due=overdue">${view.due.overdue} overdue</a>, <a class="govuk-link" href="/my-work?due=week">${weekCount(view)} due in the next 7 days</a></p>`
}

function weekAhead(view: MyWork): Html {
  const { due, all } = view
  if (all.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">The week ahead</h2>
  ${barChart({
    id: 'week',
    title: 'Due in the next 7 days',
    description: `${due.overdue} overdue, ${weekCount(view)} due in the next 7 days.`,
    labelHeading: 'Day',
    valueHeading: 'Things due',
    bars: due.days.map(({ on, count }, index) => ({
      label: index === 0 ? 'Today' : dayName(on),
      value: count,
    })),
  })}`
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const dayName = (on: Temporal.PlainDate): string =>
  `${weekdays[on.dayOfWeek - 1]} ${formatDate(on).replace(/ \d{4}$/, '')}`

function draftList({ drafts, people }: MyWork): Html {
  if (drafts.length === 0) return nothing
  const line = (draft: Draft): Html => {
    const about = [...people.values()].find(({ id }) => draft.recordKey.includes(id))
    const whose = about ? ` about ${about.displayName}` : ''
    const words = `${draftName(draft.form)}${whose}, saved ${formatDateTime(draft.savedAt)}`
    return html`<li>${draft.page === null ? words : html`<a class="govuk-link" href="${withQuery(draft.page, { draft: 'open' })}">${words}</a>`}</li>`
  }
  return html`<h2 class="govuk-heading-m">Unfinished forms</h2>
  <ul class="govuk-list govuk-list--bullet">${drafts.map(line)}</ul>`
}

const draftName = (form: string): string => {
  const words = form.replace(/[-_.]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function emptyWords({ all, choice }: MyWork): string {
  if (all.length === 0) return 'No child is allocated to you, and no task or action of a plan is yours.'
  return choice.due === 'overdue' ? 'Nothing is overdue.' : 'Nothing you have to do matches these filters.'
}
