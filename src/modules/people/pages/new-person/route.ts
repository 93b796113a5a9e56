import { z } from 'zod'
import { KithError } from '#platform/errors'
import { notFound, type Reply, type Route, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { fieldErrors } from '#ui'
import { addPerson } from '../../commands/addPerson.ts'
import { joinFamily } from '../../commands/joinFamily.ts'
import { familyById, familyMembers } from '../../queries/familyOf.ts'
import { possibleDuplicates } from '../../queries/possibleDuplicates.ts'
import { searchTextFor } from '../../rules/searchTextFor.ts'
import { uuidParam } from '../params.ts'
import { shownFromSent } from '../person-part/shownValues.ts'
import { newPersonFields, parseNewPerson } from './form.ts'
import { type NewPersonPage, newPersonPage } from './page.ts'

const query = z.object({ family: uuidParam.optional() })
type NewVisit = Visit<unknown, { family?: Uuid | undefined }, unknown>

async function open(visit: NewVisit): Promise<NewPersonPage | null> {
  const { work, form } = visit
  const familyId = visit.query.family
  const family = familyId === undefined ? null : await familyById(work, familyId)
  if (familyId !== undefined && family === null) return null
  return {
    action: family ? `/people/new?family=${family.id}` : '/people/new',
    form,
    shown: shownFromSent(visit.sent ?? {}),
    errors: fieldErrors([]),
    same: [],
    family: family && { reference: family.reference, members: await familyMembers(work, family.id) },
  }
}

function answer(page: NewPersonPage): Reply {
  const hasErrors = page.errors.list.length > 0
  const subjectIds = [
    ...(page.family?.members ?? []).map(({ person }) => person.id),
    ...page.same.map(row => (row.held ? row.person.id : row.id)),
  ]
  return {
    kind: 'page',
    ...(hasErrors ? { status: 422, hasErrors } : {}),
    title: 'Add a person',
    content: newPersonPage(page),
    current: 'people',
    shown: subjectIds.length === 0 ? 'nothing' : { resource: 'person', subjectIds, action: 'search' },
  }
}

async function add(visit: NewVisit): Promise<Reply> {
  const { work, sent } = visit
  const page = await open(visit)
  if (!page) return notFound
  const parsed = parseNewPerson(sent, work.today)
  if (parsed.outcome === 'refused') {
    const order = newPersonFields.map(({ name }) => name)
    const targets = { date_of_birth: 'date_of_birth-day', expected_delivery_on: 'expected_delivery_on-day' }
    return answer({ ...page, errors: fieldErrors(parsed.issues, order, targets) })
  }
  const { person } = parsed
  if (sent['none_is_same'] !== 'yes') {
    const same = await possibleDuplicates(work, person)
    if (same.length > 0) return answer({ ...page, same })
  }
  const mother = page.family?.members.find(member => member.person.id === person.motherId)
  const id = await addPerson(work, { ...person, motherId: mother?.person.id ?? null }, searchTextFor(person))
  if (!visit.query.family)
    return { kind: 'redirect', location: `/people/${id}/details`, success: 'Person added' }
  const role = sent['role'] === 'adult' ? 'adult' : 'child'
  const { outcome } = await joinFamily(work, {
    familyId: visit.query.family,
    personId: id,
    role,
    startedOn: null,
  })
  if (outcome === 'refused') throw new KithError('KITH_NOT_ALLOWED') // so that the person is not kept either
  return {
    kind: 'redirect',
    location: `/families/${visit.query.family}`,
    success: 'Person added to the family',
  }
}

const common = {
  url: '/people/new',
  admits: ['practitioner', 'duty'] as const,
  purpose: 'casework',
  query,
} as const

/** Adding a person, after those who may be the same have been shown. */
export const newPersonRoutes: readonly Route[] = [
  route({
    ...common,
    method: 'GET',
    summary: 'Form to add a person',
    handle: async visit => {
      const page = await open(visit)
      return page ? answer({ ...page, shown: {} }) : notFound
    },
  }),
  route({
    ...common,
    method: 'POST',
    summary: 'Adds a person, once those who may be the same have been shown',
    handle: add,
  }),
]
