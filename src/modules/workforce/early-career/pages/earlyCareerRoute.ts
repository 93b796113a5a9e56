import { z } from 'zod'
import { listQuery, readClockSettings } from '#modules/agencies'
import { type Reply, route } from '#platform/http'
import { button, clockBadge, formatDate, html, nothing } from '#ui'
import { linkTo, listReply } from '../../frame/index.ts'
import { type Outcome, ownLine, readProgrammes } from '../queries/readProgrammes.ts'
import { assessedBy } from '../rules/assessedBy.ts'

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  passed: 'Passed',
  failed: 'Failed',
  deferred: 'Deferred',
  withdrawn: 'Withdrawn',
}

/** Personnel data (class D1): whoever keeps directories, and who corrects data, has no part in it. */
const careerReaders = {
  admits: ['practitioner', 'duty', 'director'],
  purpose: 'administration',
} as const

/** `/workforce/early-career`: programmes that are the reader's own, or of those whom they manage. */
export const earlyCareerRoute = route({
  ...careerReaders,
  method: 'GET',
  url: '/workforce/early-career',
  query: z.object(listQuery),
  summary: 'Early-career programmes of oneself and of whom one manages: protected time, caseload, outcome',
  async handle({ work, query: asked, path }): Promise<Reply> {
    const rows = await readProgrammes(work)
    const keeps = work.knownAt === null && work.actor.class !== 'duty'
    const line = keeps ? await ownLine(work) : new Map()
    const settings = await readClockSettings(work)
    const due = (one: (typeof rows)[number]) => {
      const found = assessedBy(one, work.today, settings)
      return found === null
        ? ''
        : html`${clockBadge({ state: found.state, text: `Outcome due ${formatDate(found.dueOn)}`, rule: found.rule })}`
    }
    return listReply(work, asked, path, {
      tab: '/workforce/early-career',
      title: 'Early career',
      fileName: 'early-career.csv',
      what: 'programmes',
      rows,
      head: [
        'Worker',
        'Programme',
        'Year',
        'From',
        'To',
        'Protected hours a week',
        'Share of a caseload',
        'Outcome',
        'Limit',
      ],
      cells: one => [
        line.has(one.workerId) ? linkTo(`/workforce/early-career/${one.id}`, one.workerName) : one.workerName,
        one.programme,
        String(one.year),
        formatDate(one.startedOn),
        formatDate(one.expectedEnd),
        String(one.protectedHours),
        `${Math.round(one.caseloadShare * 100)}%`,
        one.outcome && one.assessedOn
          ? `${outcomeWords[one.outcome]}, ${formatDate(one.assessedOn)}`
          : 'Not assessed yet',
        due(one),
      ],
      csvHead: [
        'Worker',
        'Programme',
        'Year',
        'From',
        'To',
        'Protected hours',
        'Share of a caseload',
        'Assessed on',
        'Outcome',
        'Outcome due',
      ],
      csv: one => [
        one.workerName,
        one.programme,
        one.year,
        one.startedOn,
        one.expectedEnd,
        one.protectedHours,
        one.caseloadShare,
        one.assessedOn,
        one.outcome === null ? null : outcomeWords[one.outcome],
        assessedBy(one, work.today, settings)?.dueOn ?? null,
      ],
      before: html`<p class="govuk-body">The programme of whoever is early in their career: time that is kept free for learning, a smaller caseload, and an assessed outcome. You see your own, and those of the workers you manage or lead; nobody else reads them. For somebody who works part time the limit of twelve months is of full-time work: judge it with that in mind.</p>
${line.size > 0 ? button({ text: 'Begin a programme', href: '/workforce/early-career/new' }) : nothing}`,
      empty: 'There is no programme that is yours or of those you manage.',
    })
  },
})
