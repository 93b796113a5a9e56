import { z } from 'zod'
import type { Work } from '#platform/db'
import { type DraftDifference, draftConflict } from '#platform/drafts'
import {
  formVersion,
  notFound,
  openedVersion,
  type Reply,
  type Route,
  route,
  type Visit,
} from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type FormIssue, fieldErrors, type Html, nothing } from '#ui'
import { saveDirectoryRow } from '../../../commands/saveDirectoryRow.ts'
import { listQuery, onPage } from '../../../listing/listQuery.ts'
import { workerLinks } from '../leaver/workerLinks.ts'
import { changedSince } from './changedSince.ts'
import type { Directory } from './directory.ts'
import { optionsOf, rowOf } from './directoryLookup.ts'
import { directoryFormPage, directoryListPage } from './directoryPages.ts'
import { columnsOf, parseDirectory } from './parseDirectory.ts'
import { teamLinks } from './teamLinks.ts'

const query = z.object({ ...listQuery, q: z.string().trim().max(100).default('') })
const params = z.object({ row: z.string().max(40) })
const current = '/administration'

async function list(
  directory: Directory,
  visit: Visit<unknown, z.infer<typeof query>, unknown>,
): Promise<Reply> {
  const { work, query: asked, path } = visit
  const words = asked.q.toLowerCase()
  const rows = (await directory.rows(work)).filter(({ cells }) =>
    cells.join(' ').toLowerCase().includes(words),
  )
  if (asked.format === 'csv')
    return {
      kind: 'csv',
      fileName: `${directory.slug}.csv`,
      header: directory.columns,
      rows: rows.map(({ cells }) => cells),
      shown: 'nothing',
    }
  const shown = onPage(rows, asked.page)
  const content = directoryListPage({
    directory,
    rows: shown,
    count: rows.length,
    words: asked.q,
    page: asked.page,
    path,
  })
  return {
    kind: 'page',
    title: directory.title,
    current,
    content,
    isWide: true,
    back: '/administration',
    shown: 'nothing',
  }
}

type FormVisit = Visit<{ row: string }, unknown, unknown>

/** What stands against saving a form: errors, or what somebody else saved meanwhile. */
type Against = { readonly issues?: readonly FormIssue[]; readonly differences?: readonly DraftDifference[] }

async function form(
  directory: Directory,
  visit: FormVisit,
  { issues = [], differences }: Against = {},
): Promise<Reply> {
  const { work, params: asked, sent } = visit
  const row = await rowOf(directory, work, asked.row)
  if (row === undefined) return notFound
  const targets = directory.fields
    .filter(({ kind }) => kind === 'date')
    .map(({ name }) => [name, `${name}-day`])
  const content = directoryFormPage({
    directory,
    action: `/administration/${directory.slug}/${asked.row}`,
    isNew: row === null,
    version: differences ? formVersion(row?.values) : openedVersion(sent, row?.values),
    conflict: differences ? draftConflict({ between: 'record', differences }) : nothing,
    values: row?.values ?? {},
    options: await optionsOf(directory, work),
    sent,
    errors: fieldErrors(
      issues,
      directory.fields.map(({ name }) => name),
      Object.fromEntries(targets),
    ),
    form: visit.form,
    below: row ? await linksBelow(directory, work, row.id) : nothing,
  })
  return {
    kind: 'page',
    title: row === null ? `Add a ${directory.one}` : `Change a ${directory.one}`,
    current,
    content,
    back: `/administration/${directory.slug}`,
    hasErrors: issues.length > 0,
    ...(issues.length > 0 ? { status: 422 } : differences ? { status: 409 } : {}),
    shown: 'nothing',
  }
}

/** What stands below the form of a worker or a team. */
async function linksBelow({ slug }: Directory, work: Work, id: Uuid): Promise<Html> {
  if (slug === 'workers') return await workerLinks(work, id)
  return slug === 'teams' ? await teamLinks(work, id) : nothing
}

async function save(directory: Directory, visit: FormVisit): Promise<Reply> {
  const { work, params: asked, sent } = visit
  const row = await rowOf(directory, work, asked.row)
  if (row === undefined) return notFound
  const { values, issues } = parseDirectory(directory, sent, await optionsOf(directory, work))
  if (issues.length > 0) return await form(directory, visit, { issues })
  const id = row?.id ?? null
  const problems = (await directory.check?.(work, values, id)) ?? []
  if (problems.length > 0)
    return await form(directory, visit, {
      issues: problems.map(({ field, message }) => ({ path: [field], message })),
    })
  const differences = row === null ? null : await changedSince(directory, visit, row, values)
  if (differences) return await form(directory, visit, { differences })
  await saveDirectoryRow(
    work,
    directory.table,
    id,
    directory.columnsOf?.(values) ?? columnsOf(directory.fields, values),
  )
  return {
    kind: 'redirect',
    location: `/administration/${directory.slug}`,
    success: `The ${directory.one} is saved`,
  }
}

/** The list, the form and its saving, of one directory. For administrators. */
export function directoryRoutes(directory: Directory): readonly Route[] {
  const place = `/administration/${directory.slug}`
  const common = { admits: ['administrator'], purpose: 'administration' } as const
  const { title, one } = directory
  return [
    route({
      ...common,
      method: 'GET',
      url: place,
      query,
      summary: title,
      handle: visit => list(directory, visit),
    }),
    route({
      ...common,
      method: 'GET',
      url: `${place}/:row`,
      params,
      summary: `The form of a ${one}`,
      handle: visit => form(directory, visit),
    }),
    route({
      ...common,
      method: 'POST',
      url: `${place}/:row`,
      params,
      summary: `Add or change a ${one}`,
      handle: visit => save(directory, visit),
    }),
  ]
}
