import { button, denseTable, formatDateTime, type Html, html } from '#ui'
import { type FormKeys, formFields } from '../../http/index.ts'
import type { DeadJob } from '../deadJobs.ts'

/** Jobs that gave up, each with a button to try it again. */
export function deadJobsPage(jobs: readonly DeadJob[], form: FormKeys): Html {
  const table = denseTable({
    caption: 'Jobs that gave up',
    captionClasses: 'govuk-visually-hidden',
    head: ['Job', 'Failed', 'Tries', 'Last error', 'Try again'].map(text => ({ text })),
    rows: jobs.map(job => [
      { text: `${job.task.replaceAll('_', ' ')} (${job.id})` },
      { text: formatDateTime(job.failedAt) },
      { text: String(job.attempts) },
      { text: job.lastError },
      {
        html: html`<form method="post" action="/administration/jobs">${formFields(form)}
          <input type="hidden" name="job" value="${job.id}">
          ${button({ html: html`Try again <span class="govuk-visually-hidden">job ${job.id}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}
        </form>`,
      },
    ]),
  })
  return html`<h1 class="govuk-heading-l">Jobs that gave up</h1>
    <p class="govuk-body">Work in the background is tried eight times with growing pauses. What still fails stands here until someone tries it again.</p>
    ${jobs.length === 0 ? html`<p class="govuk-body">There are none.</p>` : table}`
}
