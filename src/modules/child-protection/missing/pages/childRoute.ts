import { readSetting } from '#modules/agencies'
import { personParams, type RecordFrame, recordFrame, recordReaders } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, denseTable, formatDateTime, type Html, html, nothing, plural } from '#ui'
import { type MissingFacts, missingOf } from '../queries/missingOf.ts'
import { countWithin, type Episode, hoursAway, hoursInWords, interviewResult } from '../rules/episode.ts'
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
    const days = await readSetting(work, 'missing.days')
    return {
      kind: 'page',
      title: 'Missing - Record',
      before: frame.before,
      isWide: true,
      content: content(frame, facts, days, work.now, work.knownAt === null),
      shown: { resource: 'missing', subjectIds: [personId] },
    }
  },
})

function content(
  frame: RecordFrame,
  facts: MissingFacts,
  days: number,
  now: Temporal.Instant,
  isPresent: boolean,
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
${lately(facts.episodes, days)}
${frame.mayWrite && isPresent ? html`<div class="kith-no-print">${report}</div>` : nothing}
${facts.episodes.length === 0 ? html`<p class="govuk-body">No absence is on record.</p>` : episodeTable(id, facts, now)}`
}

const standing = (open: Episode, now: Temporal.Instant): Html =>
  html`<div class="govuk-inset-text"><p class="govuk-body"><strong>${shortKinds[open.kind]} for ${hoursInWords(hoursAway(open, now))}</strong>, since ${formatDateTime(open.startedAt)}. Risk: ${shortRisks[open.risk].toLowerCase()}.</p>
<p class="govuk-body govuk-!-margin-bottom-0"><a class="govuk-link" href="/people/${open.personId}/missing/${open.id}">What is being done</a></p></div>`

function lately(episodes: readonly Episode[], days: number): Html {
  const last = episodes.at(-1)
  const count = last === undefined ? 0 : countWithin(last, episodes, days)
  return count < 2
    ? nothing
    : html`<p class="govuk-body">${plural(count, 'absence')} in the ${days} days up to the last.</p>`
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
