import { z } from 'zod'
import { type FormValues, uuidParam } from '#modules/casework'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { formatDateTime, type Html, html, nothing } from '#ui'
import { type Meeting, type MeetingPart, meetingOf, partsIn } from '../../meeting/index.ts'
import { paperOf } from '../queries/readPapers.ts'
import { readsWholePaper } from '../queries/readsWholePaper.ts'
import type { Paper } from '../rules/paper.ts'

export const meetingParams = z.object({ meetingId: uuidParam })
export const paperParams = z.object({ paperId: uuidParam })
export const partParams = z.object({ paperId: uuidParam, partId: uuidParam })
export const copyParams = z.object({ copyId: uuidParam })

/** A child of the meeting as the reader may know them. */
export type ChildNamed = { readonly id: Uuid; readonly name: string; readonly age: string }

/** Where a page of papers stands: the meeting, its children, and how the reader stands to it. */
export type Around = {
  readonly meeting: Meeting
  readonly children: readonly ChildNamed[]
  readonly roles: readonly MeetingPart[]
  /** Writes the record of every child: writes papers, decides and approves. */
  readonly isLine: boolean
  /** Sends what is approved and logs what became of it. */
  readonly maySend: boolean
}

/** The meeting with its children as far as the reader may see it; null answers as absent. */
export async function aroundMeeting(work: Work, meetingId: Uuid): Promise<Around | null> {
  const meeting = await meetingOf(work, meetingId)
  if (meeting === null) return null
  const roles = work.knownAt === null ? await partsIn(work, meetingId) : []
  const people = await personSummaries(work, meeting.personIds)
  const isLine = roles.includes('line')
  return {
    meeting,
    roles,
    isLine,
    maySend: isLine || roles.includes('administrator'),
    children: people.map(({ id, displayName, age }) => ({ id, name: displayName, age })),
  }
}

export type AroundPaper = Around & {
  readonly paper: Paper
  readonly isAuthor: boolean
  readonly mayWrite: boolean
  /** Begins another in its place: of a finished paper, and by whoever reads all of it. */
  readonly mayCorrect: boolean
}

/** A paper with its meeting; null answers as absent. */
export async function aroundPaper(work: Work, paperId: Uuid): Promise<AroundPaper | null> {
  const paper = await paperOf(work, paperId)
  const around = paper === null ? null : await aroundMeeting(work, paper.meetingId)
  if (paper === null || around === null) return null
  const isAuthor = paper.madeBy === work.actor.id && paper.kind === 'agency_report'
  const mayWrite =
    paper.status === 'draft' &&
    work.knownAt === null &&
    (around.isLine || (isAuthor && around.roles.length > 0))
  const mayCorrect = around.isLine && paper.status === 'finished' && (await readsWholePaper(work, paper.id))
  return { ...around, paper, isAuthor, mayWrite, mayCorrect }
}

const kinds: Readonly<Record<Meeting['kind'], string>> = {
  strategy: 'Strategy discussion',
  initial: 'Initial conference',
  review: 'Review conference',
  transfer_in: 'Transfer-in conference',
  pre_birth: 'Pre-birth conference',
  core_group: 'Core group',
}

/** Above each page: which meeting, when, and about whom. */
export function aboveMeeting({ meeting, children }: Pick<Around, 'meeting' | 'children'>): Html {
  return html`<p class="govuk-body govuk-!-margin-bottom-2"><strong>${kinds[meeting.kind]}</strong>, ${formatDateTime(meeting.plannedAt)}${meeting.status === 'cancelled' ? html` <strong class="govuk-tag govuk-tag--red">Cancelled</strong>` : nothing}</p>
<p class="govuk-body">${children.map(({ id, name, age }, at) => html`${at > 0 ? ' · ' : ''}<a class="govuk-link" href="/people/${id}">${name}</a>, ${age}`)}</p>
<ul class="govuk-list kith-no-print">
<li><a class="govuk-link" href="/meetings/${meeting.id}/papers">Papers of this meeting</a> · <a class="govuk-link" href="/meetings/${meeting.id}/send">Sending</a> · <a class="govuk-link" href="/meetings/${meeting.id}/answers">Answers</a></li></ul>`
}

/** Whom a page of papers names, for the audit: the children of its meeting, and those to whom a paper may go where it shows them. */
export const subjectsOf = (
  { meeting }: Pick<Around, 'meeting'>,
  recipients: readonly { readonly personId: Uuid | null }[] = [],
): readonly Uuid[] => [
  ...new Set([...meeting.personIds, ...recipients.flatMap(({ personId }) => personId ?? [])]),
]

/** A sent text without spaces around. */
export const sentText = (sent: FormValues, name: string): string => {
  const value = sent[name]
  return typeof value === 'string' ? value.trim() : ''
}
