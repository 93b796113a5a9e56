import { z } from 'zod'
import { codesOf, Fields, recordReaders, recordWriters, uuidParam, writableSubjects } from '#modules/casework'
import { draftConflict } from '#platform/drafts'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type FormIssue, fieldErrors } from '#ui'
import { changeNetwork } from '../commands/shared.ts'
import { harmKinds } from '../queries/harmKinds.ts'
import { linksOfNetwork } from '../queries/harmOf.ts'
import { linkNames } from '../queries/linkNames.ts'
import { network } from '../queries/shared.ts'
import { networkPage } from './networkPage.ts'

const params = z.object({ networkId: uuidParam })
type NetworkVisit = Visit<{ networkId: Uuid }, unknown, unknown>
const common = { url: '/harm/networks/:networkId', purpose: 'casework', params } as const

async function answer(
  { work, params: { networkId }, sent, form }: NetworkVisit,
  issues: readonly FormIssue[] = [],
  isStale = false,
): Promise<Reply> {
  const found = await network(work, networkId)
  if (found === null) return notFound
  const links = await linksOfNetwork(work, networkId)
  const names = await linkNames(work, links)
  const children = [...new Set(links.map(({ personId }) => personId))]
  const kinds = await harmKinds(work)
  const writable = await writableSubjects(work, children)
  const typed = typeof sent['name'] === 'string' ? sent['name'] : ''
  const conflict = isStale
    ? draftConflict({ between: 'record', differences: [{ label: 'Name', yours: typed, other: found.name }] })
    : null
  return {
    kind: 'page',
    status: isStale ? 409 : issues.length > 0 ? 422 : 200,
    hasErrors: issues.length > 0,
    title: 'A network - Harm outside the home',
    current: '/missing',
    isWide: true,
    content: networkPage({
      network: found,
      links,
      names,
      kinds,
      mayWrite: work.knownAt === null && writable.size > 0,
      sent,
      errors: fieldErrors(issues, ['name', 'kind', 'closed'], { closed: 'closed-day' }),
      form,
      conflict,
    }),
    shown: { resource: 'harm_network', subjectIds: [...names.people.keys()] },
  }
}

const show = route({
  ...common,
  method: 'GET',
  admits: recordReaders,
  summary: 'A network that plans share, with the ties of children whom the reader reads',
  handle: visit => answer(visit),
})

const change = route({
  ...common,
  method: 'POST',
  admits: recordWriters,
  summary: 'Renames a network or closes it',
  async handle(visit): Promise<Reply> {
    const {
      work,
      params: { networkId },
      sent,
    } = visit
    const found = await network(work, networkId)
    if (found === null) return notFound
    const links = await linksOfNetwork(work, networkId)
    if ((await writableSubjects(work, [...new Set(links.map(({ personId }) => personId))])).size === 0)
      return notFound
    const fields = new Fields(sent)
    const name = fields.text('name', 200, 'Enter the name of the network')
    const kind = fields.choice('kind', codesOf(await harmKinds(work)), 'Select the kind of harm')
    const closedOn = fields.date('closed', 'Closed')
    if (
      closedOn &&
      (Temporal.PlainDate.compare(closedOn, work.today) > 0 ||
        Temporal.PlainDate.compare(closedOn, found.openedOn) < 0)
    )
      fields.problem('closed', 'Closed must be in the past, and after the network was first recorded')
    if (fields.issues.length > 0 || name === null || kind === null) return answer(visit, fields.issues)
    const version = Number(fields.typed('version')) || 0
    if ((await changeNetwork(work, networkId, version, { name, kind, closedOn })) === 'stale')
      return answer(visit, [], true)
    return { kind: 'redirect', location: `/harm/networks/${networkId}`, success: 'Saved' }
  },
})

/** `/harm/networks/:networkId`. */
export const networkRoutes = [show, change]
