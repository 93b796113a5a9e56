import { notFound, type Reply, route, type Visit } from '#platform/http'
import { button, errorsAbove, type FormIssue, fieldErrors, fileUpload, html, recordForm } from '#ui'
import { takeMessage } from '../answers/takeMessage.ts'
import { sendsFor } from '../queries/readWorks.ts'

const url = '/protection-information/answers'
const common = { url, admits: ['practitioner'], purpose: 'health' } as const
type AnswerVisit = Visit<unknown, unknown, unknown>
const WORDS = {
  '02': 'The answer to a file is kept: it is being read, and this page shows what came of it in a moment',
  '05': 'The notice is kept: whoever works with the child is told in a moment',
  '06': 'The numbers are kept: nothing more is sent under them',
} as const

function page({ form }: AnswerVisit, issues: readonly FormIssue[] = []): Reply {
  const errors = fieldErrors(issues, ['file'])
  return {
    kind: 'page',
    status: issues.length > 0 ? 422 : 200,
    hasErrors: issues.length > 0,
    title: 'Bring in an answer of the NHS',
    current: '/protection-information',
    back: '/protection-information',
    content: html`${errorsAbove(errors)}<h1 class="govuk-heading-l">Bring in an answer of the NHS</h1>
<p class="govuk-body">Where no mailbox is connected, take each message out of the council’s mailbox and bring it in here: answers to files, notices that a record was opened, and numbers no longer in use.</p>
${recordForm({
  action: url,
  csrf: { name: '_csrf', value: form.csrf },
  idempotencyKey: form.submission,
  isMultipart: true,
  content: html`${fileUpload({ name: 'file', label: { text: 'Message', classes: 'govuk-label--s' }, hint: { text: 'An XML file, as it came' }, errorMessage: errors.of('file') })}${button({ text: 'Bring it in', preventDoubleClick: true })}`,
})}`,
    shown: 'nothing',
  }
}

async function take(visit: AnswerVisit): Promise<Reply> {
  const { work, files, uploads = [] } = visit
  const [teamId] = await sendsFor(work)
  if (teamId === undefined || files === undefined) return notFound
  const refused = (message: string) => page(visit, [{ path: ['file'], message }])
  const upload = uploads.find(({ field }) => field === 'file')
  if (upload === undefined || upload.isTooLarge || upload.bytes.length === 0)
    return refused('Select the message as it came')
  const taken = await takeMessage(work, files.sealer, {
    bytes: upload.bytes,
    teamId,
    takenBy: work.actor.id,
  })
  if (taken.kind === 'unreadable')
    return refused(
      'This is no answer, notice or list of numbers of the NHS. Take it out of the mailbox again, unchanged',
    )
  return {
    kind: 'redirect',
    location: '/protection-information',
    success: taken.kind === 'again' ? 'This very message was brought in before' : WORDS[taken.message],
  }
}

/** `/protection-information/answers`: what came to the council's mailbox, brought in by hand. */
export const answersRoutes = [
  route({
    ...common,
    method: 'GET',
    summary: 'The form that brings in what the NHS sent',
    async handle(visit: AnswerVisit) {
      return (await sendsFor(visit.work)).length === 0 ? notFound : page(visit)
    },
  }),
  route({
    ...common,
    method: 'POST',
    summary: 'Takes in an answer, a notice or numbers of the NHS',
    takesFiles: true,
    handle: take,
  }),
]
