import { formatDateTime, type Html, html, summaryList } from '#ui'
import { type Piece, wordDifference } from '../../approvals/wordDifference.ts'
import type { Change } from '../../registry/approvalKind.ts'
import type { ApprovalView } from './approvalView.ts'

/** What differs from how it stood when a manager last decided it, person by person, word by word. */
export function changesShown(view: ApprovalView): Html {
  const { changes, since } = view.presented
  const heading = since === null ? 'What it says' : `What changed since ${formatDateTime(since)}`
  if (changes.length === 0)
    return html`<h2 class="govuk-heading-m">${heading}</h2><p class="govuk-body">${since === null ? 'Nothing is written in it yet.' : 'Nothing.'}</p>`
  const groups = Map.groupBy(changes, change => change.personId)
  const isAbout = groups.size > 1 || !groups.has(null)
  return html`<h2 class="govuk-heading-m">${heading}</h2>
  ${since === null ? '' : html`<p class="govuk-body">Words taken out are struck through; words put in are underlined.</p>`}
  ${groups
    .entries()
    .toArray()
    .map(([personId, own]) => {
      const name = personId === null ? 'Everyone it is about' : view.people.get(personId)?.displayName
      return html`${isAbout ? html`<h3 class="govuk-heading-s">${name ?? 'Somebody you may not see'}</h3>` : ''}${summaryList(
        {
          rows: own.map(change => ({ key: { text: change.label }, value: { html: changeShown(change) } })),
        },
      )}`
    })}`
}

function changeShown({ before, after }: Change): Html {
  if (before === null || before === '')
    return text('ins', 'Put in', after ?? '', after !== null && before === '')
  if (after === null || after === '') return text('del', 'Taken out', before, true)
  const both = wordDifference(before, after)
  return html`<p class="govuk-body kith-typed"><span class="govuk-visually-hidden">Before: </span>${marked(both.before, 'del')}</p>
  <p class="govuk-body kith-typed"><span class="govuk-visually-hidden">Now: </span>${marked(both.after, 'ins')}</p>`
}

/** A text that stands alone: new, where nothing was before, it is not marked. */
const text = (kind: 'ins' | 'del', said: string, words: string, isMarked: boolean): Html =>
  isMarked
    ? html`<p class="govuk-body kith-typed"><span class="govuk-visually-hidden">${said}: </span>${mark(kind, words)}</p>`
    : html`<p class="govuk-body kith-typed">${words}</p>`

const marked = (pieces: readonly Piece[], kind: 'ins' | 'del'): Html =>
  html`${pieces.map(piece => (piece.differs ? mark(kind, piece.text) : piece.text))}`

const mark = (kind: 'ins' | 'del', words: string): Html =>
  kind === 'ins' ? html`<ins>${words}</ins>` : html`<del>${words}</del>`
