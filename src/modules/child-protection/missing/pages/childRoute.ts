import { readSetting } from '#modules/agencies'
import { personParams, type RecordFrame, recordFrame, recordReaders } from '#modules/casework'
import type { Work } from '#platform/db'
import { notFound, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, denseTable, formatDateTime, type Html, html, nothing, plural } from '#ui'
import { isDiscussedSince } from '../queries/isDiscussedSince.ts'
import { type MissingFacts, missingOf } from '../queries/missingOf.ts'
import {
  countWithin,
  type Episode,
  hoursAway,
  hoursInWords,
  interviewResult,
  REPEATED,
} from '../rules/episode.ts'
import { shortKinds, shortRisks } from '../rules/words.ts'
import { dueWords, interviewWords } from './interviewWords.ts'

/** `/people/:personId/missing`: every absence of one child. */
export const childMissingRoute = route({
  method: 'GET',
  url: '/people/:personId/missing',
  admits: recordReaders,
  summary: 'Times when a child was missing, and the interviews afterwards',
  purpose: 'casework',
  params: personParams,
  async handle({ work, params: { personId } }): Promise<Reply> {
    const frame = await recordFrame(work, personId, null)
    if (!frame?.readsRecord) return notFound
    const facts = await missingOf(work, [personId])
    const last = facts.episodes.at(-1)
    const recent = {
      episodes: facts.episodes,
      days: await readSetting(work, 'missing.days'),
      isDiscussed: last !== undefined && (await isDiscussedSince(work, personId, last.startedAt)),
      mayPlan: frame.mayWrite && work.knownAt === null,
    }
    return {
      kind: 'page',
      title: 'Missing - Record',
      before: frame.before,
      isWide: true,
      content: content(frame, facts, recent, work),
      shown: { resource: 'missing', subjectIds: [personId] },
    }
  },
})

/** Absences of late, and what they ask for. */
type Lately = {
  readonly episodes: readonly Episode[]
  readonly days: number
  readonly isDiscussed: boolean
  readonly mayPlan: boolean
}

function content(
  frame: RecordFrame,
  facts: MissingFacts,
  recent: Lately,
  { now, knownAt }: Pick<Work, 'now' | 'knownAt'>,
): Html {
  const { id } = frame.identity
  const open = facts.episodes.find(({ returned }) => returned === null)
  const report = button({
    text: 'Record that the child is missing',
    href: `/people/${id}/missing/new`,
    classes: open ? 'govuk-button--secondary' : '',
  })
  return html`<h1 class="govuk-heading-l">Missing</h1>
${open ? standing(open, now) : nothing}
${lately(recent)}
${frame.mayWrite && knownAt === null ? html`<div class="kith-no-print">${report}</div>` : nothing}
${facts.episodes.length === 0 ? html`<p class="govuk-body">No absence is on record.</p>` : episodeTable(id, facts, now)}`
}

const standing = (open: Episode, now: Temporal.Instant): Html =>
  html`<div class="govuk-inset-text"><p class="govuk-body"><strong>${shortKinds[open.kind]} for ${hoursInWords(hoursAway(open, now))}</strong>, since ${formatDateTime(open.startedAt)}. Risk: ${shortRisks[open.risk].toLowerCase()}.</p>
<p class="govuk-body govuk-!-margin-bottom-0"><a class="govuk-link" href="/people/${open.personId}/missing/${open.id}">What is being done</a></p></div>`

function lately({ episodes, days, isDiscussed, mayPlan }: Lately): Html {
  const last = episodes.at(-1)
  const count = last === undefined ? 0 : countWithin(last, episodes, days)
  if (last === undefined || count < 2) return nothing
  const counted = html`${plural(count, 'absence')} in the ${days} days up to the last.`
  if (count < REPEATED || isDiscussed) return html`<p class="govuk-body">${counted}</p>`
  const plan = html` <a class="govuk-link" href="/people/${last.personId}/meetings/new?kind=strategy">Plan a strategy discussion</a>`
  return html`<div class="govuk-inset-text">${counted} No strategy discussion has been held or planned since the last.${mayPlan ? plan : nothing}</div>`
}

function episodeTable(personId: Uuid, { episodes, interviews }: MissingFacts, now: Temporal.Instant): Html {
  const row = (episode: Episode) => {
    const result = interviewResult(episode, interviews)
    const isWaited = episode.returned !== null && !result.isDone && result.answer !== 'refused'
    return [
      {
        html: html`<a class="govuk-link" href="/people/${personId}/missing/${episode.id}">${formatDateTime(episode.startedAt)}</a>`,
      },
      { text: shortKinds[episode.kind] },
      { text: episode.returned ? formatDateTime(episode.returned.at) : 'Not back yet' },
      { text: hoursInWords(hoursAway(episode, now)) },
      { text: shortRisks[episode.risk] },
      {
        text:
          episode.returned === null
            ? ''
            : `${interviewWords(result)}${isWaited ? `. ${dueWords(episode.returned.at, now)}` : ''}`,
      },
    ]
  }
  return denseTable({
    caption: 'Absences, newest first',
    captionClasses: 'govuk-table__caption--m',
    head: ['Missing from', 'What', 'Back', 'How long', 'Risk', 'Return interview'].map(text => ({ text })),
    rows: episodes.toReversed().map(row),
  })
}
