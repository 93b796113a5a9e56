import { z } from 'zod'
import { Fields, recordReaders, recordWriters, uuidParam, writableSubjects } from '#modules/casework'
import { draftConflict } from '#platform/drafts'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { errorsAbove, type FormIssue, fieldErrors, html, nothing } from '#ui'
import { changePlace } from '../commands/shared.ts'
import { linksOfPlace } from '../queries/harmOf.ts'
import { linkNames } from '../queries/linkNames.ts'
import { place } from '../queries/shared.ts'
import { placeChangeForm, placeFacts, tiesAt } from './placePage.ts'
import { parsePlaceFacts } from './targetFields.ts'

const params = z.object({ placeId: uuidParam })
type PlaceVisit = Visit<{ placeId: Uuid }, unknown, unknown>
const common = { url: '/harm/places/:placeId', purpose: 'casework', params } as const

async function answer(
  { work, params: { placeId }, sent, form }: PlaceVisit,
  issues: readonly FormIssue[] = [],
  isStale = false,
): Promise<Reply> {
  const found = await place(work, placeId)
  if (found === null) return notFound
  const links = await linksOfPlace(work, placeId)
  const names = await linkNames(work, links)
  const writable = await writableSubjects(work, [...new Set(links.map(({ personId }) => personId))])
  const errors = fieldErrors(issues, ['placeName', 'placeKind', 'located', 'known', 'placeRisk', 'ended'], {
    ended: 'ended-day',
  })
  const typed = typeof sent['known'] === 'string' ? sent['known'] : ''
  const conflict = isStale
    ? draftConflict({
        between: 'record',
        differences: [{ label: 'What makes it a risk', yours: typed, other: found.known }],
      })
    : nothing
  return {
    kind: 'page',
    status: isStale ? 409 : issues.length > 0 ? 422 : 200,
    hasErrors: issues.length > 0,
    title: 'A place - Harm outside the home',
    current: '/missing',
    isWide: true,
    content: html`${errorsAbove(errors)}${conflict}${placeFacts(found)}${tiesAt(found, links, names)}
${work.knownAt === null && writable.size > 0 ? placeChangeForm(found, sent, errors, form) : nothing}`,
    shown: { resource: 'harm_place', subjectIds: [...names.people.keys()] },
  }
}

const show = route({
  ...common,
  method: 'GET',
  admits: recordReaders,
  summary: 'A place where children are harmed, with the ties of children whom the reader reads',
  handle: visit => answer(visit),
})

const change = route({
  ...common,
  method: 'POST',
  admits: recordWriters,
  summary: 'Changes what is known of a place where children are harmed',
  async handle(visit): Promise<Reply> {
    const {
      work,
      params: { placeId },
      sent,
    } = visit
    const found = await place(work, placeId)
    if (found === null) return notFound
    const links = await linksOfPlace(work, placeId)
    if ((await writableSubjects(work, [...new Set(links.map(({ personId }) => personId))])).size === 0)
      return notFound
    const fields = new Fields(sent)
    const name = fields.text('placeName', 200, 'Enter the name of the place')
    const facts = parsePlaceFacts(fields, name ?? '')
    const endedOn = fields.date('ended', 'Ended')
    if (
      endedOn &&
      (Temporal.PlainDate.compare(endedOn, work.today) > 0 ||
        Temporal.PlainDate.compare(endedOn, found.notedOn) < 0)
    )
      fields.problem('ended', 'Ended must be in the past, and after the place was first recorded')
    if (fields.issues.length > 0 || name === null || facts === null) return answer(visit, fields.issues)
    const version = Number(fields.typed('version')) || 0
    const changed = await changePlace(work, placeId, version, { ...facts, notedOn: found.notedOn, endedOn })
    if (changed === 'stale') return answer(visit, [], true)
    return { kind: 'redirect', location: `/harm/places/${placeId}`, success: 'Saved' }
  },
})

/** `/harm/places/:placeId`. */
export const placeRoutes = [show, change]
