import { Fields } from '#modules/casework'
import { type FormKeys, notFound, type Reply, route, type Upload, type Visit } from '#platform/http'
import {
  button,
  errorsAbove,
  type FormIssue,
  fieldErrors,
  fileUpload,
  type Html,
  html,
  plural,
  recordForm,
  select,
  textarea,
} from '#ui'
import { type School, schoolsLed } from '../my-school/readMySchool.ts'
import { keepAttendance } from './keepAttendance.ts'
import { columns, readLines } from './readLines.ts'

const LONGEST = 200_000
type Open = Visit<unknown, unknown, unknown>

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
  const errors = fieldErrors(issues, ['school', 'file', 'lines'])
  const text = (name: string) => (typeof sent[name] === 'string' ? sent[name] : '')
  return html`${errorsAbove(errors)}<h1 class="govuk-heading-l">Attendance of my school</h1>
<p class="govuk-body">Sessions of a week or a half term, for children of your school with whom children’s social care works. Of all other children nothing is kept: they are left out and counted.</p>
<p class="govuk-body">A school’s system can send them by itself: ask the administrator of Kith, and see <a class="govuk-link" href="/api/schools/attendance/schema">what it sends</a>.</p>
${recordForm({
  action: '/my-school/attendance',
  csrf: { name: '_csrf', value: form.csrf },
  idempotencyKey: form.submission,
  isMultipart: true,
  content: html`
${select({ name: 'school', label: { text: 'School', classes: 'govuk-label--s' }, items: schools.map(({ id, name }) => ({ value: id, text: name })), value: text('school'), errorMessage: errors.of('school') })}
${fileUpload({ name: 'file', label: { text: 'A CSV file', classes: 'govuk-label--s' }, hint: { text: 'Or write the lines below' }, errorMessage: errors.of('file') })}
${textarea({ name: 'lines', rows: 10, label: { text: 'Lines of a CSV', classes: 'govuk-label--s' }, hint: { html: html`One line a child and period, the first line names the columns:<br>${example.split('\n').map(line => html`${line}<br>`)}` }, value: text('lines'), errorMessage: errors.of('lines') })}
${button({ text: 'Send', preventDoubleClick: true })}`,
})}`
}

async function open(visit: Open): Promise<Reply> {
  const schools = await schoolsLed(visit.work)
  return schools.length === 0 ? notFound : page(visit, schools)
}

/** The lines of the file, or those that were typed where no file was chosen. */
function textOf(fields: Fields, uploads: readonly Upload[]): { text: string | null; from: 'file' | 'lines' } {
  const file = uploads.find(({ field }) => field === 'file')
  if (file === undefined)
    return { text: fields.text('lines', LONGEST, 'Choose a file or enter the lines'), from: 'lines' }
  if (file.isTooLarge || file.bytes.length > LONGEST)
    fields.problem('file', 'The file is too large: send fewer lines at once')
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file.bytes)
    return { text: fields.issues.length > 0 ? null : text, from: 'file' }
  } catch {
    fields.problem('file', 'The file is not text in UTF-8: save it as CSV UTF-8')
    return { text: null, from: 'file' }
  }
}

async function send(visit: Open): Promise<Reply> {
  const { work, sent, uploads = [] } = visit
  const schools = await schoolsLed(work)
  const school =
    schools.find(({ id }) => id === sent['school']) ?? (schools.length === 1 ? schools[0] : undefined)
  if (schools.length === 0) return notFound
  const fields = new Fields(sent)
  if (school === undefined) fields.problem('school', 'Select the school')
  const { text, from } = textOf(fields, uploads)
  if (text === null || school === undefined) return page(visit, schools, fields.issues)
  const { lines, wrong } = readLines(text, work.today)
  if (wrong.length > 0)
    return page(visit, schools, [
      {
        path: [from],
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
    takesFiles: true,
    handle: send,
  }),
]
