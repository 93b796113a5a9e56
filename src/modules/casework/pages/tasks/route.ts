import { z } from 'zod'
import { type FormKeys, formFields, notFound, type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import {
  button,
  dateFields,
  dateFieldsFrom,
  errorsAbove,
  type FieldErrors,
  fieldErrors,
  formatDate,
  type Html,
  html,
  input,
  nothing,
  radios,
  summaryList,
} from '#ui'
import { addTask, finishTask } from '../../commands/tasks.ts'
import { writableSubjects } from '../../queries/familyChildren.ts'
import { type OpenTask, openTasks } from '../../queries/openTasks.ts'
import { whoIsInvolved } from '../../queries/whoIsInvolved.ts'
import { Fields } from '../frame/fields.ts'
import { personParams, recordReaders, recordWriters, uuidParam } from '../frame/recordParams.ts'
import { buttonForm, smallPage } from '../frame/smallForm.ts'

const base = '/people/:personId/tasks'
type TasksVisit = Pick<Visit<{ personId: Uuid }, unknown, unknown>, 'work' | 'params' | 'sent' | 'form'>
type Choice = { readonly value: Uuid; readonly text: string }

/** Whom a task may be for: oneself, and those who hold the case. */
async function choicesOf({ work, params }: Pick<TasksVisit, 'work' | 'params'>): Promise<readonly Choice[]> {
  const holders = (await whoIsInvolved(work, params.personId)).flatMap(({ held, workerId, name }) =>
    held === 'allocation' && workerId && name && workerId !== work.actor.id
      ? [{ value: workerId, text: name }]
      : [],
  )
  return [{ value: work.actor.id, text: 'Me' }, ...holders]
}

function page(visit: TasksVisit, errors: FieldErrors): Promise<Reply> {
  const { work, params, sent, form } = visit
  return smallPage(work, params.personId, {
    title: 'Tasks - Record',
    resource: 'tasks',
    tab: null,
    hasErrors: errors.list.length > 0,
    content: async ({ mayWrite }) => {
      const tasks = await openTasks(work, params.personId)
      return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Tasks</h1>
${tasks.length === 0 ? html`<p class="govuk-body">No task is open.</p>` : taskList(params.personId, tasks, mayWrite, form)}
${mayWrite ? addForm(params.personId, await choicesOf(visit), sent, errors, form) : nothing}`
    },
  })
}

function taskList(personId: Uuid, tasks: readonly OpenTask[], mayWrite: boolean, keys: FormKeys): Html {
  return summaryList({
    rows: tasks.map(task => ({
      key: { text: task.title },
      value: {
        html: html`${task.dueOn ? `By ${formatDate(task.dueOn)}, for ` : 'For '}${task.forWhom}
${mayWrite ? buttonForm(`/people/${personId}/tasks/${task.id}/done`, html`Mark as done<span class="govuk-visually-hidden">: ${task.title}</span>`, keys) : nothing}`,
      },
    })),
  })
}

function addForm(
  personId: Uuid,
  choices: readonly Choice[],
  sent: TasksVisit['sent'],
  errors: FieldErrors,
  keys: FormKeys,
): Html {
  const typed = new Fields(sent)
  return html`<h2 class="govuk-heading-m">Add a task</h2>
<form method="post" action="/people/${personId}/tasks" novalidate data-keep-on-failure>
  ${formFields(keys)}
  ${input({ name: 'title', label: { text: 'What is to be done?', classes: 'govuk-label--s' }, value: typed.typed('title'), errorMessage: errors.of('title') })}
  ${dateFields({ name: 'due', legend: 'By (optional)', value: dateFieldsFrom(sent, 'due'), error: errors.of('due') })}
  ${radios({
    name: 'worker',
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'For whom?', classes: 'govuk-fieldset__legend--s' } },
    items: choices,
    value: typed.typed('worker') || choices[0]?.value,
    errorMessage: errors.of('worker'),
  })}
  ${button({ text: 'Add the task', preventDoubleClick: true })}
</form>`
}

const show = route({
  method: 'GET',
  url: base,
  admits: recordReaders,
  summary: 'Open tasks about one person',
  purpose: 'casework',
  params: personParams,
  handle: visit => page(visit, fieldErrors([])),
})

const add = route({
  method: 'POST',
  url: base,
  admits: recordWriters,
  summary: 'Adds a task about a person',
  purpose: 'casework',
  params: personParams,
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    if ((await writableSubjects(work, [params.personId])).size === 0) return notFound
    const fields = new Fields(sent)
    const title = fields.text('title', 200, 'Enter what is to be done')
    const dueOn = fields.date('due', 'Date')
    const chosen = parseUuid(fields.typed('worker'))
    const workerId = (await choicesOf(visit)).find(choice => choice.value === chosen)?.value
    if (workerId === undefined) fields.problem('worker', 'Select whom it is for')
    if (title === null || workerId === undefined || fields.issues.length > 0)
      return page(visit, fieldErrors(fields.issues, ['title', 'due', 'worker'], { due: 'due-day' }))
    await addTask(work, { personId: params.personId, workerId, title, dueOn })
    return { kind: 'redirect', location: `/people/${params.personId}/tasks`, success: 'Task added' }
  },
})

const done = route({
  method: 'POST',
  url: `${base}/:taskId/done`,
  admits: recordWriters,
  summary: 'Marks a task as done',
  purpose: 'casework',
  params: z.object({ personId: uuidParam, taskId: uuidParam }),
  async handle({ work, params }): Promise<Reply> {
    if (!(await finishTask(work, params))) return notFound
    return { kind: 'redirect', location: `/people/${params.personId}/tasks`, success: 'Task done' }
  },
})

export const taskRoutes = [show, add, done]
