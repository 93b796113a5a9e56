import { typedText } from '#modules/casework'
import { button, formatDateTime, type Html, html, nothing, summaryList } from '#ui'
import { type Interview, interviewResult } from '../rules/episode.ts'
import { foundHow, interviewAnswers, inWords, pullFactors, pushFactors, returnedTo } from '../rules/words.ts'
import { episodePath } from './episodeParams.ts'
import type { EpisodeView } from './episodeView.ts'
import { dueWords, interviewWords } from './interviewWords.ts'

/** Facts with their names, texts with their lines. */
export const rowsOf = (rows: readonly (readonly [string, string])[]): Html =>
  summaryList({
    rows: rows.map(([key, value]) => ({
      key: { text: key },
      value: { html: typedText(value) },
    })),
  })

/** How an absence ended, and the interviews after it. */
export function returnPart({ episode, interviews, mayWrite, now }: EpisodeView): Html {
  const { returned } = episode
  if (returned === null) return nothing
  const of = { personId: episode.personId, episodeId: episode.id }
  const result = interviewResult(episode, interviews)
  const isWaited = !result.isDone && result.answer !== 'refused'
  const latest = interviews.at(-1)
  return html`<h2 class="govuk-heading-m">How it ended</h2>
${rowsOf([
  ['Back', `${formatDateTime(returned.at)}: ${foundHow[returned.how].toLowerCase()}`],
  ['Where', returned.where],
  ['Returned to', returnedTo[returned.to]],
  ['How the child was', returned.remark ?? 'Not recorded'],
])}
${mayWrite ? html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="${episodePath(of, '/return')}">Correct how the child came back</a></p>` : nothing}
<h2 class="govuk-heading-m">Return interview</h2>
<p class="govuk-body">${interviewWords(result)}.${isWaited ? ` ${dueWords(returned.at, now)}.` : ''}</p>
${interviews.map(interviewRows)}
${mayWrite ? html`<p class="kith-no-print">${button({ text: latest === undefined ? 'Offer an interview' : 'Record more of the interview', href: episodePath(of, '/interview'), classes: 'govuk-button--secondary' })}</p>` : nothing}
${mayWrite && latest?.answer === 'refused' ? html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="${episodePath(of, '/interview?again=yes')}">Offer it again</a></p>` : nothing}`
}

const listed = (words: Readonly<Record<string, string>>, codes: readonly string[]): string =>
  codes.length === 0 ? 'Not recorded' : codes.map(code => inWords(words, code)).join('\n')

function interviewRows(one: Interview): Html {
  return rowsOf([
    [
      'Offered',
      `${formatDateTime(one.offeredAt)}, by ${one.offeredBy}. ${one.isIndependent ? 'Independent of where the child lives' : 'Not independent of where the child lives'}`,
    ],
    [
      'Answer',
      one.answer === null
        ? 'None yet'
        : `${interviewAnswers[one.answer]}${one.answeredAt ? `, ${formatDateTime(one.answeredAt)}` : ''}${one.answerWords ? `\n“${one.answerWords}”` : ''}`,
    ],
    ['Held', one.doneAt === null ? 'Not yet' : `${formatDateTime(one.doneAt)}, by ${one.doneBy ?? ''}`],
    ...(one.doneAt === null
      ? []
      : ([
          ['The child’s words', one.words ?? 'Not recorded'],
          ['Went away from', listed(pushFactors, one.pushFactors)],
          ['Went to', listed(pullFactors, one.pullFactors)],
          ['Harm', one.harm ?? 'Not recorded'],
          ['What follows', one.followUp ?? 'Not recorded'],
        ] as const)),
  ])
}
