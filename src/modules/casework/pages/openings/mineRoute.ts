import { z } from 'zod'
import { findings, ownOpenings } from '#modules/access'
import { csvLink, listQuery, onPage, pageLinks } from '#modules/agencies'
import { askedOfMe } from '#modules/audit'
import { personSummaries } from '#modules/people'
import { type Reply, route } from '#platform/http'
import { denseTable, formatDateTime, html, nothing, plural } from '#ui'
import { recordReaders } from '../frame/recordParams.ts'
import { dueWords, reasonWords } from './openingWords.ts'

const MOST = 1_000

/** `/openings/mine`: what one has opened oneself, and what was found. Names only whom one may still see. */
export const ownOpeningsRoute = route({
  method: 'GET',
  url: '/openings/mine',
  admits: recordReaders,
  summary: 'Records that one has opened with a reason, and what was found',
  purpose: 'reviewing_access',
  query: z.object(listQuery),
  async handle({ work, query, path }): Promise<Reply> {
    const all = await ownOpenings(work, MOST)
    const asked = await askedOfMe(work)
    const rows = query.format === 'csv' ? all : onPage(all, query.page)
    const ids = [...new Set(rows.map(one => one.personId))]
    const people = new Map((await personSummaries(work, ids)).map(person => [person.id, person]))
    const cells = rows.map(one => [
      formatDateTime(one.openedAt),
      people.get(one.personId)?.displayName ?? 'Closed to you again',
      `${reasonWords(one)}: ${one.reason}`,
      one.finding === null ? `Waits for a review ${dueWords(one)}` : findings[one.finding],
      one.remark ?? '',
    ])
    const head = ['Opened', 'Whose record', 'Why', 'Finding', 'What the reviewer says']
    const shown = { resource: 'own_openings', subjectIds: [...people.keys()] }
    if (query.format === 'csv')
      return {
        kind: 'csv',
        fileName: 'my-openings.csv',
        header: head,
        rows: cells,
        shown: { ...shown, action: 'export' },
      }
    return {
      kind: 'page',
      title: 'Your openings',
      current: '/openings',
      back: '/openings',
      isWide: true,
      content: html`<h1 class="govuk-heading-l">Records you have opened with a reason</h1>
  ${
    rows.length === 0
      ? html`<p class="govuk-body">None.</p>`
      : denseTable({
          caption: 'Your openings, newest first',
          captionClasses: 'govuk-visually-hidden',
          head: head.map(text => ({ text })),
          rows: cells.map(row => row.map(text => ({ text }))),
        })
  }
  ${
    asked.length === 0
      ? nothing
      : html`<h2 class="govuk-heading-m">Your manager asks</h2>
  <ul class="govuk-list govuk-list--bullet">${asked.map(one => html`<li>You looked at a record ${plural(one.times, 'time')} from ${formatDateTime(one.firstAt)}: <span class="kith-typed">${one.remark}</span> Answer your manager, who keeps what explains it.</li>`)}</ul>`
  }
  ${pageLinks(path, query.page, all.length, 'openings')}
  ${all.length > 0 ? csvLink(path) : nothing}`,
      shown: { ...shown, action: 'list' },
    }
  },
})
