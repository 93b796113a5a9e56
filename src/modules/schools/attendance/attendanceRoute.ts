import { Fields } from '#modules/casework'
import { type FormKeys, formFields, notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  errorsAbove,
  type FormIssue,
  fieldErrors,
  type Html,
  html,
  plural,
  select,
  textarea,
} from '#ui'
import { schoolsLed } from '../my-school/readMySchool.ts'
import { keepAttendance } from './keepAttendance.ts'
import { columns, readLines } from './readLines.ts'

const LONGEST = 200_000
type Open = Visit<unknown, unknown, unknown>
type School = { readonly id: Uuid; readonly name: string }

const example = `${columns.join(',')}\nA123456789012,2026-09-01,2026-10-23,70,4,6,I:4 O:6`

function page({ sent, form }: Open, schools: readonly School[], issues: readonly FormIssue[] = []): Reply {
  return {
    kind: 'page',
    status: issues.length > 0 ? 422 : 200,
    title: 'Attendance of my school',
    current: '/my-school',
    back: '/my-school',
    hasErrors: issues.length > 0,
    content: content(schools, sent, form, issues),
    shown: 'nothing',
  }
}

function content(
  schools: readonly School[],
  sent: Readonly<Record<string, unknown>>,
  form: FormKeys,
  issues: readonly FormIssue[],
): Html {
  const errors = fieldErrors(issues, ['school', 'lines'])
  const text = (name: string) => (typeof sent[name] === 'string' ? sent[name] : '')
  return html`${errorsAbove(errors)}<h1 class="govuk-heading-l">Attendance of my school</h1>
<p class="govuk-body">Sessions of a week or a half term, for children of your school with whom children’s social care works. Of all other children nothing is kept: they are left out and counted.</p>
<form method="post" action="/my-school/attendance" novalidate data-keep-on-failure>${formFields(form)}
${select({ name: 'school', label: { text: 'School', classes: 'govuk-label--s' }, items: schools.map(({ id, name }) => ({ value: id, text: name })), value: text('school'), errorMessage: errors.of('school') })}
${textarea({ name: 'lines', rows: 10, label: { text: 'Lines of a CSV', classes: 'govuk-label--s' }, hint: { html: html`One line a child and period, the first line names the columns:<br>${example.split('\n').map(line => html`${line}<br>`)}` }, value: text('lines'), errorMessage: errors.of('lines') })}
${button({ text: 'Send', preventDoubleClick: true })}</form>`
}

async function open(visit: Open): Promise<Reply> {
  const schools = await schoolsLed(visit.work)
  return schools.length === 0 ? notFound : page(visit, schools)
}

async function send(visit: Open): Promise<Reply> {
  const { work, sent } = visit
  const schools = await schoolsLed(work)
  const school =
    schools.find(({ id }) => id === sent['school']) ?? (schools.length === 1 ? schools[0] : undefined)
  if (schools.length === 0) return notFound
  const fields = new Fields(sent)
  const text = fields.text('lines', LONGEST, 'Enter the lines')
  if (school === undefined) fields.problem('school', 'Select the school')
  if (text === null || school === undefined) return page(visit, schools, fields.issues)
  const { lines, wrong } = readLines(text, work.today)
  if (wrong.length > 0)
    return page(visit, schools, [
      {
        path: ['lines'],
        message: wrong
          .slice(0, 5)
          .map(({ line, problem }) => `Line ${line}: ${problem}`)
          .join('. '),
      },
    ])
  const { kept, leftOut } = await keepAttendance(work, school.id, lines)
  return {
    kind: 'redirect',
    location: '/my-school/attendance',
    success: `Kept ${plural(kept, 'line', 'lines')}. Left out ${leftOut}: children without open work here, of whom nothing is kept`,
  }
}

const common = { url: '/my-school/attendance', admits: ['practitioner'], purpose: 'casework' } as const

/** What a school tells of attendance, by form or as CSV. */
export const attendanceRoutes = [
  route({
    ...common,
    method: 'GET',
    summary: 'The form for attendance of a school’s children',
    handle: open,
  }),
  route({
    ...common,
    method: 'POST',
    summary: 'Keeps attendance of children with open work; leaves out all others',
    handle: send,
  }),
]
