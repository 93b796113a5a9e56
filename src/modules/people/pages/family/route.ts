import { z } from 'zod'
import { notFound, type Reply, type Route, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { type FieldErrors, fieldErrors } from '#ui'
import { addHousehold } from '../../commands/addHousehold.ts'
import { type FamilyView, familyView } from '../../queries/familyView.ts'
import { mayWrite } from '../../queries/mayWrite.ts'
import { askToWrite, familyId } from '../params.ts'
import { familyPage } from './page.ts'

type FamilyVisit = Visit<{ familyId: Uuid }, unknown, unknown>

async function writableIn(visit: FamilyVisit, view: FamilyView): Promise<ReadonlySet<Uuid>> {
  const writable = new Set<Uuid>()
  for (const id of view.people.keys()) if (await mayWrite(visit.work, id)) writable.add(id)
  return writable
}

async function answer(visit: FamilyVisit, view: FamilyView, errors: FieldErrors): Promise<Reply> {
  const writable = await writableIn(visit, view)
  return {
    kind: 'page',
    ...(errors.list.length > 0 ? { status: 422, hasErrors: true } : {}),
    title: 'Family',
    content: familyPage({ view, today: visit.work.today, writable, form: visit.form, errors }),
    current: 'people',
    isWide: true,
    shown: { resource: 'family', subjectIds: [...view.people.keys()] },
  }
}

async function addOne(visit: FamilyVisit): Promise<Reply> {
  const { work, sent } = visit
  const view = await familyView(work, visit.params.familyId)
  if (!view) return notFound
  const writable = await writableIn(visit, view)
  const chosen = [sent['person'] ?? []].flat().map(text => parseUuid(String(text)))
  const personIds = chosen.filter(id => id !== null)
  if (personIds.length !== chosen.length || personIds.some(id => !writable.has(id))) return askToWrite
  const label = typeof sent['label'] === 'string' ? sent['label'].trim() : ''
  if (label === '' || label.length > 100) {
    const message =
      label === ''
        ? 'Enter a name for the household'
        : 'Name of the household must be 100 characters or fewer'
    return answer(visit, view, fieldErrors([{ path: ['label'], message }]))
  }
  await addHousehold(work, { familyId: view.family.id, label, personIds })
  return { kind: 'redirect', location: `/families/${view.family.id}`, success: 'Household added' }
}

const params = z.object({ familyId })

/** A family's page and its households. */
export const familyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/families/:familyId',
    admits: ['practitioner', 'duty', 'director'],
    summary: 'A family: its people, drawing, relationships and households',
    purpose: 'casework',
    params,
    handle: async visit => {
      const view = await familyView(visit.work, visit.params.familyId)
      return view ? answer(visit, view, fieldErrors([])) : notFound
    },
  }),
  route({
    method: 'POST',
    url: '/families/:familyId/households',
    admits: ['practitioner', 'duty'],
    summary: 'Adds a household to a family',
    purpose: 'casework',
    params,
    handle: addOne,
  }),
]
