import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import { type FormKeys, formFields } from '#platform/http'
import { button, denseTable, formatDateTime, type Html, html, nothing, plural, summaryList } from '#ui'
import type { FileLine, ListedFile } from '../queries/readFiles.ts'
import type { ProtectionKind, What } from '../rules/changes.ts'
import { answerOf } from './standingPage.ts'
import { kindWords, whatWords } from './words.ts'

type FileView = {
  readonly file: ListedFile
  readonly lines: readonly FileLine[]
  readonly form: FormKeys
  /** The reader is of the team that sends it. */
  readonly sends: boolean
  /** And nobody in it is kept from them. */
  readonly mayTake: boolean
  /** Files go and answers come by a mailbox, without anybody's hands. */
  readonly isConnected: boolean
}

/** One file: how it stands, what its sender may do, and lines about children whose record the reader has. */
export async function filePage(work: Work, view: FileView): Promise<Html> {
  const { file, lines } = view
  const rows: readonly (readonly [string, Html])[] = [
    ['Made', html`${formatDateTime(file.madeAt)}`],
    ['Lines', html`${String(file.records)}`],
    [
      'Sent',
      html`${file.sentAt === null ? 'Not yet' : `${formatDateTime(file.sentAt)}, ${file.sentHow === 'hand' ? 'by hand' : 'by the mailbox'}`}`,
    ],
    ['Answer', answerOf(file)],
  ]
  return html`<h1 class="govuk-heading-l">File ${file.sequence} to the NHS</h1>
${summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { html: value } })) })}
${view.sends ? acts(view) : nothing}
${await linesTable(work, lines)}
${file.records > lines.length ? html`<p class="govuk-body">${plural(file.records - lines.length, 'line')} of children whose record is not yours to open.</p>` : nothing}`
}

function acts({ file, form, mayTake, isConnected }: FileView): Html {
  if (file.answeredAt !== null || file.givenUpAt !== null) return nothing
  const at = `/protection-information/files/${file.id}`
  const post = (to: string, text: string, classes = '') =>
    html`<form method="post" action="${at}/${to}" novalidate>${formFields(form)}${button({ text, classes, preventDoubleClick: true })}</form>`
  if (file.sentAt !== null)
    return html`<p class="govuk-body">${isConnected ? 'Its answer comes by the mailbox.' : html`When its answer is in the mailbox, <a class="govuk-link" href="/protection-information/answers">bring it in here</a>.`} Only if the national service desk says that the file never came, give it up: what it held goes with the next.</p>
${post('give-up', 'Give this file up', 'govuk-button--warning')}`
  if (!mayTake)
    return html`<p class="govuk-body">Somebody in this file is kept from you, so that a colleague takes it out and sends it.</p>`
  const alone = html`<p class="govuk-body">The mailbox sends this file by itself within a few minutes. Send it by hand only while <a class="govuk-link" href="/protection-information#mailbox">the mailbox</a> fails, and never twice.</p>`
  return html`${isConnected ? alone : nothing}<p class="govuk-body"><a class="govuk-link" href="${at}/file" download>Take the file out</a> and put it into the council’s mailbox at the NHS. It names each child: keep no copy. Then say that it was sent.</p>
${post('sent', 'I have sent it')}`
}

async function linesTable(work: Work, lines: readonly FileLine[]): Promise<Html> {
  if (lines.length === 0) return nothing
  const names = new Map(
    (await personSummaries(work, [...new Set(lines.map(({ personId }) => personId))])).map(one => [
      one.id,
      one.displayName,
    ]),
  )
  return denseTable({
    caption: 'Lines of children whose record you have',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: ['Child', 'Plan', 'What', 'Answer'].map(text => ({ text })),
    rows: lines.map(one => [
      {
        html: html`<a class="govuk-link" href="/people/${one.personId}/nhs">${names.get(one.personId) ?? 'A child'}</a>`,
      },
      { text: kindWords[one.kind as ProtectionKind] },
      { text: whatWords[one.what as What] },
      {
        text:
          one.answerCode === null
            ? 'None yet'
            : `${one.answerCode}${one.detail === null ? '' : ` (${one.detail})`}`,
      },
    ]),
  })
}
