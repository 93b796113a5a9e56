import { z } from 'zod'
import { csvLink, ledTeams, listQuery, onPage, pageLinks, posts, rolesOf, type Team } from '#modules/agencies'
import { Fields } from '#modules/casework'
import type { Work } from '#platform/db'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { errorsAbove, type FieldErrors, fieldErrors, html, nothing } from '#ui'
import { drawDipSample } from '../../commands/drawDipSample.ts'
import { type Sample, samples } from '../../queries/samples.ts'
import { common } from '../common.ts'
import { type Auditor, drawForm } from './drawForm.ts'
import { sampleChart, sampleTable } from './sampleTable.ts'

const query = z.object(listQuery)
type ListVisit = Visit<unknown, z.infer<typeof query>, unknown>

/** Teams from whose supervision the acting person may draw: those of the area that they lead. */
async function drawnFrom(work: Work): Promise<readonly Team[]> {
  if (work.knownAt !== null || !(await rolesOf(work, work.actor.id)).has('service_leader')) return []
  return await ledTeams(work, work.actor.id)
}

/** Who may score: whoever draws, or a manager in post. */
async function auditorsFor(work: Work): Promise<readonly Auditor[]> {
  const managers = (await posts(work)).filter(
    ({ role }) => role === 'team_manager' || role === 'service_leader',
  )
  const byId = new Map(managers.map(({ workerId, workerName }) => [workerId, workerName]))
  const me = byId.get(work.actor.id)
  byId.delete(work.actor.id)
  return [{ id: work.actor.id, name: me ?? 'Myself' }, ...[...byId].map(([id, name]) => ({ id, name }))]
}

async function show(visit: ListVisit, errors: FieldErrors = fieldErrors([])): Promise<Reply> {
  const { work, query: asked } = visit
  const all = await samples(work)
  if (asked.format === 'csv') return csv(all)
  const teams = await drawnFrom(work)
  const auditors = teams.length === 0 ? [] : await auditorsFor(work)
  const hasErrors = errors.list.length > 0
  return {
    kind: 'page',
    status: hasErrors ? 422 : 200,
    title: 'Dip samples of supervision',
    current: '/supervision',
    back: '/supervision',
    hasErrors,
    isWide: true,
    content: html`${errorsAbove(errors)}<h1 class="govuk-heading-l">Dip samples of supervision</h1>
    <p class="govuk-body">Complete sessions drawn at random, scored by somebody who was not in them.</p>
    ${sampleChart(all)}${sampleTable(onPage(all, asked.page))}
    ${pageLinks(visit.path, asked.page, all.length, 'samples')}
    ${all.length > 0 ? csvLink(visit.path) : nothing}
    ${teams.length === 0 ? nothing : drawForm(visit, teams, auditors, errors)}`,
    shown: { resource: 'supervision_audit', subjectIds: [], action: 'list' },
  }
}

const csv = (all: readonly Sample[]): Reply => ({
  kind: 'csv',
  fileName: 'dip-samples.csv',
  header: ['Drawn', 'Team', 'From', 'Until', 'Sessions', 'Among', 'Scored', 'Mean', 'Seed'],
  rows: all.map(sample => [
    sample.drawnOn,
    sample.teamName,
    sample.fromOn,
    sample.untilOn,
    sample.size,
    sample.among,
    sample.done,
    sample.mean,
    sample.seed,
  ]),
  shown: { resource: 'supervision_audit', subjectIds: [], action: 'export' },
})

const MOST = 50
const targets = { from: 'from-day', until: 'until-day' }

async function draw(visit: ListVisit): Promise<Reply> {
  const { work, sent, form } = visit
  const teams = await drawnFrom(work)
  if (teams.length === 0) return notFound
  const fields = new Fields(sent)
  const team = teams.find(({ id }) => id === sent['team']) ?? fields.problem('team', 'Select a team')
  const fromOn = fields.date('from', 'First day', 'Enter the first day')
  const untilOn = fields.date('until', 'Last day', 'Enter the last day')
  if (fromOn && untilOn && Temporal.PlainDate.compare(untilOn, fromOn) < 0)
    fields.problem('until', 'Last day must be the first day or later')
  const size = Number(fields.text('size', 3) ?? Number.NaN)
  if (!Number.isInteger(size) || size < 1 || size > MOST)
    fields.problem('size', `Enter a whole number from 1 to ${MOST}`)
  const auditor =
    (await auditorsFor(work)).find(({ id }) => id === sent['auditor']) ??
    fields.problem('auditor', 'Select who scores them')
  const seed = fields.text('seed', 100)
  const refuse = () =>
    show(visit, fieldErrors(fields.issues, ['team', 'from', 'until', 'size', 'auditor'], targets))
  if (fields.issues.length > 0 || !team || !fromOn || !untilOn || !auditor) return await refuse()
  const wanted = { teamId: team.id, fromOn, untilOn, size, auditorId: auditor.id as Team['id'], seed }
  const sampleId = await drawDipSample(work, { ...wanted, submission: form.submission })
  if (sampleId !== null)
    return { kind: 'redirect', location: `/supervision/audits/${sampleId}`, success: 'The sample is drawn' }
  fields.problem('from', 'No complete session of this team was held on these days that they may score')
  return await refuse()
}

const here = { ...common, url: '/supervision/audits', query } as const
export const sampleListRoutes = [
  route({
    ...here,
    method: 'GET',
    summary: 'Dip samples of the quality of supervision',
    handle: visit => show(visit),
  }),
  route({ ...here, method: 'POST', summary: 'Draws a dip sample', handle: draw }),
]
