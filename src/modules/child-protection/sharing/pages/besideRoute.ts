import { recordReaders } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { type Html, html, nothing } from '#ui'
import { answersOf, type CopyAnswer } from '../queries/eventsAndAnswers.ts'
import { type Copy, copiesOf } from '../queries/readCopies.ts'
import { numbered } from '../rules/numbered.ts'
import { paperKinds } from '../rules/words.ts'
import { answerLine } from './answerWords.ts'
import { aboveMeeting, aroundMeeting, meetingParams } from './frame.ts'
import { subjectsOfCopy } from './openCopy.ts'

/** The conference's view: each person's answers beside the professional's words. */
export const besideRoute = route({
  method: 'GET',
  url: '/meetings/:meetingId/answers',
  admits: recordReaders,
  purpose: 'casework',
  summary: 'What everybody says of the papers, beside the words they answer',
  params: meetingParams,
  async handle({ work, params: { meetingId } }): Promise<Reply> {
    const around = await aroundMeeting(work, meetingId)
    if (around === null) return notFound
    const copies = (await copiesOf(work, { meetingId })).filter(({ releasedAt }) => releasedAt !== null)
    const answers = await answersOf(
      work,
      copies.map(({ id }) => id),
    )
    return {
      kind: 'page',
      title: 'Answers to the papers',
      isWide: true,
      content: html`<h1 class="govuk-heading-l">Answers to the papers</h1>${aboveMeeting(around)}
${
  copies.length === 0
    ? html`<p class="govuk-body">No paper of this meeting has been given to anybody yet.</p>`
    : copies.map(copy =>
        besideHtml(
          copy,
          answers.filter(({ copyId }) => copyId === copy.id),
        ),
      )
}`,
      shown: {
        resource: 'copy_answers',
        subjectIds: [...new Set(copies.flatMap(subjectsOfCopy).concat(around.meeting.personIds))],
      },
    }
  },
})

function besideHtml(copy: Copy, answers: readonly CopyAnswer[]): Html {
  const whole = answers.filter(({ part }) => part === null)
  const title = html`<h2 class="govuk-heading-m">${copy.name}: ${paperKinds[copy.content.kind]}</h2>${copy.lateBecause ? html`<p class="govuk-body"><strong>Shared late:</strong> ${copy.lateBecause}</p>` : nothing}`
  if (answers.length === 0) return html`${title}<p class="govuk-body">No answer.</p>`
  const lines = numbered(copy).flatMap(({ number, heading, words }) => {
    const own = answers.filter(({ part }) => part === number)
    return own.length === 0
      ? []
      : [
          html`<div class="govuk-grid-row"><div class="govuk-grid-column-one-half"><h3 class="govuk-heading-s">${number}. ${heading}</h3><p class="govuk-body kith-typed">${words}</p></div><div class="govuk-grid-column-one-half"><ul class="govuk-list">${own.map(answerLine)}</ul></div></div>`,
        ]
  })
  return html`${title}${lines}${whole.length === 0 ? nothing : html`<h3 class="govuk-heading-s">Of all of it</h3><ul class="govuk-list">${whole.map(answerLine)}</ul>`}`
}
