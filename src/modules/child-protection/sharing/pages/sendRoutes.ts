import { readClockSettings } from '#modules/agencies'
import { recordReaders } from '#modules/casework'
import { type FormKeys, notFound, type Reply, type Route, route } from '#platform/http'
import { denseTable, formatDateTime, type Html, html, nothing } from '#ui'
import { answersOf, type CopyAnswer, type CopyEvent, eventsOf } from '../queries/eventsAndAnswers.ts'
import { type Copy, copiesOf } from '../queries/readCopies.ts'
import { type LatestShare, latestShare } from '../rules/latestShare.ts'
import { eventWords, wayWords } from '../rules/ways.ts'
import { paperTitles } from '../rules/words.ts'
import { giveForm } from './copyPage.ts'
import { aboveMeeting, aroundMeeting, meetingParams } from './frame.ts'
import { latestWords } from './latestWords.ts'
import { copyStatus } from './paperPage.ts'

const live: readonly Copy['status'][] = ['composed', 'approved', 'released', 'replaced', 'withdrawn']

/** Where business support sends what is approved: one click a person. */
const show = route({
  method: 'GET',
  url: '/meetings/:meetingId/send',
  admits: recordReaders,
  purpose: 'casework',
  summary: 'Copies of a meeting’s papers, to be sent and what became of them',
  params: meetingParams,
  async handle({ work, params: { meetingId }, form }): Promise<Reply> {
    const around = await aroundMeeting(work, meetingId)
    if (around === null) return notFound
    const copies = (await copiesOf(work, { meetingId })).filter(
      ({ status, releasedAt }) => live.includes(status) && (status !== 'replaced' || releasedAt !== null),
    )
    const ids = copies.map(({ id }) => id)
    const latest = latestShare(around.meeting, await readClockSettings(work))
    const state = {
      events: await eventsOf(work, ids),
      answers: await answersOf(work, ids),
      latest,
      now: work.now,
      form,
    }
    return {
      kind: 'page',
      title: 'Sending papers',
      isWide: true,
      content: html`<h1 class="govuk-heading-l">Sending papers</h1>${aboveMeeting(around)}${latestWords(latest, work.today)}
${
  copies.length === 0
    ? html`<p class="govuk-body">No copy is ready for this meeting yet.</p>`
    : denseTable({
        caption: 'Copies and what became of them',
        head: [{ text: 'For' }, { text: 'Paper' }, { text: 'State' }, { text: 'To do' }],
        firstCellIsHeader: true,
        rows: copies.map(copy => [
          {
            html: html`${copy.name}${copy.standing ? html`<br><span class="govuk-hint">${copy.standing.replaceAll('_', ' ')}</span>` : nothing}`,
          },
          {
            html: html`<a class="govuk-link" href="/copies/${copy.id}">${paperTitles[copy.content.kind]}<span class="govuk-visually-hidden"> for ${copy.name}</span></a>`,
          },
          { html: stateOf(copy, state) },
          { html: toDo(copy, state, around.maySend) },
        ]),
      })
}`,
      shown: {
        resource: 'paper_copies',
        subjectIds: [
          ...new Set([
            ...around.meeting.personIds,
            ...copies.flatMap(({ recipientId }) => recipientId ?? []),
          ]),
        ],
        action: 'list',
      },
    }
  },
})

export const sendRoutes: readonly Route[] = [show]

type State = {
  readonly events: readonly CopyEvent[]
  readonly answers: readonly CopyAnswer[]
  readonly latest: LatestShare | null
  readonly now: Temporal.Instant
  readonly form: FormKeys
}

/** Sent, received, opened, explained and answered: each a state of its own. */
function stateOf(copy: Copy, { events, answers }: State): Html {
  const own = events.filter(({ copyId }) => copyId === copy.id)
  const said = answers.some(({ copyId }) => copyId === copy.id)
  return html`${copyStatus(copy)}${copy.lateBecause ? html`<br>Late: ${copy.lateBecause}` : nothing}${own.map(({ kind, way, at }) => html`<br>${eventWords[kind]}, ${wayWords[way].toLowerCase()}, ${formatDateTime(at)}`)}${said ? html`<br>Answered` : nothing}`
}

function toDo(copy: Copy, state: State, maySend: boolean): Html {
  if (!maySend) return nothing
  if (copy.status === 'approved')
    return html`<a class="govuk-link" href="/copies/${copy.id}/pack.pdf" download>Print<span class="govuk-visually-hidden"> for ${copy.name}</span></a>${giveForm({ ...state, copy }, 'send')}`
  if (copy.status === 'replaced') return html`Tell them that it was corrected: ${copy.endedBecause ?? ''}`
  if (copy.status === 'released')
    return html`<a class="govuk-link" href="/copies/${copy.id}/answers">Answer<span class="govuk-visually-hidden"> of ${copy.name}</span></a>`
  return nothing
}
