import { z } from 'zod'
import { notFound, type Reply, type Route, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { type FormIssue, fieldErrors } from '#ui'
import { joinFamily } from '../../commands/joinFamily.ts'
import { familyById } from '../../queries/familyOf.ts'
import { mayWrite } from '../../queries/mayWrite.ts'
import { searchPeople } from '../../queries/searchPeople.ts'
import { askToJoin, askToWrite, familyId } from '../params.ts'
import { type MemberPage, memberPage } from './memberPage.ts'

type FamilyVisit = Visit<{ familyId: Uuid }, unknown, unknown>

async function open(visit: FamilyVisit): Promise<MemberPage | null> {
  const family = await familyById(visit.work, visit.params.familyId)
  if (!family) return null
  const { id, reference } = family
  return { familyId: id, reference, text: '', found: null, form: visit.form, errors: fieldErrors([]) }
}

function answer(page: MemberPage): Reply {
  const hasErrors = page.errors.list.length > 0
  const subjectIds = (page.found ?? []).map(({ id }) => id)
  return {
    kind: 'page',
    ...(hasErrors ? { status: 422, hasErrors } : {}),
    title: 'Add somebody to a family',
    content: memberPage(page),
    current: 'people',
    back: `/families/${page.familyId}`,
    shown: subjectIds.length > 0 ? { resource: 'person', subjectIds, action: 'search' } : 'nothing',
  }
}

async function add(visit: FamilyVisit): Promise<Reply> {
  const { work, sent } = visit
  const page = await open(visit)
  if (!page) return notFound
  const text = typeof sent['text'] === 'string' ? sent['text'].trim() : ''
  if (text === '')
    return answer({ ...page, errors: fieldErrors([{ path: ['text'], message: 'Enter whom to find' }]) })
  const { rows } = await searchPeople(work, { text, page: 1, perPage: 20 })
  const found = rows.flatMap(row => (row.held ? [row.person] : []))
  const withFound = { ...page, text, found }
  if (sent['step'] !== 'choose') return answer(withFound)
  const personId = parseUuid(String(sent['person'] ?? ''))
  const role = sent['role'] === 'child' || sent['role'] === 'adult' ? sent['role'] : null
  const issues: FormIssue[] = [
    ...(personId ? [] : [{ path: ['person'], message: 'Select the person to add' }]),
    ...(role ? [] : [{ path: ['role'], message: 'Select child or adult' }]),
  ]
  if (!personId || !role) return answer({ ...withFound, errors: fieldErrors(issues) })
  if (!(await mayWrite(work, personId))) return askToWrite
  const { outcome } = await joinFamily(work, { familyId: page.familyId, personId, role, startedOn: null })
  if (outcome === 'refused') return askToJoin
  return { kind: 'redirect', location: `/families/${page.familyId}`, success: 'Added to the family' }
}

const common = {
  url: '/families/:familyId/members/new',
  admits: ['practitioner', 'duty'] as const,
  purpose: 'casework',
  params: z.object({ familyId }),
} as const

/** Adding somebody who is already recorded to a family. */
export const memberRoutes: readonly Route[] = [
  route({
    ...common,
    method: 'GET',
    summary: 'Form to add a recorded person to a family',
    handle: async visit => {
      const page = await open(visit)
      return page ? answer(page) : notFound
    },
  }),
  route({ ...common, method: 'POST', summary: 'Finds a person and adds them to a family', handle: add }),
]
