import { formFields, type Reply, route, type Visit } from '#platform/http'
import {
  button,
  denseTable,
  errorsAbove,
  fieldErrors,
  type Html,
  html,
  insetText,
  nothing,
  plural,
  textarea,
} from '#ui'
import { applyWorkerImport } from '../../../commands/applyWorkerImport.ts'
import { type PlannedLine, planWorkerImport } from '../../../worker-import/planWorkerImport.ts'
import { readWorkerLines, workerColumns } from '../../../worker-import/readWorkerLines.ts'

type ImportVisit = Visit<unknown, unknown, unknown>
const url = '/administration/workers/import'

const actionWords = { add: 'Add', change: 'Change', leave: 'Leaves', nothing: 'Nothing to change' } as const

function answer({ form, sent }: ImportVisit, plans: readonly PlannedLine[] | null, problem?: string): Reply {
  const { csv } = sent
  const text = typeof csv === 'string' ? csv : undefined
  const errors = fieldErrors(problem === undefined ? [] : [{ path: ['csv'], message: problem }])
  const content = html`${errorsAbove(errors)}<h1 class="govuk-heading-l">Workers from a CSV</h1>
  ${insetText({ text: `Columns: ${workerColumns.join(', ')}. Workers are recognised by sign_in_subject, else by email. left_on makes a leaver.` })}
  ${plans === null ? nothing : report(plans)}
  <form method="post" action="${url}" novalidate>${formFields(form)}
    ${textarea({ name: 'csv', label: { text: 'The CSV, with its first line' }, rows: 12, spellcheck: false, value: text, errorMessage: errors.of('csv') })}
    ${button({ text: 'Check what it would do', classes: 'govuk-button--secondary', name: 'step', value: 'check' })}
    ${plans?.some(isGood) ? button({ text: 'Do it', name: 'step', value: 'apply', preventDoubleClick: true }) : nothing}
  </form>`
  return {
    kind: 'page',
    title: 'Workers from a CSV',
    current: '/administration',
    content,
    isWide: true,
    back: '/administration/workers',
    hasErrors: problem !== undefined,
    ...(problem === undefined ? {} : { status: 422 }),
    shown: 'nothing',
  }
}

const isGood = (plan: PlannedLine): boolean => plan.problems.length === 0 && plan.action !== 'nothing'

function report(plans: readonly PlannedLine[]): Html {
  const bad = plans.filter(plan => plan.problems.length > 0).length
  return html`<h2 class="govuk-heading-m">What it would do</h2>
  <p class="govuk-body">${plural(plans.filter(isGood).length, 'line')} would change something. ${bad === 0 ? 'No line is bad.' : `${plural(bad, 'bad line')} would change nothing.`}</p>
  ${denseTable({
    caption: 'What each line would do',
    captionClasses: 'govuk-visually-hidden',
    head: ['Line', 'Name', 'What', 'Problems'].map(text => ({ text })),
    rows: plans.map(({ line, name, action, problems }) => [
      { text: line },
      { text: name },
      { text: problems.length > 0 ? 'Nothing' : actionWords[action] },
      { text: problems.join('; ') },
    ]),
  })}`
}

async function submit(visit: ImportVisit): Promise<Reply> {
  const { csv, step } = visit.sent
  const read = readWorkerLines(typeof csv === 'string' ? csv : '')
  if (!read.ok) return answer(visit, null, read.problem)
  const plans = await planWorkerImport(visit.work, read.lines)
  if (step !== 'apply') return answer(visit, plans)
  const changed = await applyWorkerImport(visit.work, plans)
  const bad = plans.filter(plan => plan.problems.length > 0).map(plan => plan.line)
  const left =
    bad.length === 0 ? '' : `; nothing was done for ${plural(bad.length, 'bad line')}: ${bad.join(', ')}`
  return {
    kind: 'redirect',
    location: '/administration/workers',
    success: `${plural(changed, 'worker was', 'workers were')} changed${left}`,
  }
}

const common = { url, admits: ['administrator'], purpose: 'administration' } as const

/** `/administration/workers/import`: add, change and end workers by a pasted CSV, checked before it is done. */
export const workerImportRoutes = [
  route({
    ...common,
    method: 'GET',
    summary: 'The form for a CSV of workers',
    handle: async (visit: ImportVisit) => answer(visit, null),
  }),
  route({ ...common, method: 'POST', summary: 'Check a CSV of workers, or do what it says', handle: submit }),
]
