import type { TimelineEntry, TimelineSource } from '#modules/casework'
import { londonDate } from '#reference'
import { missingOf } from '../queries/missingOf.ts'
import { type Episode, hoursAway, hoursInWords, type Interview } from '../rules/episode.ts'
import { foundHow, shortKinds, shortRisks } from '../rules/words.ts'

const source = 'Missing'
const onDay = (at: Temporal.Instant) => ({ on: londonDate(at), at })

/** Absences, returns and interviews in a chronology and in the journey. */
export const missingTimeline: TimelineSource = {
  name: 'missing',
  async entries(work, personIds) {
    const { episodes, interviews } = await missingOf(work, personIds)
    return [...episodes.flatMap(episodeLines), ...interviews.flatMap(interviewLines)]
  },
  async bands(work, personIds) {
    const { episodes } = await missingOf(work, personIds)
    return episodes.map(({ personId, kind, startedAt, returned }) => ({
      personId,
      row: 'missing' as const,
      startedOn: londonDate(startedAt),
      endedOn: returned === null ? null : londonDate(returned.at),
      label: shortKinds[kind],
    }))
  },
}

function episodeLines(episode: Episode): readonly TimelineEntry[] {
  const { personId, id, kind, startedAt, returned, risk } = episode
  const line = { personId, source, isSignificant: true, href: `/people/${personId}/missing/${id}` }
  const went = {
    ...line,
    ...onDay(startedAt),
    title: `${shortKinds[kind]}`,
    text: `Risk: ${shortRisks[risk].toLowerCase()}.`,
  }
  if (returned === null) return [went]
  const away = hoursInWords(hoursAway(episode, returned.at))
  return [
    went,
    {
      ...line,
      ...onDay(returned.at),
      title: 'Back after being missing',
      text: `${foundHow[returned.how]}, after ${away}.`,
    },
  ]
}

function interviewLines({
  personId,
  episodeIds,
  answer,
  answeredAt,
  doneAt,
}: Interview): readonly TimelineEntry[] {
  const [episodeId] = episodeIds
  const href =
    episodeId === undefined ? `/people/${personId}/missing` : `/people/${personId}/missing/${episodeId}`
  const line = { personId, source, isSignificant: false, href }
  return [
    ...(doneAt === null ? [] : [{ ...line, ...onDay(doneAt), title: 'Return interview held' }]),
    ...(answer === 'refused' && answeredAt !== null
      ? [{ ...line, ...onDay(answeredAt), title: 'Return interview: the child said no' }]
      : []),
  ]
}
