import { z } from 'zod'
import { notFound, type Reply, type Route, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { fieldErrors } from '#ui'
import { savePart } from '../../commands/savePart.ts'
import { type Part, type PartContext, partOf } from '../../parts/index.ts'
import { parsePart } from '../../parts/parsePart.ts'
import { holdsChild, mayWrite } from '../../queries/mayWrite.ts'
import { partContext } from '../../queries/partContext.ts'
import { partRow } from '../../queries/partRow.ts'
import { personSummary } from '../../queries/personSummaries.ts'
import { askToHold, askToJoin, askToWrite, personId, uuidParam } from '../params.ts'
import { lastingOf } from './lasting.ts'
import { type PartPage, partPage, partTitle } from './page.ts'
import { shownFromRow, shownFromSent } from './shownValues.ts'

const params = z.object({ personId, part: z.string().max(20) })
const rowParams = params.extend({ rowId: uuidParam })
type Params = { personId: Uuid; part: string; rowId?: Uuid }
type PartVisit = Visit<Params, unknown, unknown>

type Opened = {
  readonly part: Part
  readonly rowId: Uuid | null
  readonly context: PartContext
  readonly base: Omit<PartPage, 'shown' | 'errors' | 'recordedFrom' | 'conflict'>
}

/** What both the form shown and the form sent need; or the reply that refuses. */
async function open(visit: PartVisit): Promise<Opened | Reply> {
  const part = partOf(visit.params.part)
  const person = part && (await personSummary(visit.work, visit.params.personId))
  if (!part || !person) return notFound
  if (!(await mayWrite(visit.work, person.id, part.dataClass))) return askToWrite
  if (part.isByHolders && !(await holdsChild(visit.work, person.id))) return askToHold
  const context = await partContext(visit.work, person, part)
  const rowId = part.isOwnRow ? person.id : (visit.params.rowId ?? null)
  const isNew = rowId === null
  const action = visit.path.split('?')[0] ?? ''
  const fields = part.fields(context).filter(field => !(isNew ? field.isForLater : field.isLasting))
  const cancel = placeOf(part, context)
  const whose = person.displayName
  const lasting = await lastingOf(visit.work, part, person.id, rowId)
  const { form } = visit
  return { part, rowId, context, base: { part, fields, isNew, whose, lasting, action, cancel, form } }
}

/** The page on which the part's text stands. */
function placeOf(part: Part, { person, families }: PartContext): string {
  const family = part.standsIn === 'genogram' ? families[0] : undefined
  return family ? `/families/${family.value}/genogram?opinions=yes` : `/people/${person.id}/details`
}

async function show(visit: PartVisit): Promise<Reply> {
  const opened = await open(visit)
  if ('kind' in opened) return opened
  const { part, rowId, base } = opened
  const row = await partRow(visit.work, { part, personId: visit.params.personId, rowId })
  if (rowId !== null && row === null) return notFound
  const shown = row ? shownFromRow(base.fields, row.values) : {}
  const recordedFrom = row?.recordedFrom ?? null
  return answer(visit, { ...base, shown, errors: fieldErrors([]), recordedFrom })
}

async function save(visit: PartVisit): Promise<Reply> {
  const opened = await open(visit)
  if ('kind' in opened) return opened
  const { part, rowId, context, base } = opened
  const place = { part, personId: visit.params.personId, rowId }
  const recordedFrom = instantText(visit.sent['recorded_from'])
  const shown = shownFromSent(visit.sent)
  const parsed = parsePart({ ...part, fields: () => base.fields }, context, visit.sent)
  if (parsed.outcome === 'refused') {
    const order = base.fields.map(field => field.name)
    return answer(visit, {
      ...base,
      shown,
      errors: fieldErrors(parsed.issues, order, targets(base.fields)),
      recordedFrom,
    })
  }
  if (rowId !== null && (await partRow(visit.work, place)) === null) return notFound
  if (part.mayKeep && !(await part.mayKeep(visit.work, place.personId, parsed.values))) return askToJoin
  const saved = await savePart(visit.work, place, parsed.values, recordedFrom)
  if (saved.outcome === 'saved') return { kind: 'redirect', location: base.cancel, success: 'Saved' }
  const conflict = { yours: parsed.values, now: saved.now }
  return answer(visit, {
    ...base,
    shown,
    errors: fieldErrors([]),
    recordedFrom: saved.recordedFrom,
    conflict,
  })
}

const targets = (fields: PartPage['fields']): Record<string, string> =>
  Object.fromEntries(
    fields.filter(({ kind }) => kind.endsWith('date')).map(({ name }) => [name, `${name}-day`]),
  )

function answer(visit: PartVisit, page: PartPage): Reply {
  const hasErrors = page.errors.list.length > 0
  return {
    kind: 'page',
    ...(hasErrors ? { status: 422, hasErrors } : page.conflict ? { status: 409 } : {}),
    title: partTitle(page.part, page.isNew),
    content: partPage(page),
    current: 'people',
    shown: { resource: page.part.table, subjectIds: [visit.params.personId, ...named(page)] },
  }
}

/** Questions whose options are people of the family. */
const peopleAsked = new Set(['other_id', 'adult_id', 'other_adult_id', 'mother_id'])

/** The others whom a form names. */
function named({ fields, lasting }: PartPage): readonly Uuid[] {
  const options = fields.flatMap(({ name, options = [] }) => (peopleAsked.has(name) ? options : []))
  const offered = options.flatMap(({ value }) => parseUuid(value) ?? [])
  return [...new Set([...offered, ...lasting.map(({ personId }) => personId)])]
}

/** The instant as it was sent, or one that no row can carry. */
function instantText(sent: unknown): string {
  try {
    return Temporal.Instant.from(String(sent)).toString()
  } catch {
    return '1900-01-01T00:00:00Z'
  }
}

const url = '/people/:personId/details/:part'
const common = { admits: ['practitioner', 'duty'] as const, purpose: 'casework' }
const newRow = { ...common, url, params } as const
const oldRow = { ...common, url: `${url}/:rowId`, params: rowParams } as const

/** Adding and changing one fact about a person. */
export const personPartRoutes: readonly Route[] = [
  route({ ...newRow, method: 'GET', summary: 'Form to add a fact about a person', handle: show }),
  route({ ...newRow, method: 'POST', summary: 'Adds a fact about a person', handle: save }),
  route({ ...oldRow, method: 'GET', summary: 'Form to change a fact about a person', handle: show }),
  route({ ...oldRow, method: 'POST', summary: 'Changes a fact about a person', handle: save }),
]
